#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "isogloss/statistics/profile_divergence.hpp"
#include "isogloss/statistics/relabelling.hpp"
#include "repeated_collocates.hpp"

namespace isogloss::statistics {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Segments with about as many contexts, and how many of these the dealt group has.
struct block {
  std::vector<std::size_t> units;
  std::uint64_t wanted = 0;
  std::size_t n_dealt = 0;
};

// The group with fewer contexts is the one that is dealt: less to do. Of equal ones that of the first segment, so that
// the order of the groups does not matter.
bool group_to_deal(const context_counts& c) {
  std::uint64_t in_a = 0;
  std::uint64_t in_b = 0;
  for (std::size_t u = 0; u < c.n_units(); ++u) (c.in_a[u] ? in_a : in_b) += c.contexts[u];
  return in_a == in_b ? bool{c.in_a.front()} : in_a < in_b;
}

// Blocks from the fewest contexts upwards, as fine as they can be with both groups in each; segments of as many
// contexts are in one.
std::vector<block> blocks_of(const context_counts& c) {
  std::vector<std::size_t> order(c.n_units());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return c.contexts[a] < c.contexts[b]; });
  const bool group = group_to_deal(c);
  const auto has_both = [&](auto first, auto last) {
    return std::any_of(first, last, [&](std::size_t u) { return c.in_a[u]; }) &&
           std::any_of(first, last, [&](std::size_t u) { return !c.in_a[u]; });
  };
  std::vector<block> blocks(1);
  for (auto unit = order.begin(); unit != order.end(); ++unit) {
    auto& units = blocks.back().units;
    if (!units.empty() && c.contexts[*unit] != c.contexts[units.back()] && has_both(units.begin(), units.end()) &&
        has_both(unit, order.end()))
      blocks.emplace_back();
    block& now = blocks.back();
    now.units.push_back(*unit);
    if (c.in_a[*unit] != group) continue;
    ++now.n_dealt;
    now.wanted += c.contexts[*unit];
  }
  return blocks;
}

// Relabellings that keep the groups' numbers of segments in every block; those that swap equal groups are one.
double smallest_p_of(const std::vector<block>& blocks, std::uint32_t deals) {
  double ways = 1;
  bool equal = true;
  for (const block& b : blocks) {
    ways *= distinct_relabellings(std::vector<std::size_t>{b.n_dealt, b.units.size() - b.n_dealt});
    equal = equal && 2 * b.n_dealt == b.units.size();
  }
  return std::max((equal ? 2 : 1) / ways, 1.0 / (1.0 + deals));
}

// Takes units in random order (Fisher and Yates) up to the block's contexts.
void deal(const context_counts& c, const repeated_collocates& all, block& from, philox& random, part& dealt) {
  std::uint64_t contexts = 0;
  auto& units = from.units;
  for (std::size_t i = 0; i < units.size() && contexts < from.wanted; ++i) {
    std::swap(units[i], units[i + random.below(units.size() - i)]);
    const std::uint64_t next = contexts + c.contexts[units[i]];
    if (next > from.wanted && next - from.wanted > from.wanted - contexts && i > 0) break;
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
  std::vector<block> blocks = blocks_of(c);
  std::vector<double> values;
  std::uint32_t as_large = 0;
  for (std::uint32_t i = 0; i < deals; ++i) {
    dealt.clear();
    for (block& from : blocks) deal(c, all, from, random, dealt);
    const double value = all.jensen_shannon(dealt.counts, dealt.tokens);
    if (is_as_large(value, result.divergence)) ++as_large;
    if (!std::isnan(value)) values.push_back(value);
  }
  result.p_value = (1.0 + as_large) / (1.0 + deals);
  result.p_attainable = smallest_p_of(blocks, deals);
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
