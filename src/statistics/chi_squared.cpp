#include "isogloss/statistics/chi_squared.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

bool has_an_empty_margin(const contingency& t) {
  return t.target_tokens == 0.0 || t.reference_tokens == 0.0 || t.count() == 0.0 || t.count() == t.tokens();
}

// sum of difference^2 / E over the four cells: 1/E_a + 1/E_b + 1/E_c + 1/E_d = N (1/r1 + 1/r2) (1/n1 + 1/n2)
double from_difference(const contingency& t, double difference) {
  if (has_an_empty_margin(t)) return not_a_number;
  const double rows = 1.0 / t.count() + 1.0 / (t.tokens() - t.count());
  const double columns = 1.0 / t.target_tokens + 1.0 / t.reference_tokens;
  return square(difference) * t.tokens() * rows * columns;
}

}  // namespace

double chi_squared(const contingency& t) {
  checks::table("chi_squared", t);
  return from_difference(t, excess_count(t));
}

double chi_squared_yates(const contingency& t) {
  checks::table("chi_squared_yates", t);
  const double difference = std::abs(excess_count(t));
  return from_difference(t, difference - std::min(0.5, difference));
}

double chi_squared_p_value(double statistic, double degrees_of_freedom) {
  checks::positive("chi_squared_p_value", "degrees_of_freedom", degrees_of_freedom);
  if (std::isnan(statistic)) return not_a_number;
  checks::in_range("chi_squared_p_value", "statistic", statistic, 0.0, infinity);
  if (std::isinf(statistic)) return 0.0;
  return boost::math::cdf(boost::math::complement(boost::math::chi_squared(degrees_of_freedom), statistic));
}

}  // namespace isogloss::statistics
