#include "isogloss/statistics/effect_sizes.hpp"

#include <cmath>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

double log2_ratio(const contingency& t, double target_count, double reference_count) {
  if (t.count() == 0.0 || t.target_tokens == 0.0 || t.reference_tokens == 0.0) return not_a_number;
  // a n2 and b n1 are exact where equal, so that equal relative frequencies give 0
  return std::log2((target_count * t.reference_tokens) / (reference_count * t.target_tokens));
}

}  // namespace

double log_ratio(const contingency& t, double smoothing) {
  checks::table("log_ratio", t);
  checks::not_negative("log_ratio", "smoothing", smoothing);
  return log2_ratio(t, t.target_count + smoothing, t.reference_count + smoothing);
}

double log_ratio_hardie(const contingency& t, double replacement) {
  checks::table("log_ratio_hardie", t);
  checks::positive("log_ratio_hardie", "replacement", replacement);
  return log2_ratio(t, t.target_count == 0.0 ? replacement : t.target_count,
                    t.reference_count == 0.0 ? replacement : t.reference_count);
}

double odds_ratio(const contingency& t) {
  checks::table("odds_ratio", t);
  return (t.target_count * t.reference_others()) / (t.reference_count * t.target_others());
}

double relative_risk(const contingency& t) {
  checks::table("relative_risk", t);
  return (t.target_count * t.reference_tokens) / (t.reference_count * t.target_tokens);
}

double difference_coefficient(const contingency& t) {
  checks::table("difference_coefficient", t);
  const double difference =
      difference_of_products(t.target_count, t.reference_tokens, t.reference_count, t.target_tokens);
  return difference / (t.target_count * t.reference_tokens + t.reference_count * t.target_tokens);
}

double percent_diff(const contingency& t) {
  checks::table("percent_diff", t);
  const double difference =
      difference_of_products(t.target_count, t.reference_tokens, t.reference_count, t.target_tokens);
  return 100.0 * difference / (t.reference_count * t.target_tokens);
}

double simple_maths(const contingency& t, double smoothing_per_million) {
  checks::table("simple_maths", t);
  checks::not_negative("simple_maths", "smoothing_per_million", smoothing_per_million);
  const double target = 1e6 * t.target_count / t.target_tokens + smoothing_per_million;
  return target / (1e6 * t.reference_count / t.reference_tokens + smoothing_per_million);
}

}  // namespace isogloss::statistics
