// Resampling: intervals of log ratios for a whole vocabulary. Input: five documents of 40 segments of 200 tokens, words
// drawn from a seeded Zipf distribution.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "isogloss/base/philox.hpp"
#include "isogloss/statistics/log_ratio_intervals.hpp"
#include "isogloss/statistics/semantic_orientation.hpp"

namespace isogloss::statistics {
namespace {

struct corpus {
  segment_counts segments;
  nesting nested;
};

corpus zipf_corpus(std::size_t n_terms) {
  std::vector<double> cumulative(n_terms);
  double sum = 0;
  for (std::size_t i = 0; i < n_terms; ++i) cumulative[i] = sum += 1.0 / static_cast<double>(i + 1);
  philox random(1);
  corpus c;
  std::vector<Eigen::Triplet<double>> cells;
  constexpr int n_segments = 200;
  for (int s = 0; s < n_segments; ++s) {
    const auto document = static_cast<std::size_t>(s / 40);
    c.nested.document_of.push_back(document);
    c.segments.is_target.push_back(document < 2);
    for (int i = 0; i < 200; ++i) {
      const auto term =
          std::lower_bound(cumulative.begin(), cumulative.end(), random.uniform() * sum) - cumulative.begin();
      cells.emplace_back(s, static_cast<int>(term), 1.0);
    }
  }
  c.nested.author_of = {0, 1, 2, 3, 4};
  c.nested.side_of = {0, 0, 1, 1, 1};
  c.segments.counts.resize(n_segments, static_cast<Eigen::Index>(n_terms));
  c.segments.counts.setFromTriplets(cells.begin(), cells.end());
  c.segments.tokens = Eigen::VectorXd::Constant(n_segments, 200);
  return c;
}

// Both questions, 1,000 resamples each: in these texts and beyond them.
void BM_LogRatioIntervals(benchmark::State& state) {
  const corpus c = zipf_corpus(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const auto within = resample_within(c.nested, 1, random_study::keyness, 1000);
    const auto beyond = resample_beyond(c.nested, 1, random_study::keyness, 1000);
    benchmark::DoNotOptimize(log_ratio_intervals(c.segments, within));
    benchmark::DoNotOptimize(log_ratio_intervals(c.segments, beyond, 1.7));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_LogRatioIntervals)->ArgName("terms")->Arg(20000)->Unit(benchmark::kMillisecond)->UseRealTime();

// Every term, however rare, with 1,000 resamples.
void BM_SemanticOrientation(benchmark::State& state) {
  const corpus c = zipf_corpus(static_cast<std::size_t>(state.range(0)));
  seed_counts seeds;
  for (int s = 0; s < 200; ++s) {
    seeds.positive.push_back(s % 7);
    seeds.negative.push_back(s % 5);
  }
  for (auto _ : state) {
    const auto weights = resample_within(c.nested, 1, random_study::lexicon, 1000);
    benchmark::DoNotOptimize(semantic_orientation(c.segments.counts, seeds, weights));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_SemanticOrientation)->ArgName("terms")->Arg(20000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace isogloss::statistics
