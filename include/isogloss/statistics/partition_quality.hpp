#pragma once

#include <Eigen/Core>

#include <span>
#include <vector>

namespace isogloss::statistics {

/// How well every document sits in its cluster.
struct silhouette {
  std::vector<int> neighbours;  ///< label of the nearest other cluster; 0 when there is only one cluster
  Eigen::VectorXd widths;
};

/// Silhouette widths of a partition.
///
///   s_i = (b_i - a_i) / max(a_i, b_i)
///
/// Symbols    a_i mean distance to the others of its own cluster; b_i the least mean distance to another
///            cluster (of several, the lowest label)
/// Range      -1 to 1, larger sits better; 0 for a document alone in its cluster, and where a_i = b_i
///
/// Shapes     distances: n x n, of which the lower triangle is read; labels: n, any numbers
///
/// @return    widths NaN with fewer than two clusters
/// @throws    std::invalid_argument  not square, or the number of labels is not n
/// @throws    std::domain_error      a distance is NaN, infinite or negative
/// Source     Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, 53-65
/// Checked    tests/statistics/partition_quality_test.cpp: R's cluster::silhouette
[[nodiscard]] silhouette silhouettes(const Eigen::MatrixXd& distances, std::span<const int> labels);

/// The mean of the silhouette widths; NaN with fewer than two clusters.
[[nodiscard]] double mean_silhouette(const Eigen::MatrixXd& distances, std::span<const int> labels);

/// Agreement of two partitions of the same documents, corrected for chance.
///
///   ARI = (I - E) / ((A + B) / 2 - E),   E = A B / T
///
/// Symbols    I pairs together in both; A, B pairs together in one and in the other; T all pairs
/// Range      at most 1 (the same partition); about 0 by chance; can be negative
///
/// 0/0 arises only for two partitions both of one cluster or both of singletons, which are the same: 1.
///
/// @return    NaN with fewer than two documents, where there are no pairs
/// @throws    std::invalid_argument  the numbers of labels differ
/// Source     Hubert & Arabie (1985), Journal of Classification 2, 193-218, eq. 5
/// Checked    tests/statistics/partition_quality_test.cpp: by hand, and over all relabellings
[[nodiscard]] double adjusted_rand_index(std::span<const int> labels, std::span<const int> others);

}  // namespace isogloss::statistics
