#pragma once

#include <span>

#include "isogloss/statistics/bootstrap.hpp"

namespace isogloss::statistics {

/// Interval at 95 % of a statistic of a text, from leaving out each of its segments in turn.
///
///   value -+ t(0.975, n - 1) * sqrt( (n - 1)/n * sum_i (v_i - mean v)^2 )
///
/// Symbols    v_i the statistic without segment i; n segments; t the quantile of Student's distribution
///
/// For measures of vocabulary, where drawing segments again would repeat their words and so invent repetition. That a
/// text is shorter by a segment shifts all v_i alike and drops out.
///
/// @param leave_one_out  v_i
/// @return    NaN twice for fewer than two segments or where a v_i does not exist
/// Source     Tukey (1958), Annals of Mathematical Statistics 29, 614; Efron & Tibshirani (1993), An Introduction to
/// the
///            Bootstrap, ch. 11
/// Checked    tests/statistics/jackknife_test.cpp: the standard error of a mean; coverage in docs/calibration.md
[[nodiscard]] interval jackknife_interval(std::span<const double> leave_one_out, double value);

}  // namespace isogloss::statistics
