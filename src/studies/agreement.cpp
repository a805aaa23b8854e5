#include "studies/agreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/statistics/partition_quality.hpp"
#include "isogloss/statistics/relabelling.hpp"

namespace isogloss::studies {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Every relabelling takes the square of the documents.
constexpr std::size_t many_documents = 1000;
constexpr std::uint64_t permutations_of_many = 999;

double attainable(const corpus::grouping& g, const statistics::permanova_result& tested) {
  if (tested.permutations == 0) return nan;
  std::vector<std::size_t> sizes(g.groups.size());
  for (const std::size_t group : g.group_of) ++sizes[group];
  const double exact = statistics::p_attainable_omnibus(sizes);
  return tested.exact ? exact : std::max(exact, 1 / (1 + static_cast<double>(tested.permutations)));
}

}  // namespace

corpus::grouping agreement_groups(const material& m, const clusters_options& options) {
  if (options.agree_with.empty()) return m.groups();
  const auto& columns = m.study().columns;
  if (!m.study().find_column(options.agree_with)) {
    throw data_error("--agree-with", fmt::format("there is no column \"{}\"", options.agree_with),
                     fmt::format("documents.csv has: {}.", corpus::join(columns)));
  }
  auto groups = corpus::group_by(m.study(), options.agree_with);
  if (groups.groups.size() < 2) {
    throw data_error("--agree-with",
                     fmt::format("column \"{}\" has one value only (\"{}\")", options.agree_with, groups.groups[0]),
                     "Agreement takes two or more; choose another column, or other documents with --where.");
  }
  return groups;
}

group_test test_groups(const material& m, const corpus::grouping& g, const Eigen::MatrixXd& distances) {
  if (g.groups.size() < 2) return {{}, {nan, nan, nan, 0, 0, false}, nan};
  std::vector<int> groups;
  for (const std::size_t group : g.group_of) groups.push_back(static_cast<int>(group) + 1);
  philox random(m.options().seed, static_cast<std::uint32_t>(statistics::random_study::permanova), 0);
  statistics::permanova_options options;
  if (groups.size() > many_documents) options.permutations = permutations_of_many;
  const auto tested = statistics::permanova(distances, groups, random, options);
  return {std::move(groups), tested, attainable(g, tested)};
}

statistics::interval index_interval(std::span<const std::vector<int>> labels, const std::vector<int>& groups) {
  if (groups.empty()) return {nan, nan};
  std::vector<double> indices;
  for (const auto& clusters : labels) {
    indices.push_back(clusters.empty() ? nan : statistics::adjusted_rand_index(clusters, groups));
  }
  return statistics::percentile_interval(std::move(indices));
}

}  // namespace isogloss::studies
