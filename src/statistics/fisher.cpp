#include "isogloss/statistics/fisher.hpp"

#include <algorithm>
#include <cmath>

#include "checks.hpp"
#include "hypergeometric.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

constexpr double tie = 1e-7;  // R: probabilities this near count as equal

// Least x in (mode, highest] that is no more probable than `limit`; highest + 1 where there is none.
double first_improbable_above_mode(const contingency& m, double limit) {
  double probable = hypergeometric::mode(m);
  double improbable = hypergeometric::highest(m) + 1.0;
  while (improbable - probable > 1.0) {
    const double middle = std::floor(probable + (improbable - probable) / 2.0);
    (hypergeometric::log_probability(m, middle) <= limit ? improbable : probable) = middle;
  }
  return improbable;
}

double improbable_upper_tail(const contingency& m, double limit) {
  return hypergeometric::upper_tail(m, first_improbable_above_mode(m, limit));
}

double two_sided(const contingency& t) {
  const double limit = hypergeometric::log_probability(t, t.target_count) + std::log1p(tie);
  if (hypergeometric::log_probability(t, hypergeometric::mode(t)) <= limit) return 1.0;
  return std::min(1.0, improbable_upper_tail(t, limit) + improbable_upper_tail(t.swapped(), limit));
}

// Moments about a of the tables on one side of it, weighted by psi: sums of w k^0, w k^1, w k^2, where w(a) = 1.
struct moments {
  double weight = 0.0;
  double first = 0.0;
  double second = 0.0;
};

moments moments_above(const contingency& t, double psi) {
  moments sums;
  double w = 1.0;
  const double last = hypergeometric::highest(t) - t.target_count;
  for (double k = 1.0; k <= last && w > 1e-22 * (1.0 + sums.weight); k += 1.0) {
    w *= psi * hypergeometric::step_up(t, t.target_count + k - 1.0);
    sums.weight += w;
    sums.first += w * k;
    sums.second += w * k * k;
  }
  return sums;
}

// Newton's step for ln psi: (a - mean) / variance
double newton_step(const contingency& t, double log_psi) {
  const moments up = moments_above(t, std::exp(log_psi));
  const moments down = moments_above(t.swapped(), std::exp(-log_psi));
  const double total = 1.0 + up.weight + down.weight;
  const double mean = (up.first - down.first) / total;
  return -mean / ((up.second + down.second) / total - square(mean));
}

double start(const contingency& t) {
  return std::log((t.target_count + 0.5) * (t.reference_others() + 0.5) /
                  ((t.reference_count + 0.5) * (t.target_others() + 0.5)));
}

}  // namespace

double fisher_exact(const contingency& t, alternative side) {
  checks::whole_table("fisher_exact", t);
  if (hypergeometric::lowest(t) == hypergeometric::highest(t)) return 1.0;
  if (side == alternative::less) return hypergeometric::lower_tail(t, t.target_count);
  if (side == alternative::greater) return hypergeometric::upper_tail(t, t.target_count);
  return two_sided(t);
}

double conditional_odds_ratio(const contingency& t) {
  checks::whole_table("conditional_odds_ratio", t);
  if (hypergeometric::lowest(t) == hypergeometric::highest(t)) return not_a_number;
  if (t.target_count == hypergeometric::lowest(t)) return 0.0;
  if (t.target_count == hypergeometric::highest(t)) return infinity;
  double log_psi = start(t);
  for (int round = 0; round < 100; ++round) {
    const double step = std::clamp(newton_step(t, log_psi), -1.0, 1.0);
    log_psi += step;
    if (std::abs(step) <= 1e-12) break;  // quadratic: the next step would be below 1e-20
  }
  return std::exp(log_psi);
}

}  // namespace isogloss::statistics
