#include "lloyd.hpp"
#include "matrix_checks.hpp"

#include "isogloss/statistics/partition_clustering.hpp"

#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

void check_points(std::string_view function, const MatrixXd& points, Index k) {
  check_has_rows(function, "points", points.rows());
  if (k < 1 || k > points.rows()) {
    throw std::invalid_argument(std::string(function) + ": k is " + std::to_string(k) + ", but must be in [1, " +
                                std::to_string(points.rows()) + "]");
  }
  check_finite(function, "points", points);
}

void check_centres(std::string_view function, const MatrixXd& points, const MatrixXd& centres) {
  check_points(function, points, centres.rows());
  if (centres.cols() != points.cols()) {
    throw std::invalid_argument(std::string(function) + ": centres has " + std::to_string(centres.cols()) +
                                " columns, but must have " + std::to_string(points.cols()) + " as points");
  }
  check_finite(function, "centres", centres);
}

void check_restarts(std::string_view function, const MatrixXd& points, int k, int restarts) {
  check_points(function, points, k);
  if (restarts > 0) return;
  throw std::invalid_argument(std::string(function) + ": restarts is " + std::to_string(restarts) +
                              ", but must be positive");
}

MatrixXd unit_rows(std::string_view what, const MatrixXd& rows) {
  const Eigen::VectorXd lengths = rows.rowwise().norm();
  for (Index i = 0; i < rows.rows(); ++i) {
    if (lengths(i) > 0) continue;
    throw std::domain_error("spherical_k_means: the length of row " + std::to_string(i) + " of " + std::string(what) +
                            " is 0, but must be positive");
  }
  return rows.array().colwise() / lengths.array();
}

// Between unit rows, 1 - cosine is half the squared distance.
partition in_cosines(partition p) {
  p.objective /= 2;
  return p;
}

}  // namespace

partition k_means(const MatrixXd& points, const MatrixXd& centres) {
  check_centres("k_means", points, centres);
  return lloyd(points, centres, centre_kind::mean);
}

partition k_means(const MatrixXd& points, int k, int restarts, philox& random) {
  check_restarts("k_means", points, k, restarts);
  return best_lloyd(points, k, restarts, centre_kind::mean, random);
}

partition spherical_k_means(const MatrixXd& points, const MatrixXd& centres) {
  check_centres("spherical_k_means", points, centres);
  return in_cosines(lloyd(unit_rows("points", points), unit_rows("centres", centres), centre_kind::unit));
}

partition spherical_k_means(const MatrixXd& points, int k, int restarts, philox& random) {
  check_restarts("spherical_k_means", points, k, restarts);
  return in_cosines(best_lloyd(unit_rows("points", points), k, restarts, centre_kind::unit, random));
}

}  // namespace isogloss::statistics
