#include "isogloss/statistics/proportion.hpp"

#include "checks.hpp"

#include <cmath>
#include <limits>

namespace isogloss::statistics {

interval wilson_interval(double successes, double n) {
  checks::not_negative("wilson_interval", "n", n);
  checks::in_range("wilson_interval", "successes", successes, 0, n);
  if (n == 0) return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  constexpr double z = 1.959963984540054;
  const double p = successes / n;
  const double middle = p + z * z / (2 * n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  // At 0 and n one end is exactly the bound, and rounding would miss it.
  return {successes == 0 ? 0 : (middle - half) / scale, successes == n ? 1 : (middle + half) / scale};
}

}  // namespace isogloss::statistics
