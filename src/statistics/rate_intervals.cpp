#include "isogloss/statistics/rate_intervals.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace isogloss::statistics {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

void require_shapes(const Eigen::MatrixXd& of_segments, const resample_weights& weights) {
  if (of_segments.rows() != weights.cols())
    throw std::invalid_argument("rate_intervals: numerators and weights differ in segments");
}

// Resampled sums of one column.
Eigen::VectorXd resampled(const Eigen::MatrixXd& of_segments, Eigen::Index column, const resample_weights& weights) {
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(weights.rows());
  for (Eigen::Index i = 0; i < of_segments.rows(); ++i) {
    if (of_segments(i, column) != 0) sums += of_segments(i, column) * weights.col(i).cast<double>();
  }
  return sums;
}

interval stretched(const Eigen::VectorXd& replicates, double value, double expansion) {
  if (replicates.size() == 0 || (replicates.array() == replicates[0]).all()) return {nan, nan};
  const interval plain = percentile_interval({replicates.begin(), replicates.end()});
  return {value + expansion * (plain.low - value), value + expansion * (plain.high - value)};
}

}  // namespace

std::vector<interval> rate_intervals(const Eigen::MatrixXd& numerators, const Eigen::MatrixXd& denominators,
                                     const resample_weights& weights, double expansion) {
  require_shapes(numerators, weights);
  if (numerators.rows() != denominators.rows() || numerators.cols() != denominators.cols())
    throw std::invalid_argument("rate_intervals: numerators and denominators differ in shape");
  std::vector<interval> result;
  for (Eigen::Index c = 0; c < numerators.cols(); ++c) {
    if (numerators.col(c).isZero(0)) {
      result.push_back({nan, nan});
      continue;
    }
    const Eigen::VectorXd rates = resampled(numerators, c, weights).cwiseQuotient(resampled(denominators, c, weights));
    result.push_back(stretched(rates, numerators.col(c).sum() / denominators.col(c).sum(), expansion));
  }
  return result;
}

std::vector<interval> sum_intervals(const Eigen::MatrixXd& numerators, const resample_weights& weights,
                                    double expansion) {
  require_shapes(numerators, weights);
  std::vector<interval> result;
  for (Eigen::Index c = 0; c < numerators.cols(); ++c) {
    result.push_back(numerators.col(c).isZero(0)
                         ? interval{nan, nan}
                         : stretched(resampled(numerators, c, weights), numerators.col(c).sum(), expansion));
  }
  return result;
}

}  // namespace isogloss::statistics
