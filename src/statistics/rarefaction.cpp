#include "isogloss/statistics/rarefaction.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

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

double expected_types_of(std::span<const double> counts, double sample_tokens) {
  const double tokens = vocabulary_of(counts).tokens;
  if (sample_tokens > tokens) return not_a_number;
  // Most types share their count with many others: one chance for all of them.
  std::vector<double> sorted(counts.begin(), counts.end());
  std::sort(sorted.begin(), sorted.end());
  double types = 0.0;
  for (auto first = sorted.begin(); first != sorted.end();) {
    const auto last = std::upper_bound(first, sorted.end(), *first);
    types += static_cast<double>(last - first) * chance_of_meeting(*first, tokens, sample_tokens);
    first = last;
  }
  return types;
}

}  // namespace

double expected_types(std::span<const double> counts, double sample_tokens) {
  checks::whole_counts("expected_types", counts);
  checks::not_negative("expected_types", "sample_tokens", sample_tokens);
  checks::whole("expected_types", "sample_tokens", sample_tokens);
  return expected_types_of(counts, sample_tokens);
}

double hd_d(std::span<const double> counts, double sample_tokens) {
  checks::whole_counts("hd_d", counts);
  checks::positive("hd_d", "sample_tokens", sample_tokens);
  checks::whole("hd_d", "sample_tokens", sample_tokens);
  return expected_types_of(counts, sample_tokens) / sample_tokens;
}

}  // namespace isogloss::statistics
