#pragma once

#include "isogloss/base/philox.hpp"

#include <Eigen/Core>

#include <vector>

namespace isogloss::statistics {

/// Documents in k clusters.
struct partition {
  std::vector<int> labels;  ///< from 1, numbered by first appearance
  double objective = 0;     ///< what was minimised
  Eigen::MatrixXd centres;  ///< k x n_terms, row c - 1 the centre of cluster c
  int iterations = 0;       ///< rounds of assignment, the last of which gained nothing
};

/// Documents in k clusters around documents.
struct medoid_partition {
  std::vector<int> labels;     ///< from 1, numbered by first appearance
  double objective = 0;        ///< mean distance to the nearest medoid
  double build_objective = 0;  ///< the same after BUILD, before SWAP
  std::vector<int> medoids;    ///< rows from 0, in the order of the labels
};

/// k-means by Lloyd's iteration from the centres given.
///
///   objective = sum_i | x_i - centre of its cluster |^2
///
/// A document moves only to a centre strictly nearer; at first, of several nearest it takes the first. A
/// cluster that falls empty takes the document farthest from its centre (the first of several) out of a cluster of at
/// least two.
///
/// Shapes     points: n x n_terms; centres: k x n_terms
/// @throws    std::invalid_argument  no points, columns differ, or k is not in [1, n]
/// @throws    std::domain_error      a value is not finite
/// Source     Lloyd (1982), IEEE Transactions on Information Theory 28(2), 129-137
/// Checked    tests/statistics/partition_clustering_test.cpp: R's kmeans(algorithm = "Lloyd")
[[nodiscard]] partition k_means(const Eigen::MatrixXd& points, const Eigen::MatrixXd& centres);

/// k-means from k-means++ centres, the best of `restarts` runs (the first of several equal ones).
///
/// @throws    std::invalid_argument  as above, or restarts is not positive
/// Source     Arthur & Vassilvitskii (2007), SODA '07, 1027-1035
[[nodiscard]] partition k_means(const Eigen::MatrixXd& points, int k, int restarts, philox& random);

/// Spherical k-means: rows and centres have length 1, and cosines count.
///
///   objective = sum_i (1 - cos(x_i, centre of its cluster))
///
/// A cluster whose rows cancel out keeps its centre.
///
/// @throws    std::domain_error  a row is zero (or a centre); otherwise as k_means
/// Source     Dhillon & Modha (2001), Machine Learning 42, 143-175
[[nodiscard]] partition spherical_k_means(const Eigen::MatrixXd& points, const Eigen::MatrixXd& centres);

/// The same from centres drawn as in k-means++ over the unit rows.
[[nodiscard]] partition spherical_k_means(const Eigen::MatrixXd& points, int k, int restarts, philox& random);

/// Partitioning around medoids: BUILD, then SWAP until no exchange lowers the objective.
///
///   objective = 1/n sum_i d(i, nearest medoid)
///
/// Ties as in R's cluster::pam: in BUILD the last candidate, in SWAP the first pair; a document equally near two
/// medoids belongs to the one with the lower row.
///
/// Shapes     distances: n x n, of which the lower triangle is read
/// @throws    std::invalid_argument  not square, or k is not in [1, n]
/// @throws    std::domain_error      a distance is NaN, infinite or negative
/// Source     Kaufman & Rousseeuw (1990), Finding Groups in Data, ch. 2
/// Checked    tests/statistics/partition_clustering_test.cpp: R's cluster::pam
[[nodiscard]] medoid_partition pam(const Eigen::MatrixXd& distances, int k);

}  // namespace isogloss::statistics
