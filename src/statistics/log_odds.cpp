#include "isogloss/statistics/log_odds.hpp"

#include <cmath>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

double others(double tokens, double count, const dirichlet_prior& prior) {
  return (tokens - count) + (prior.tokens - prior.count);
}

}  // namespace

log_odds_difference weighted_log_odds(const contingency& t, const dirichlet_prior& prior) {
  checks::table("weighted_log_odds", t);
  checks::positive("weighted_log_odds", "prior count", prior.count);
  checks::in_range("weighted_log_odds", "prior tokens", prior.tokens, prior.count, std::numeric_limits<double>::max());
  const double target = t.target_count + prior.count;
  const double reference = t.reference_count + prior.count;
  const double target_others = others(t.target_tokens, t.target_count, prior);
  const double reference_others = others(t.reference_tokens, t.reference_count, prior);
  const double variance = 1.0 / target + 1.0 / reference;
  if (target_others == 0.0 || reference_others == 0.0) return {not_a_number, variance, not_a_number};
  const double delta = std::log(target / reference) + std::log(reference_others / target_others);
  return {delta, variance, delta / std::sqrt(variance)};
}

}  // namespace isogloss::statistics
