#include "isogloss/statistics/log_likelihood.hpp"

#include <cmath>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

bool one_corpus_is_empty(const contingency& t) {
  return t.target_tokens == 0.0 || t.reference_tokens == 0.0;
}

// D(a, E_a) + D(b, E_b) of the row whose sum is `count`; `excess` = a - E_a = E_b - b.
double row_deviance(const contingency& t, double a, double b, double excess) {
  const double rate = (a + b) / t.tokens();
  return deviance_term(a, rate * t.target_tokens, excess) + deviance_term(b, rate * t.reference_tokens, -excess);
}

}  // namespace

double log_likelihood(const contingency& t) {
  checks::table("log_likelihood", t);
  if (one_corpus_is_empty(t)) return not_a_number;
  const double excess = excess_count(t);
  return 2.0 * (row_deviance(t, t.target_count, t.reference_count, excess) +
                row_deviance(t, t.target_others(), t.reference_others(), -excess));
}

double log_likelihood_two_cell(const contingency& t) {
  checks::table("log_likelihood_two_cell", t);
  if (one_corpus_is_empty(t)) return not_a_number;
  return 2.0 * row_deviance(t, t.target_count, t.reference_count, excess_count(t));
}

double log_likelihood_williams(const contingency& t) {
  checks::table("log_likelihood_williams", t);
  const double n = t.tokens();
  const double rows = n / t.count() + n / (n - t.count()) - 1.0;
  const double columns = n / t.target_tokens + n / t.reference_tokens - 1.0;
  return log_likelihood(t) / (1.0 + rows * columns / (6.0 * n));
}

double bayes_information_criterion(const contingency& t) {
  checks::table("bayes_information_criterion", t);
  return log_likelihood(t) - std::log(t.tokens());
}

}  // namespace isogloss::statistics
