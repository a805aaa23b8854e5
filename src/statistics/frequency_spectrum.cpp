#include "isogloss/statistics/frequency_spectrum.hpp"

#include <algorithm>
#include <cmath>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/diversity.hpp"

namespace isogloss::statistics {
namespace {

// ordered pairs of tokens that are of one type
double like_pairs(std::span<const double> counts) {
  double pairs = 0.0;
  for (const double f : counts) pairs += f * (f - 1.0);
  return pairs;
}

}  // namespace

double yule_k(std::span<const double> counts) {
  checks::counts("yule_k", counts);
  const double n = vocabulary_of(counts).tokens;
  return 1e4 * like_pairs(counts) / n / n;
}

double yule_i(std::span<const double> counts) {
  checks::counts("yule_i", counts);
  const vocabulary_size size = vocabulary_of(counts);
  const double repeated = like_pairs(counts) + (size.tokens - size.types);  // sum f^2 - V
  return repeated == 0.0 ? not_a_number : square(size.types) / repeated;
}

double simpson_d(std::span<const double> counts) {
  checks::counts("simpson_d", counts);
  const double n = vocabulary_of(counts).tokens;
  return n < 2.0 ? not_a_number : like_pairs(counts) / n / (n - 1.0);
}

double herdan_vm(std::span<const double> counts) {
  checks::counts("herdan_vm", counts);
  const vocabulary_size size = vocabulary_of(counts);
  if (size.types == 0.0) return not_a_number;
  double squares = 0.0;
  for (const double f : counts)
    if (f > 0.0) squares += square(difference_of_products(f, size.types, size.tokens, 1.0));
  return std::sqrt(squares) / size.tokens / size.types;
}

double entropy_bits(std::span<const double> counts) {
  checks::counts("entropy_bits", counts);
  const double n = vocabulary_of(counts).tokens;
  if (n == 0.0) return not_a_number;
  double entropy = 0.0;
  for (const double f : counts) entropy -= x_log2_x(f / n);
  return entropy;
}

double hapax_share(std::span<const double> counts) {
  checks::counts("hapax_share", counts);
  const auto once = static_cast<double>(std::count(counts.begin(), counts.end(), 1.0));
  return once / vocabulary_of(counts).types;
}

}  // namespace isogloss::statistics
