#include "studies/cluster_labels.hpp"

#include <stdexcept>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/dendrogram.hpp"
#include "isogloss/statistics/partition_clustering.hpp"

namespace isogloss::studies {
namespace {

using statistics::linkage;
using statistics::merge;

constexpr int starts = 25;
constexpr int starts_of_resamples = 5;

philox random_of(const material& m, const layer& l, std::uint32_t part) {
  return philox(m.options().seed, static_cast<std::uint32_t>(statistics::random_study::k_means),
                static_cast<std::uint32_t>(l.kind()), part);
}

std::vector<int> by_centres(const std::string& method, const Eigen::MatrixXd& coordinates, int k, int restarts,
                            philox random) {
  if (method == "k-means") return statistics::k_means(coordinates, k, restarts, random).labels;
  return statistics::spherical_k_means(coordinates, k, restarts, random).labels;
}

}  // namespace

std::optional<std::vector<int>> cut_tree(const std::vector<merge>& merges, int k) {
  try {
    return statistics::cut(merges, k);
  } catch (const std::domain_error&) {
    return std::nullopt;
  }
}

// The clusters of each tree; none for a tree that cannot be cut.
std::vector<std::vector<int>> cut_trees(const std::vector<std::vector<merge>>& trees, int k) {
  std::vector<std::vector<int>> labels(trees.size());
  for (std::size_t i = 0; i < trees.size(); ++i) labels[i] = cut_tree(trees[i], k).value_or(std::vector<int>{});
  return labels;
}

std::vector<int> partition_of(const material& m, const layer& l, const std::string& method,
                              const Eigen::MatrixXd& distances, int k) {
  if (method == "pam") return statistics::pam(distances, k).labels;
  return by_centres(method, l.coordinates(), k, starts, random_of(m, l, 0));
}

std::vector<std::vector<int>> resampled_partitions(const material& m, const layer& l, const std::string& method,
                                                   const text_resamples& resamples, int k) {
  std::vector<std::vector<int>> labels(resamples.replicates.size());
  parallel_for(labels.size(), {"clustering resamples", "resamples"}, [&](std::size_t i) {
    if (method == "pam") {
      labels[i] = statistics::pam(resamples.distances[i], k).labels;
      return;
    }
    const std::uint32_t replicate = resamples.replicates[i];
    const Eigen::MatrixXd coordinates = l.coordinates_resampled(weights_of(m, l, replicate));
    labels[i] = by_centres(method, coordinates, k, starts_of_resamples, random_of(m, l, replicate + 1));
  });
  return labels;
}

}  // namespace isogloss::studies
