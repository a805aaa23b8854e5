#pragma once

#include <Eigen/SparseCore>
#include <span>
#include <vector>

#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/nested_bootstrap.hpp"

namespace isogloss::statistics {

/// The counts of a comparison by segment.
struct segment_counts {
  Eigen::SparseMatrix<double> counts;  ///< n_segments x n_terms, column-major, in tokens
  Eigen::VectorXd tokens;              ///< n_segments, running words
  std::vector<bool> is_target;         ///< n_segments; the others are the reference's
};

/// Bootstrap intervals at 95 % of the log ratio of every term, from segments drawn as `weights` say.
///
///   log_ratio* = log2( ((y_t* + 1/2) / n_t*) / ((y_r* + 1/2) / n_r*) )
///
/// Symbols    y*, n* weighted sums of counts and running words over the segments of target (t) and reference (r)
/// Shapes     weights: n_replicates x n_segments; result: n_terms
/// Direction  above 0: more frequent in the target
///
/// The ends are percentiles, stretched about the log ratio of the counts themselves by `expansion` (see
/// small_sample_expansion; 1 leaves them). A term that never occurs on one side has one end only: resamples of nothing
/// are nothing, so that side is given 3.69 occurrences, the upper 97.5 % limit of a Poisson mean of which none was seen
/// (-ln 0.025), in every resample, and the end beyond which nothing is known is NaN.
///
/// @return    NaN twice where fewer than 40 replicates are given, no segment can be drawn another number of times, or
/// the
///            term occurs nowhere
/// @throws    std::invalid_argument  the shapes do not agree
/// Source     Hardie (2014), "Log Ratio"; Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13
/// Checked    tests/statistics/log_ratio_intervals_test.cpp: against resampling texts by hand; coverage in
///            tests/statistics/calibration_test.cpp
[[nodiscard]] std::vector<interval> log_ratio_intervals(const segment_counts& segments, const resample_weights& weights,
                                                        double expansion = 1);

}  // namespace isogloss::statistics
