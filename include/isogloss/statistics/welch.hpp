#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "isogloss/statistics/held_counts.hpp"

namespace isogloss::statistics {

struct welch_test {
  double statistic = 0.0;
  double degrees_of_freedom = 0.0;
  double p_value = 0.0;  ///< two-sided
};

/// Welch's t test: do the means of two groups differ, whatever their variances?
///
///   t = (m_1 - m_2) / sqrt(e_1 + e_2),   e_k = s_k^2 / n_k
///   df = (e_1 + e_2)^2 / (e_1^2 / (n_1 - 1) + e_2^2 / (n_2 - 1))
///
/// Symbols    m_k, s_k^2, n_k mean, variance (n - 1) and number of the values of target and reference, such as a term's
///            relative frequency in each document
/// Range      t every real number; df from min(n_1, n_2) - 1 to n_1 + n_2 - 2; p 0 to 1
/// Direction  positive t: higher in the target; changes sign when target and reference are swapped
///
/// @return    NaN in all fields where a group has fewer than two values, or both have no variance
/// @throws    std::domain_error  a value is not finite
/// Source     Welch (1947), Biometrika 34, 28-35
/// Checked    tests/statistics/welch_test.cpp: by hand, with p in closed form for df 2
[[nodiscard]] welch_test welch(std::span<const double> target, std::span<const double> reference);

/// The same test of many terms, whose values are 0 in most places, to the last bit, in a small part of the time.
///
/// @param target, reference  values by place, parallel: one of each for a term
/// @param n_target, n_reference  how many places there are
/// @throws    std::domain_error  a value is not finite; std::invalid_argument  the spans differ in length
/// Checked    tests/statistics/held_counts_test.cpp: against the test of one term's values
[[nodiscard]] std::vector<welch_test> welch(std::span<const held_counts> target, std::size_t n_target,
                                            std::span<const held_counts> reference, std::size_t n_reference);

}  // namespace isogloss::statistics
