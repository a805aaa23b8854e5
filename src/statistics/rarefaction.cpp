#include "isogloss/statistics/rarefaction.hpp"

#include <algorithm>
#include <cmath>

#include "checks.hpp"
#include "hypergeometric.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/diversity.hpp"

namespace isogloss::statistics {
namespace {

constexpr double few = 64.0;

// ln( C(N - few, many) / C(N, many) ) as a product of min(count, sample) factors (N - many - k) / (N - k)
double log_missed_by_product(double tokens, double fewer, double more) {
  double log_missed = 0.0;
  for (double k = 0.0; k < fewer; k += 1.0) log_missed += std::log1p(-more / (tokens - k));
  return log_missed;
}

double chance_of_meeting(double count, double tokens, double sample) {
  if (count == 0.0 || sample == 0.0) return 0.0;
  if (count + sample > tokens) return 1.0;
  const auto [fewer, more] = std::minmax(count, sample);
  const double log_missed = fewer <= few ? log_missed_by_product(tokens, fewer, more)
                                         : hypergeometric::log_probability({0.0, count, sample, tokens - sample}, 0.0);
  return -std::expm1(log_missed);  // not 1 - p, which loses the rare types of a long text
}

void check(const char* function, const frequency_spectrum& spectrum) {
  for (const auto& cell : spectrum) checks::whole(function, "count", cell.count);
}

// Most types share their count with many others: one chance for all of them.
double expected_types_of(const frequency_spectrum& spectrum, double sample_tokens) {
  const double tokens = vocabulary_of(spectrum).tokens;
  if (sample_tokens > tokens) return not_a_number;
  double types = 0.0;
  for (const auto& cell : spectrum) types += cell.types * chance_of_meeting(cell.count, tokens, sample_tokens);
  return types;
}

}  // namespace

double expected_types(std::span<const double> counts, double sample_tokens) {
  checks::whole_counts("expected_types", counts);
  return expected_types(spectrum_of(counts), sample_tokens);
}

double expected_types(const frequency_spectrum& spectrum, double sample_tokens) {
  check("expected_types", spectrum);
  checks::not_negative("expected_types", "sample_tokens", sample_tokens);
  checks::whole("expected_types", "sample_tokens", sample_tokens);
  return expected_types_of(spectrum, sample_tokens);
}

double hd_d(std::span<const double> counts, double sample_tokens) {
  checks::whole_counts("hd_d", counts);
  return hd_d(spectrum_of(counts), sample_tokens);
}

double hd_d(const frequency_spectrum& spectrum, double sample_tokens) {
  check("hd_d", spectrum);
  checks::positive("hd_d", "sample_tokens", sample_tokens);
  checks::whole("hd_d", "sample_tokens", sample_tokens);
  return expected_types_of(spectrum, sample_tokens) / sample_tokens;
}

}  // namespace isogloss::statistics
