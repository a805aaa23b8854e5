#include "isogloss/statistics/welch.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

struct group_summary {
  double n;
  double mean;
  double squared_error;  // variance of the mean
};

group_summary summary(std::span<const double> values) {
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0.0;
  for (const double x : values) squares += square(x - mean);
  return {n, mean, squares / (n - 1.0) / n};
}

bool constant(std::span<const double> values) {
  for (const double x : values)
    if (x != values.front()) return false;
  return true;
}

double two_sided_p_value(double t, double degrees_of_freedom) {
  return 2.0 * boost::math::cdf(boost::math::complement(boost::math::students_t(degrees_of_freedom), std::abs(t)));
}

}  // namespace

welch_test welch(std::span<const double> target, std::span<const double> reference) {
  checks::finite("welch", "target", target);
  checks::finite("welch", "reference", reference);
  constexpr welch_test none{not_a_number, not_a_number, not_a_number};
  if (target.size() < 2 || reference.size() < 2 || (constant(target) && constant(reference))) return none;
  const group_summary a = summary(target);
  const group_summary b = summary(reference);
  const double squared_error = a.squared_error + b.squared_error;
  if (!(squared_error > 0.0) || std::isinf(squared_error)) return none;  // squares beyond the range of a double
  const double share = a.squared_error / squared_error;                  // of the target; avoids squares that underflow
  const double df = 1.0 / (square(share) / (a.n - 1.0) + square(1.0 - share) / (b.n - 1.0));
  const double t = (a.mean - b.mean) / std::sqrt(squared_error);
  return {t, df, two_sided_p_value(t, df)};
}

}  // namespace isogloss::statistics
