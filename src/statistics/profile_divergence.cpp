#include "isogloss/statistics/profile_divergence.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "isogloss/statistics/relabelling.hpp"
#include "repeated_collocates.hpp"

namespace isogloss::statistics {

repeated_collocates::repeated_collocates(const context_counts& c) {
  if (c.first.size() != c.n_units() + 1 || c.in_a.size() != c.n_units() || c.first.back() != c.cells.size())
    throw std::invalid_argument("context_counts: units, groups and cells do not agree");
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> counts(c.n_collocates);
  for (const auto& of_unit : c.cells) counts.at(of_unit.collocate) += of_unit.count;
  std::vector<std::uint32_t> place(c.n_collocates, none);
  for (std::size_t v = 0; v < counts.size(); ++v) {
    if (counts[v] < 2) continue;
    place[v] = static_cast<std::uint32_t>(totals.size());
    totals.push_back(counts[v]);
  }
  for (std::size_t u = 0; u < c.n_units(); ++u) {
    first.push_back(cells.size());
    tokens.push_back(0);
    for (std::size_t i = c.first[u]; i < c.first[u + 1]; ++i) {
      tokens.back() += c.cells[i].count;
      if (place[c.cells[i].collocate] != none) cells.push_back({place[c.cells[i].collocate], c.cells[i].count});
    }
    all_tokens += tokens.back();
  }
  first.push_back(cells.size());
  const std::uint32_t largest = totals.empty() ? 0 : *std::max_element(totals.begin(), totals.end());
  for (std::uint32_t n = 0; n <= largest; ++n) logs.push_back(n == 0 ? 0.0 : std::log2(static_cast<double>(n)));
}

double smallest_p(const context_counts& c, std::uint32_t relabellings) {
  const auto a = static_cast<std::size_t>(std::count(c.in_a.begin(), c.in_a.end(), true));
  const std::vector<std::size_t> sizes = {a, c.n_units() - a};
  const double exact = p_attainable_omnibus(sizes);
  const bool sampled = distinct_relabellings(sizes) > static_cast<double>(relabellings);
  return sampled ? std::max(exact, 1.0 / (1.0 + relabellings)) : exact;
}

double profile_divergence(const context_counts& c) {
  const repeated_collocates all(c);
  part a{std::vector<std::uint32_t>(all.totals.size())};
  a.add_labelled(all, c.in_a);
  return all.jensen_shannon(a.counts, a.tokens);
}

context_counts merge_units(const context_counts& c, const std::vector<std::size_t>& unit_of) {
  context_counts result;
  result.n_collocates = c.n_collocates;
  std::vector<std::uint32_t> counts(c.n_collocates);
  std::vector<std::uint32_t> seen;
  const auto close = [&] {
    std::sort(seen.begin(), seen.end());
    for (const std::uint32_t v : seen) result.cells.push_back({v, std::exchange(counts[v], 0U)});
    seen.clear();
  };
  for (std::size_t u = 0; u < c.n_units(); ++u) {
    if (unit_of[u] == result.n_units()) {
      close();
      result.first.push_back(result.cells.size());
      result.contexts.push_back(0);
      result.in_a.push_back(c.in_a[u]);
    }
    result.contexts.back() += c.contexts[u];
    for (std::size_t i = c.first[u]; i < c.first[u + 1]; ++i) {
      auto& count = counts[c.cells[i].collocate];
      if (count == 0) seen.push_back(c.cells[i].collocate);
      count += c.cells[i].count;
    }
  }
  close();
  result.first.push_back(result.cells.size());
  return result;
}

}  // namespace isogloss::statistics
