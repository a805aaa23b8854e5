#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "isogloss/statistics/profile_divergence.hpp"

namespace isogloss::statistics {

// The contexts of a term as relabelling needs them. Collocates of one token are in one group however they are dealt and
// add the same to every divergence: they count in the totals only.
struct repeated_collocates {
  using cell = context_counts::cell;

  explicit repeated_collocates(const context_counts& c);

  [[nodiscard]] std::size_t n_units() const { return tokens.size(); }

  // Adds the cells of a unit to `counts`, one place a kept collocate.
  void add(std::size_t unit, std::vector<std::uint32_t>& counts) const {
    for (std::size_t i = first[unit]; i < first[unit + 1]; ++i) counts[cells[i].collocate] += cells[i].count;
  }

  // Jensen-Shannon divergence of a part and the rest, bits. p log2 p with p = a / A is p (log2 a - log2 A).
  [[nodiscard]] double jensen_shannon(const std::vector<std::uint32_t>& part, std::uint64_t part_tokens) const {
    if (part_tokens == 0 || part_tokens == all_tokens) return std::numeric_limits<double>::quiet_NaN();
    const auto a_tokens = static_cast<double>(part_tokens);
    const auto b_tokens = static_cast<double>(all_tokens - part_tokens);
    const double log_a = std::log2(a_tokens);
    const double log_b = std::log2(b_tokens);
    double shared = 0;  // a collocate of one group only adds its share / 2, which the 1 below holds
    for (std::size_t v = 0; v < totals.size(); ++v) {
      const std::uint32_t a = part[v];
      const std::uint32_t b = totals[v] - a;
      if (a == 0 || b == 0) continue;
      const double p = a / a_tokens;
      const double q = b / b_tokens;
      shared += (p + q) * std::log2(p + q) - (p * (logs[a] - log_a) + q * (logs[b] - log_b));
    }
    return std::max(0.0, 1 - shared / 2);  // rounding may go below
  }

  // N times the mutual information of collocate and group, less what is the same in every relabelling.
  [[nodiscard]] double weighted(const std::vector<std::uint32_t>& part, std::uint64_t part_tokens) const {
    double sum = -(times_log(part_tokens) + times_log(all_tokens - part_tokens));
    for (std::size_t v = 0; v < totals.size(); ++v) {
      const std::uint32_t a = part[v];
      const std::uint32_t b = totals[v] - a;
      sum += a * logs[a] + b * logs[b];
    }
    return sum;
  }

  static double times_log(std::uint64_t n) {
    return n == 0 ? 0.0 : static_cast<double>(n) * std::log2(static_cast<double>(n));
  }

  std::vector<std::uint64_t> tokens;  // of each unit, all collocates
  std::uint64_t all_tokens = 0;
  std::vector<std::uint32_t> totals;  // of each kept collocate
  std::vector<double> logs;           // log2 n; 0 for 0, which it is multiplied by
  std::vector<std::size_t> first;
  std::vector<cell> cells;
};

// A part of the units: what the groups of one labelling come to.
struct part {
  std::vector<std::uint32_t> counts;
  std::uint64_t tokens = 0;

  void clear() {
    std::fill(counts.begin(), counts.end(), 0U);
    tokens = 0;
  }
  void add(const repeated_collocates& all, std::size_t unit) {
    all.add(unit, counts);
    tokens += all.tokens[unit];
  }
  void add_labelled(const repeated_collocates& all, const std::vector<bool>& labels) {
    for (std::size_t u = 0; u < labels.size(); ++u) {
      if (labels[u]) add(all, u);
    }
  }
};

// Deals that differ by rounding only diverge as much.
inline bool is_as_large(double value, double observed) {
  return std::isnan(value) || value >= observed - 1e-9 * std::max(1.0, std::abs(observed));
}

// The smallest p that relabelling the units can give.
[[nodiscard]] double smallest_p(const context_counts& c, std::uint32_t relabellings);

}  // namespace isogloss::statistics
