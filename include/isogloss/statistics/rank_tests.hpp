#pragma once

#include <cstddef>
#include <span>

namespace isogloss::statistics {

/// Share of pairs, one value of each group, in which the target's value is the larger; ties count one half.
///
///   ( #{x > y} + #{x = y} / 2 ) / (n_1 n_2)
///
/// Symbols    x, y values of target and reference, such as a term's relative frequency in each document
/// Range      0 (every target value below every reference value) to 1; 0.5 = no difference
/// Direction  larger: higher in the target; swapping target and reference gives 1 minus it
///
/// @return    NaN where one group is empty
/// @throws    std::domain_error  a value is not finite
/// Source     Mann & Whitney (1947), Annals of Mathematical Statistics 18(1), 50-60: U / (n_1 n_2); also known as the
///            probability of superiority, Vargha & Delaney's A, area under the ROC curve
/// Checked    tests/statistics/rank_tests_test.cpp: by hand, and against counting the pairs
[[nodiscard]] double consistency(std::span<const double> target, std::span<const double> reference);

struct mann_whitney_test {
  double u = 0.0;         ///< pairs in which the target is larger, ties one half
  double rank_sum = 0.0;  ///< of the target: u + n_1 (n_1 + 1) / 2
  double p_value = 0.0;   ///< two-sided
  bool exact = false;     ///< counted, not approximated
};

/// Mann-Whitney U test (Wilcoxon's rank sum) of the values of two groups, two-sided.
///
///   exact    p = min(1, 2 min(P(U <= u), P(U >= u))) over all C(n_1 + n_2, n_1) ways to deal the ranks
///   else     z = (|u - m| - 1/2) / s, not below 0; m = n_1 n_2 / 2;
///            s^2 = n_1 n_2 / 12 (n + 1 - sum (t^3 - t) / (n (n - 1)));   p = P(|Z| >= z)
///
/// Symbols    n = n_1 + n_2; t the sizes of groups of tied values; Z normal
/// Range      u from 0 to n_1 n_2; p 0 to 1
/// Direction  larger u: higher in the target; smaller p is stronger evidence
///
/// Exact for at most 20 values without ties. (R counts up to 49 values on each side.)
///
/// @return    u, rank_sum and p_value NaN where one group is empty; p_value NaN where all values are equal
/// @throws    std::domain_error  a value is not finite
/// Source     Mann & Whitney (1947), as above; ties: Lehmann (1975), Nonparametrics, ch. 1
/// Checked    tests/statistics/rank_tests_test.cpp: Kilgarriff 2001 p. 238, tables of U, enumeration
[[nodiscard]] mann_whitney_test mann_whitney(std::span<const double> target, std::span<const double> reference);

/// Values of one group of which most are 0.
struct sparse_values {
  std::span<const double> positive;
  std::size_t n = 0;  ///< values, those that are 0 included
};

/// The same, to the last bit, without a look at the zeros.
///
/// @throws    std::domain_error  a value that should be above 0 is not finite or not above 0, or there are more than n
/// Checked    tests/statistics/rank_tests_test.cpp: against the test of all values
[[nodiscard]] mann_whitney_test mann_whitney(const sparse_values& target, const sparse_values& reference);

}  // namespace isogloss::statistics
