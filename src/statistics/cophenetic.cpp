#include "matrix_checks.hpp"
#include "tree_walk.hpp"

#include "isogloss/statistics/dendrogram.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace isogloss::statistics {

namespace {

Eigen::VectorXd lower_triangle(const Eigen::MatrixXd& values) {
  const auto n = values.rows();
  Eigen::VectorXd pairs(n * (n - 1) / 2);
  Eigen::Index at = 0;
  for (Eigen::Index j = 0; j < n; ++j) {
    for (Eigen::Index i = j + 1; i < n; ++i) pairs(at++) = values(i, j);
  }
  return pairs;
}

double correlation_of(const Eigen::VectorXd& x, const Eigen::VectorXd& y) {
  if (x.size() < 2 || x.minCoeff() == x.maxCoeff() || y.minCoeff() == y.maxCoeff()) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const Eigen::VectorXd u = x.array() - x.mean();
  const Eigen::VectorXd v = y.array() - y.mean();
  return u.dot(v) / (u.norm() * v.norm());
}

}  // namespace

Eigen::MatrixXd cophenetic_distances(std::span<const merge> merges) {
  const auto below = clades(merges);
  const auto n = static_cast<Eigen::Index>(merges.size()) + 1;
  Eigen::MatrixXd heights = Eigen::MatrixXd::Zero(n, n);
  for (const auto& m : merges) {
    for (const int i : rows_below(below, m.left)) {
      for (const int j : rows_below(below, m.right)) heights(i, j) = heights(j, i) = m.height;
    }
  }
  return heights;
}

double cophenetic_correlation(const Eigen::MatrixXd& distances, std::span<const merge> merges) {
  check_distances("cophenetic_correlation", distances);
  const Eigen::MatrixXd heights = cophenetic_distances(merges);
  check_one_each("cophenetic_correlation", "distances", static_cast<std::size_t>(distances.rows()), merges.size() + 1);
  return correlation_of(lower_triangle(distances), lower_triangle(heights));
}

}  // namespace isogloss::statistics
