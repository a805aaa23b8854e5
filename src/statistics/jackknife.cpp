#include "isogloss/statistics/jackknife.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

namespace isogloss::statistics {

interval jackknife_interval(std::span<const double> leave_one_out, double value) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  if (leave_one_out.size() < 2) return {nan, nan};
  const auto n = static_cast<double>(leave_one_out.size());
  const double mean = std::accumulate(leave_one_out.begin(), leave_one_out.end(), 0.0) / n;
  double squares = 0;
  for (const double v : leave_one_out) squares += (v - mean) * (v - mean);
  const double t = boost::math::quantile(boost::math::students_t(n - 1), 0.975);
  const double half = t * std::sqrt((n - 1) / n * squares);
  return std::isfinite(half) ? interval{value - half, value + half} : interval{nan, nan};
}

}  // namespace isogloss::statistics
