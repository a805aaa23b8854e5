// Features to matrices, and a whole layer resampled. Input: the five accounts.
#include <benchmark/benchmark.h>

#include "isogloss/counts/dfm.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/studies/layers.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss {
namespace {

const studies::material& accounts() {
  static const studies::material m(corpus::open_study(ISOGLOSS_CORPUS "/soviet-accounts"), {});
  return m;
}

void BM_IndexTerms(benchmark::State& state) {
  const auto& types = accounts().features().types;
  for (auto _ : state) benchmark::DoNotOptimize(counts::term_index(types, &accounts().rules()));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(types.size()));
}
BENCHMARK(BM_IndexTerms);

void BM_BuildDfm(benchmark::State& state) {
  const auto& m = accounts();
  const counts::term_index terms(m.features().types, &m.rules());
  std::size_t n = 0;
  for (const auto& document : m.features().documents) n += document.features.size();
  for (auto _ : state) {
    benchmark::DoNotOptimize(counts::build_dfm(m.features(), m.document_names(), terms, m.options().zones));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(n));
}
BENCHMARK(BM_BuildDfm);

void BM_CompareResample(benchmark::State& state) {
  const auto kind = static_cast<studies::layer_kind>(state.range(0));
  const studies::layer layer(accounts(), kind);
  std::uint32_t replicate = 0;
  for (auto _ : state) {
    const auto weights =
        statistics::resample_segments(layer.document_of(), 1, statistics::random_study::similarity, replicate++);
    benchmark::DoNotOptimize(layer.compare_resampled(studies::default_measures(kind).front(), weights));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_CompareResample)->ArgName("layer")->Arg(0)->Arg(1);

}  // namespace
}  // namespace isogloss
