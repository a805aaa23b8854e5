#pragma once

#include <Eigen/Core>
#include <vector>

#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/nested_bootstrap.hpp"

namespace isogloss::statistics {

/// Bootstrap intervals at 95 % of rates, from segments drawn as `weights` say.
///
///   rate* = sum_i w*_i y_i / sum_i w*_i n_i
///
/// Symbols    y, n   numerator and denominator of each segment; w* how often a resample draws it
/// Shapes     numerators, denominators: n_segments x n_rates; weights: n_replicates x n_segments; result: n_rates
/// Units      those of the rate
///
/// The ends are percentiles, stretched about the rate itself by `expansion` (see small_sample_expansion; 1 leaves
/// them). NaN twice where no segment has a numerator (resamples of nothing are nothing), where the resamples are all
/// alike, where there are fewer than 40 of them, or where over 5 % have no denominator.
///
/// @throws    std::invalid_argument  the shapes do not agree
/// Source     Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13
/// Checked    tests/statistics/rate_intervals_test.cpp: against resampling by hand, and the binomial's limits
[[nodiscard]] std::vector<interval> rate_intervals(const Eigen::MatrixXd& numerators,
                                                   const Eigen::MatrixXd& denominators, const resample_weights& weights,
                                                   double expansion = 1);

/// The same of sums: rate* = sum_i w*_i y_i.
[[nodiscard]] std::vector<interval> sum_intervals(const Eigen::MatrixXd& numerators, const resample_weights& weights,
                                                  double expansion = 1);

}  // namespace isogloss::statistics
