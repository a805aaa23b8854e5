#pragma once

#include <span>
#include <vector>

namespace isogloss::statistics {

/// Benjamini-Hochberg q-values, in the order of the p-values.
///
///   q_(i) = min over k >= i of min(1, p_(k) m / k),   p_(1) <= ... <= p_(m)
///
/// Symbols    m the number of p-values that exist
/// Range      each q from its p to 1; q has the order of p
/// Direction  calling all with q <= 0.05 significant keeps the expected share of false calls at or below 0.05
///
/// @return    NaN where p is NaN: such a test was not made, and is not counted in m
/// @throws    std::domain_error  a p-value lies outside [0, 1]
/// Source     Benjamini & Hochberg (1995), JRSS B 57(1), 289-300
/// Checked    tests/statistics/multiple_testing_test.cpp: their table 1, and the definition by brute force
[[nodiscard]] std::vector<double> benjamini_hochberg(std::span<const double> p_values);

}  // namespace isogloss::statistics
