#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "isogloss/statistics/profile_divergence.hpp"
#include "repeated_collocates.hpp"

namespace isogloss::statistics {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// The group with fewer contexts is the one that is dealt: less to do, and the same for both orders of the groups.
std::uint64_t smaller_group(const context_counts& c) {
  std::uint64_t a = 0;
  std::uint64_t all = 0;
  for (std::size_t u = 0; u < c.n_units(); ++u) {
    all += c.contexts[u];
    if (c.in_a[u]) a += c.contexts[u];
  }
  return std::min(a, all - a);
}

// Takes units in random order (Fisher and Yates) up to `wanted` contexts.
void deal(const context_counts& c, const repeated_collocates& all, std::uint64_t wanted,
          std::vector<std::size_t>& units, philox& random, part& dealt) {
  std::uint64_t contexts = 0;
  for (std::size_t i = 0; i < units.size() && contexts < wanted; ++i) {
    std::swap(units[i], units[i + random.below(units.size() - i)]);
    const std::uint64_t next = contexts + c.contexts[units[i]];
    if (next > wanted && next - wanted > wanted - contexts && i > 0) break;
    dealt.add(all, units[i]);
    contexts = next;
  }
}

}  // namespace

dealt_divergence deal_contexts(const context_counts& c, std::uint32_t deals, philox& random) {
  const repeated_collocates all(c);
  part dealt{std::vector<std::uint32_t>(all.totals.size())};
  dealt.add_labelled(all, c.in_a);
  dealt_divergence result{all.jensen_shannon(dealt.counts, dealt.tokens), nan, nan, nan, nan};
  if (std::isnan(result.divergence) || deals == 0) return result;
  const std::uint64_t wanted = smaller_group(c);
  std::vector<std::size_t> units(c.n_units());
  std::iota(units.begin(), units.end(), std::size_t{0});
  std::vector<double> values;
  std::uint32_t as_large = 0;
  for (std::uint32_t i = 0; i < deals; ++i) {
    dealt.clear();
    deal(c, all, wanted, units, random, dealt);
    const double value = all.jensen_shannon(dealt.counts, dealt.tokens);
    if (is_as_large(value, result.divergence)) ++as_large;
    if (!std::isnan(value)) values.push_back(value);
  }
  result.p_value = (1.0 + as_large) / (1.0 + deals);
  result.p_attainable = smallest_p(c, deals);
  if (values.empty()) return result;
  const auto n = static_cast<double>(values.size());
  result.expected = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - result.expected) * (value - result.expected);
  const double deviation = std::sqrt(squares / n);
  constexpr double rounding = 1e-12;
  if (deviation > rounding) result.z = (result.divergence - result.expected) / deviation;
  if (std::abs(result.divergence - result.expected) < rounding) result.expected = result.divergence;
  return result;
}

}  // namespace isogloss::statistics
