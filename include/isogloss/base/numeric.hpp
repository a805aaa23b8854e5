#pragma once

#include <cmath>
#include <limits>

namespace isogloss {

/// The answer to a question that has none, such as the share of no occurrences.
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// x ln y, with 0 ln y = 0 for every y, 0 included: a zero count is ordinary data.
[[nodiscard]] inline double x_log_y(double x, double y) {
  return x == 0.0 ? 0.0 : x * std::log(y);
}

/// x log2 x, with 0 log2 0 = 0.
[[nodiscard]] inline double x_log2_x(double x) {
  return x == 0.0 ? 0.0 : x * std::log2(x);
}

[[nodiscard]] inline double square(double x) {
  return x * x;
}

[[nodiscard]] inline bool is_whole(double x) {
  return std::isfinite(x) && x == std::floor(x);
}

/// a b - c d to within two units in the last place, however near the two products are.
///
/// Source   Kahan; error bound by Jeannerod, Louvet & Muller (2013), Mathematics of Computation 82, 2245-2264
/// Checked  tests/base/numeric_test.cpp
[[nodiscard]] inline double difference_of_products(double a, double b, double c, double d) {
  const double product = c * d;
  const double error = std::fma(-c, d, product);
  return std::fma(a, b, -product) + error;
}

/// Half the Poisson deviance of one observation, accurate also where it nearly agrees with its expectation.
///
///   D(x, m) = x ln(x / m) - (x - m)
///
/// Symbols    x observed >= 0; m expected > 0 (or both 0); difference = x - m, passed because the caller often knows it
///            more exactly than the subtraction would give
/// Range      0 (x = m) upwards
///
/// Where x and m differ by less than a fifth the logarithm is expanded in v = (x - m)/(x + m):
/// ln(x/m) = 2 (v + v^3/3 + v^5/5 + ...), so that D = (x - m) v + 2 x (v^3/3 + v^5/5 + ...) without cancellation.
///
/// Source     Loader (2000), Fast and accurate computation of binomial probabilities, "bd0"
/// Checked    tests/base/numeric_test.cpp: against long double, and to first order at counts of 10^12
[[nodiscard]] double deviance_term(double observed, double expected, double difference);

}  // namespace isogloss
