#include "hypergeometric.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "isogloss/statistics/log_likelihood.hpp"

namespace isogloss::statistics::hypergeometric {
namespace {

constexpr double half_ln_two_pi = 0.91893853320467274178;
constexpr double negligible = 1e-18;  // of the sum so far

using small_table = std::array<double, 16>;

small_table small_excesses() {
  small_table excesses{};
  long double log_factorial = 0.0L;
  for (std::size_t n = 1; n < excesses.size(); ++n) {
    const long double x = static_cast<long double>(n);
    log_factorial += std::log(x);
    excesses[n] = static_cast<double>(log_factorial - (x * std::log(x) - x));
  }
  return excesses;
}

// ln n! - (n ln n - n): from a table, or by Stirling's series, whose next term is below 2e-16 from n = 16
double factorial_excess(double n) {
  static const small_table small = small_excesses();
  if (n < 16.0) return small[static_cast<std::size_t>(n)];
  const double s = 1.0 / (n * n);
  const double series = 1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188)));
  return half_ln_two_pi + 0.5 * std::log(n) + series / n;
}

// P(X >= x) / P(X = x) for x at or above the mode, where probabilities fall faster and faster
double falling_sum(const contingency& m, double x) {
  double term = 1.0;
  double sum = 1.0;
  for (const double last = highest(m); x < last && term > negligible * sum; x += 1.0) {
    term *= step_up(m, x);
    sum += term;
  }
  return sum;
}

double falling_tail(const contingency& m, double x) {
  return x > highest(m) ? 0.0 : std::exp(log_probability(m, x)) * falling_sum(m, x);
}

}  // namespace

double lowest(const contingency& m) {
  return std::max(0.0, m.count() - m.reference_tokens);
}

double highest(const contingency& m) {
  return std::min(m.count(), m.target_tokens);
}

double mode(const contingency& m) {
  const double peak = std::floor((m.count() + 1.0) * ((m.target_tokens + 1.0) / (m.tokens() + 2.0)));
  return std::clamp(peak, lowest(m), highest(m));
}

contingency with_target_count(const contingency& m, double x) {
  return {x, m.count() - x, m.target_tokens, m.reference_tokens};
}

double log_probability(const contingency& m, double x) {
  if (lowest(m) == highest(m)) return 0.0;
  const contingency t = with_target_count(m, x);
  const double margins = factorial_excess(t.count()) + factorial_excess(t.tokens() - t.count()) +
                         factorial_excess(t.target_tokens) + factorial_excess(t.reference_tokens);
  const double cells = factorial_excess(t.target_count) + factorial_excess(t.reference_count) +
                       factorial_excess(t.target_others()) + factorial_excess(t.reference_others());
  return -0.5 * log_likelihood(t) + (margins - factorial_excess(t.tokens()) - cells);
}

double step_up(const contingency& m, double x) {
  const double b = m.count() - x;
  return (b / (x + 1.0)) * ((m.target_tokens - x) / (m.reference_tokens - b + 1.0));
}

double upper_tail(const contingency& m, double x) {
  if (x > mode(m)) return falling_tail(m, x);
  if (x <= lowest(m)) return 1.0;
  return 1.0 - falling_tail(m.swapped(), m.count() - (x - 1.0));
}

double lower_tail(const contingency& m, double x) {
  return upper_tail(m.swapped(), m.count() - x);
}

}  // namespace isogloss::statistics::hypergeometric
