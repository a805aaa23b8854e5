#include "isogloss/statistics/diversity.hpp"

#include <cmath>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

void check(const char* function, const vocabulary_size& size) {
  checks::not_negative(function, "tokens", size.tokens);
  checks::in_range(function, "types", size.types, size.tokens > 0.0 ? 1.0 : 0.0, size.tokens);
}

void check(const char* function, const vocabulary_size& size, double logarithm_base) {
  check(function, size);
  checks::above(function, "logarithm_base", logarithm_base, 1.0);
}

// (log N - log V) / (log N)^2; the quotient of the sizes is exact where log N - log V would cancel
double maas(const vocabulary_size& size, double logarithm_base) {
  if (size.tokens < 2.0) return not_a_number;
  return std::log(logarithm_base) * std::log(size.tokens / size.types) / square(std::log(size.tokens));
}

}  // namespace

vocabulary_size vocabulary_of(std::span<const double> counts) {
  checks::counts("vocabulary_of", counts);
  vocabulary_size size;
  for (const double count : counts) {
    size.tokens += count;
    size.types += count > 0.0 ? 1.0 : 0.0;
  }
  return size;
}

double type_token_ratio(const vocabulary_size& size) {
  check("type_token_ratio", size);
  return size.types / size.tokens;
}

double guiraud_r(const vocabulary_size& size) {
  check("guiraud_r", size);
  return size.types / std::sqrt(size.tokens);
}

double carroll_cttr(const vocabulary_size& size) {
  check("carroll_cttr", size);
  return size.types / std::sqrt(2.0 * size.tokens);
}

double herdan_c(const vocabulary_size& size) {
  check("herdan_c", size);
  return size.tokens < 2.0 ? not_a_number : std::log(size.types) / std::log(size.tokens);
}

double dugast_u(const vocabulary_size& size, double logarithm_base) {
  check("dugast_u", size, logarithm_base);
  return size.types == size.tokens ? not_a_number : 1.0 / maas(size, logarithm_base);
}

double summer_s(const vocabulary_size& size, double logarithm_base) {
  check("summer_s", size, logarithm_base);
  const double log_types = std::log(size.types) / std::log(logarithm_base);
  const double log_tokens = std::log(size.tokens) / std::log(logarithm_base);
  return log_types > 1.0 && log_tokens > 1.0 ? std::log(log_types) / std::log(log_tokens) : not_a_number;
}

double maas_a2(const vocabulary_size& size, double logarithm_base) {
  check("maas_a2", size, logarithm_base);
  return maas(size, logarithm_base);
}

double maas_a(const vocabulary_size& size, double logarithm_base) {
  check("maas_a", size, logarithm_base);
  return std::sqrt(maas(size, logarithm_base));
}

}  // namespace isogloss::statistics
