// Distances and trees of many documents. Input: uniform random profiles, seeded.
#include <benchmark/benchmark.h>

#include <vector>

#include "isogloss/base/philox.hpp"
#include "isogloss/statistics/condensed_distances.hpp"
#include "isogloss/statistics/dendrogram.hpp"
#include "isogloss/statistics/distances.hpp"
#include "isogloss/statistics/hierarchical_clustering.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

MatrixXd uniform(Index rows, Index columns, std::uint64_t seed) {
  philox random(seed);
  return MatrixXd::NullaryExpr(rows, columns, [&] { return random.uniform(); });
}

// What the machine does at best: the product of two square matrices, by Eigen.
void BM_EigenProduct(benchmark::State& state) {
  const MatrixXd a = uniform(state.range(0), state.range(0), 1);
  for (auto _ : state) {
    const MatrixXd product = a * a.transpose();
    benchmark::DoNotOptimize(product.data());
  }
  const auto n = static_cast<double>(state.range(0));
  state.counters["pairs*terms"] = benchmark::Counter(n * n * n, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_EigenProduct)->ArgName("documents")->Arg(5000)->Unit(benchmark::kSecond)->UseRealTime();

// n documents of n terms.
void BM_Distances(benchmark::State& state, measure m) {
  const MatrixXd profiles = uniform(state.range(0), state.range(0), 1);
  for (auto _ : state) {
    const MatrixXd values = distances(profiles, m);
    benchmark::DoNotOptimize(values.data());
  }
  const auto n = static_cast<double>(state.range(0));
  state.counters["pairs*terms"] = benchmark::Counter(n * n / 2 * n, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK_CAPTURE(BM_Distances, cosine_delta, measure::cosine_delta)
    ->ArgName("documents")
    ->Arg(5000)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(BM_Distances, quadratic_delta, measure::quadratic_delta)
    ->ArgName("documents")
    ->Arg(5000)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(BM_Distances, burrows_delta, measure::burrows_delta)
    ->ArgName("documents")
    ->Arg(5000)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(BM_Distances, jensen_shannon, measure::jensen_shannon)
    ->ArgName("documents")
    ->Arg(1000)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();

// Documents of 500 words drawn by Zipf's law from so many terms.
sparse_profiles zipf(Index documents, Index terms) {
  std::vector<double> cumulative(static_cast<std::size_t>(terms));
  double sum = 0;
  for (std::size_t i = 0; i < cumulative.size(); ++i) cumulative[i] = sum += 1.0 / static_cast<double>(i + 1);
  philox random(1);
  std::vector<Eigen::Triplet<double>> cells;
  for (Index d = 0; d < documents; ++d) {
    for (int word = 0; word < 500; ++word) {
      const auto term =
          std::lower_bound(cumulative.begin(), cumulative.end(), random.uniform() * sum) - cumulative.begin();
      cells.emplace_back(static_cast<int>(d), static_cast<int>(term), 1.0);
    }
  }
  sparse_profiles counts(documents, terms);
  counts.setFromTriplets(cells.begin(), cells.end());
  return counts;
}

void BM_SparseDistances(benchmark::State& state, measure m) {
  const sparse_profiles profiles = zipf(state.range(0), 50000);
  for (auto _ : state) {
    const MatrixXd values = distances(profiles, m);
    benchmark::DoNotOptimize(values.data());
  }
  state.counters["nonzeros"] = static_cast<double>(profiles.nonZeros());
}
BENCHMARK_CAPTURE(BM_SparseDistances, cosine, measure::cosine)
    ->ArgName("documents")
    ->Arg(10000)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(BM_SparseDistances, jensen_shannon, measure::jensen_shannon)
    ->ArgName("documents")
    ->Arg(2000)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();

condensed_distances plane(Index documents) {
  const MatrixXd points = uniform(documents, 2, 1);
  condensed_distances d(documents);
  for (Index i = 0; i < documents; ++i) {
    for (Index j = 0; j < i; ++j) d(i, j) = (points.row(i) - points.row(j)).norm();
  }
  return d;
}

void BM_HierarchicalClustering(benchmark::State& state, linkage l) {
  for (auto _ : state) {
    state.PauseTiming();
    condensed_distances d = plane(state.range(0));
    state.ResumeTiming();
    const auto merges = hierarchical_clustering(std::move(d), l);
    benchmark::DoNotOptimize(merges.data());
  }
}
BENCHMARK_CAPTURE(BM_HierarchicalClustering, average, linkage::average)
    ->ArgName("documents")
    ->Arg(1000)
    ->Arg(5000)
    ->Arg(20000)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(BM_HierarchicalClustering, ward_d2, linkage::ward_d2)
    ->ArgName("documents")
    ->Arg(20000)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(BM_HierarchicalClustering, single, linkage::single)
    ->ArgName("documents")
    ->Arg(20000)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();

// 1,000 trees of 100 documents and the support of the first tree's branches.
void BM_CladeSupport(benchmark::State& state) {
  std::vector<MatrixXd> resampled;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    resampled.push_back(distances(uniform(state.range(0), 20, i), measure::euclidean));
  }
  for (auto _ : state) {
    std::vector<std::vector<merge>> trees;
    for (const auto& d : resampled) trees.push_back(hierarchical_clustering(d, linkage::average));
    benchmark::DoNotOptimize(clade_support(trees.front(), trees));
  }
}
BENCHMARK(BM_CladeSupport)->ArgName("documents")->Arg(100)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace isogloss::statistics
