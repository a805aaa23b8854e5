#include "isogloss/statistics/association.hpp"

#include <algorithm>
#include <cmath>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/log_likelihood.hpp"

namespace isogloss::statistics {
namespace {

void check(const char* function, const cooccurrence& c) {
  checks::not_negative(function, "node_count", c.node_count);
  checks::not_negative(function, "collocate_count", c.collocate_count);
  checks::not_negative(function, "tokens", c.tokens);
  checks::in_range(function, "window", c.window, 1.0, 1e9);
  checks::in_range(function, "observed_count", c.observed_count, 0.0,
                   c.window * std::min(c.node_count, c.collocate_count));
}

double expected(const cooccurrence& c) {
  return c.node_count * c.collocate_count * c.window / c.tokens;
}

// O - E from whole numbers, so that it keeps its digits where the two nearly agree.
double excess(const cooccurrence& c) {
  return difference_of_products(c.observed_count, c.tokens, c.node_count * c.window, c.collocate_count) / c.tokens;
}

double positions(const cooccurrence& c) {
  return c.window * c.node_count;
}

// How much larger the share a / whole is than (part - a) / (tokens - whole); NaN where one has nothing to be a share
// of.
double difference_of_shares(double a, double whole, double part, double tokens) {
  if (whole == 0.0 || whole == tokens) return not_a_number;
  return a / whole - (part - a) / (tokens - whole);
}

}  // namespace

double expected_count(const cooccurrence& c) {
  check("expected_count", c);
  return expected(c);
}

double log_likelihood(const cooccurrence& c) {
  check("log_likelihood", c);
  const double in_windows = positions(c);
  const double o = c.observed_count;
  const bool negative = o > c.collocate_count || in_windows > c.tokens || c.collocate_count - o > c.tokens - in_windows;
  if (negative) return not_a_number;
  return log_likelihood(contingency{o, c.collocate_count - o, in_windows, c.tokens - in_windows});
}

double simple_log_likelihood(const cooccurrence& c) {
  check("simple_log_likelihood", c);
  return 2.0 * deviance_term(c.observed_count, expected(c), excess(c));
}

double t_score(const cooccurrence& c) {
  check("t_score", c);
  return excess(c) / std::sqrt(c.observed_count);
}

double z_score(const cooccurrence& c) {
  check("z_score", c);
  return excess(c) / std::sqrt(expected(c));
}

double mutual_information(const cooccurrence& c) {
  check("mutual_information", c);
  return std::log2(c.observed_count / expected(c));
}

double mi3(const cooccurrence& c) {
  check("mi3", c);
  return std::log2(c.observed_count / expected(c)) + 2.0 * std::log2(c.observed_count);
}

double npmi(const cooccurrence& c) {
  check("npmi", c);
  const double e = expected(c);
  if (c.observed_count >= c.tokens || !(e > 0.0)) return not_a_number;
  if (c.observed_count == 0.0) return -1.0;  // the limit
  return std::log2(c.observed_count / e) / -std::log2(c.observed_count / c.tokens);
}

double log_dice(const cooccurrence& c) {
  check("log_dice", c);
  return 14.0 + std::log2(2.0 * c.observed_count / (c.node_count + c.collocate_count));
}

double delta_p_collocate_given_node(const cooccurrence& c) {
  check("delta_p_collocate_given_node", c);
  return difference_of_shares(c.observed_count, positions(c), c.collocate_count, c.tokens);
}

double delta_p_node_given_collocate(const cooccurrence& c) {
  check("delta_p_node_given_collocate", c);
  return difference_of_shares(c.observed_count, c.collocate_count, positions(c), c.tokens);
}

}  // namespace isogloss::statistics
