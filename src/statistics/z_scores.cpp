#include "isogloss/statistics/z_scores.hpp"

#include "matrix_checks.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

// Compared exactly: a computed variance of equal numbers can come out as a rounding error above 0.
bool varies(const Eigen::MatrixXd& profiles, Eigen::Index column) {
  return (profiles.col(column).array() != profiles(0, column)).any();
}

std::vector<Eigen::Index> varying_columns(const Eigen::MatrixXd& profiles) {
  std::vector<Eigen::Index> kept;
  for (Eigen::Index j = 0; j < profiles.cols(); ++j) {
    if (varies(profiles, j)) kept.push_back(j);
  }
  return kept;
}

Eigen::VectorXd column_deviations(const Eigen::MatrixXd& values, const Eigen::VectorXd& means) {
  const auto squares = (values.rowwise() - means.transpose()).colwise().squaredNorm();
  return (squares / static_cast<double>(values.rows() - 1)).cwiseSqrt().transpose();
}

Eigen::MatrixXd standardised(const Eigen::MatrixXd& profiles, const standard_scores& scale) {
  Eigen::MatrixXd z(profiles.rows(), static_cast<Eigen::Index>(scale.kept.size()));
  for (Eigen::Index j = 0; j < z.cols(); ++j) {
    const auto column = scale.kept[static_cast<std::size_t>(j)];
    z.col(j) = (profiles.col(column).array() - scale.means(j)) / scale.deviations(j);
  }
  return z;
}

}  // namespace

standard_scores z_scores(const Eigen::MatrixXd& profiles) {
  check_has_rows("z_scores", "profiles", profiles.rows());
  check_finite("z_scores", "profiles", profiles);
  standard_scores result;
  result.kept = varying_columns(profiles);
  result.n_constant = profiles.cols() - static_cast<Eigen::Index>(result.kept.size());
  const Eigen::MatrixXd varying = profiles(Eigen::all, result.kept);
  result.means = varying.colwise().mean().transpose();
  result.deviations = column_deviations(varying, result.means);
  result.z = standardised(profiles, result);
  return result;
}

Eigen::MatrixXd z_scores(const Eigen::MatrixXd& profiles, const standard_scores& reference) {
  const auto expected = static_cast<Eigen::Index>(reference.kept.size()) + reference.n_constant;
  if (profiles.cols() != expected) {
    throw std::invalid_argument("z_scores: profiles has " + std::to_string(profiles.cols()) +
                                " columns, but must have " + std::to_string(expected) + " as the reference");
  }
  check_finite("z_scores", "profiles", profiles);
  return standardised(profiles, reference);
}

}  // namespace isogloss::statistics
