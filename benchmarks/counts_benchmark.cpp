// Features to matrices, and a whole layer resampled. Input: the five accounts; words drawn by Zipf's law, seeded.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "isogloss/base/philox.hpp"
#include "isogloss/counts/packed_counts.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/studies/layers.hpp"
#include "isogloss/studies/material.hpp"
#include "isogloss/tokens/word_counts.hpp"

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

// 500 documents of 8,000 words drawn by Zipf's law from 50,000, as threads count them without segments.
tokens::word_counts zipf_counts() {
  constexpr std::size_t n_words = 50000;
  tokens::word_counts result;
  result.vocabularies.resize(1);
  for (std::size_t word = 0; word < n_words; ++word) result.vocabularies[0].push_back("term" + std::to_string(word));
  philox random(1);
  std::vector<std::uint32_t> count(n_words);
  tokens::packed_words::writer writer;
  for (std::size_t document = 0; document < 500; ++document) {
    std::fill(count.begin(), count.end(), 0);
    for (int i = 0; i < 8000; ++i) ++count[static_cast<std::size_t>(std::pow(n_words, random.uniform())) - 1];
    result.parts.push_back({document, 0, {}});
    writer.reserve(n_words);
    for (std::uint32_t word = 0; word < n_words; ++word) {
      if (count[word] > 0) writer.add(word, count[word]);
    }
    result.parts.back().counts = writer.take();
  }
  return result;
}

// What frequencies and TF-IDF are made of.
void BM_CountTerms(benchmark::State& state) {
  const tokens::word_counts words = zipf_counts();
  const std::vector<std::string> documents(words.parts.size(), "document");
  std::size_t n = 0;
  for (const auto& part : words.parts) n += part.counts.size();
  for (auto _ : state) {
    state.PauseTiming();
    tokens::word_counts copy = words;
    state.ResumeTiming();
    benchmark::DoNotOptimize(counts::count_terms(std::move(copy), documents, accounts().rules()));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(n));
}
BENCHMARK(BM_CountTerms);

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
