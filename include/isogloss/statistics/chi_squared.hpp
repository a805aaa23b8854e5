#pragma once

#include "isogloss/statistics/contingency.hpp"

namespace isogloss::statistics {

/// Pearson's chi-squared of the 2x2 table.
///
///   X2 = sum over the four cells of (O - E)^2 / E
///
/// Symbols    O the cells of the table; E = row sum * column sum / N
/// Range      0 (equal relative frequencies) to N
/// Direction  larger is more different; unsigned
///
/// @return    NaN where a row or column sum is 0 (an empty corpus, a term that never occurs, no other term), as in R
/// @throws    std::domain_error  a count is negative or above its corpus's tokens
/// Source     Pearson (1900), Philosophical Magazine 50, 157-175
/// Checked    tests/statistics/chi_squared_test.cpp: Dunning 1993 p. 73, R
[[nodiscard]] double chi_squared(const contingency& table);

/// Chi-squared with Yates's correction for continuity.
///
///   X2 = sum over the four cells of (|O - E| - min(1/2, |O - E|))^2 / E
///
/// Symbols    as for chi_squared; |O - E| is the same in all four cells of a 2x2 table
/// Range      0 to X2
/// Direction  larger is more different; unsigned
///
/// @return    NaN where a row or column sum is 0
/// @throws    std::domain_error  a count is negative or above its corpus's tokens
/// Source     Yates (1934), Supplement to the JRSS 1(2), 217-235; the minimum as in R's chisq.test
/// Checked    tests/statistics/chi_squared_test.cpp: Pedersen 1996, R; docs/parity.md for quanteda
[[nodiscard]] double chi_squared_yates(const contingency& table);

/// Probability of a chi-squared (or G2, or LL) at least this large where there is no difference.
///
///   p = P(X >= statistic),   X ~ chi2(degrees_of_freedom)
///
/// Range      0 to 1
/// Direction  smaller is stronger evidence. For counts of tokens it is description only: tokens of one document are not
///            independent, and a true null is called significant far too often
///
/// @return    NaN for a statistic that is NaN
/// @throws    std::domain_error  the statistic is negative, or there is no degree of freedom
/// Checked    tests/statistics/chi_squared_test.cpp: R, and erfc down to 10^-300
[[nodiscard]] double chi_squared_p_value(double statistic, double degrees_of_freedom = 1.0);

}  // namespace isogloss::statistics
