#include "isogloss/statistics/frequency_spectrum.hpp"

#include <algorithm>
#include <cmath>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/diversity.hpp"

namespace isogloss::statistics {
namespace {

// ordered pairs of tokens that are of one type
double like_pairs(const frequency_spectrum& spectrum) {
  double pairs = 0.0;
  for (const auto& cell : spectrum) pairs += cell.types * cell.count * (cell.count - 1.0);
  return pairs;
}

}  // namespace

frequency_spectrum spectrum_of(std::span<const double> counts) {
  checks::counts("spectrum_of", counts);
  std::vector<double> sorted(counts.begin(), counts.end());
  std::sort(sorted.begin(), sorted.end());
  frequency_spectrum spectrum;
  for (auto first = std::upper_bound(sorted.begin(), sorted.end(), 0.0); first != sorted.end();) {
    const auto last = std::upper_bound(first, sorted.end(), *first);
    spectrum.push_back({*first, static_cast<double>(last - first)});
    first = last;
  }
  return spectrum;
}

vocabulary_size vocabulary_of(const frequency_spectrum& spectrum) {
  vocabulary_size size;
  for (const auto& cell : spectrum) {
    size.tokens += cell.types * cell.count;
    size.types += cell.types;
  }
  return size;
}

double yule_k(std::span<const double> counts) {
  checks::counts("yule_k", counts);
  return yule_k(spectrum_of(counts));
}

double yule_k(const frequency_spectrum& spectrum) {
  const double n = vocabulary_of(spectrum).tokens;
  return 1e4 * like_pairs(spectrum) / n / n;
}

double yule_i(std::span<const double> counts) {
  checks::counts("yule_i", counts);
  const frequency_spectrum spectrum = spectrum_of(counts);
  const vocabulary_size size = vocabulary_of(spectrum);
  const double repeated = like_pairs(spectrum) + (size.tokens - size.types);  // sum f^2 - V
  return repeated == 0.0 ? not_a_number : square(size.types) / repeated;
}

double simpson_d(std::span<const double> counts) {
  checks::counts("simpson_d", counts);
  return simpson_d(spectrum_of(counts));
}

double simpson_d(const frequency_spectrum& spectrum) {
  const double n = vocabulary_of(spectrum).tokens;
  return n < 2.0 ? not_a_number : like_pairs(spectrum) / n / (n - 1.0);
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
  return entropy_bits(spectrum_of(counts));
}

double entropy_bits(const frequency_spectrum& spectrum) {
  const double n = vocabulary_of(spectrum).tokens;
  if (n == 0.0) return not_a_number;
  double entropy = 0.0;
  for (const auto& cell : spectrum) entropy -= cell.types * x_log2_x(cell.count / n);
  return entropy;
}

double hapax_share(std::span<const double> counts) {
  checks::counts("hapax_share", counts);
  return hapax_share(spectrum_of(counts));
}

double hapax_share(const frequency_spectrum& spectrum) {
  double once = 0.0;
  for (const auto& cell : spectrum) once += cell.count == 1.0 ? cell.types : 0.0;
  return once / vocabulary_of(spectrum).types;
}

}  // namespace isogloss::statistics
