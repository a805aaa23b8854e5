#include "isogloss/statistics/rank_tests.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

constexpr std::size_t largest_exact = 20;

using values = std::vector<double>;

values sorted(std::span<const double> unsorted) {
  values result(unsorted.begin(), unsorted.end());
  std::sort(result.begin(), result.end());
  return result;
}

double pairs_won(std::span<const double> target, const values& reference) {
  double won = 0.0;
  for (const double x : target) {
    const auto [first_tie, last_tie] = std::equal_range(reference.begin(), reference.end(), x);
    won += static_cast<double>(first_tie - reference.begin()) + 0.5 * static_cast<double>(last_tie - first_tie);
  }
  return won;
}

// sum of t^3 - t over the groups of t tied values
double tie_sum(std::span<const double> target, std::span<const double> reference) {
  values all(target.begin(), target.end());
  all.insert(all.end(), reference.begin(), reference.end());
  std::sort(all.begin(), all.end());
  double sum = 0.0;
  for (auto first = all.begin(); first != all.end();) {
    const auto last = std::upper_bound(first, all.end(), *first);
    const auto t = static_cast<double>(last - first);
    sum += t * (t * t - 1.0);
    first = last;
  }
  return sum;
}

// How many of the ways to choose n1 of the ranks 0 .. n-1 have each sum of (rank - own place), that is each u.
values ways_for_each_u(std::size_t n1, std::size_t n2) {
  const std::size_t largest = n1 * n2;
  std::vector<values> ways(n1 + 1, values(largest + 1, 0.0));
  ways[0][0] = 1.0;
  for (std::size_t rank = 0; rank < n1 + n2; ++rank)
    for (std::size_t chosen = std::min(rank + 1, n1); chosen > 0; --chosen) {
      const std::size_t gain = rank - (chosen - 1);  // reference values below the target's value with this rank
      for (std::size_t u = gain; u <= largest; ++u) ways[chosen][u] += ways[chosen - 1][u - gain];
    }
  return ways[n1];
}

double exact_p_value(double u, std::size_t n1, std::size_t n2) {
  const values ways = ways_for_each_u(n1, n2);
  double all = 0.0;
  double below = 0.0;
  double above = 0.0;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const auto value = static_cast<double>(i);
    all += ways[i];
    if (value <= u) below += ways[i];
    if (value >= u) above += ways[i];
  }
  return std::min(1.0, 2.0 * std::min(below, above) / all);
}

double normal_p_value(double u, double n1, double n2, double ties) {
  const double n = n1 + n2;
  const double variance = n1 * n2 / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)));
  if (!(variance > 0.0)) return not_a_number;
  const double z = std::max(0.0, std::abs(u - n1 * n2 / 2.0) - 0.5) / std::sqrt(variance);
  return std::erfc(z / std::sqrt(2.0));
}

}  // namespace

double consistency(std::span<const double> target, std::span<const double> reference) {
  checks::finite("consistency", "target", target);
  checks::finite("consistency", "reference", reference);
  const double pairs = static_cast<double>(target.size()) * static_cast<double>(reference.size());
  return pairs_won(target, sorted(reference)) / pairs;
}

mann_whitney_test mann_whitney(std::span<const double> target, std::span<const double> reference) {
  checks::finite("mann_whitney", "target", target);
  checks::finite("mann_whitney", "reference", reference);
  if (target.empty() || reference.empty()) return {not_a_number, not_a_number, not_a_number, false};
  const auto n1 = static_cast<double>(target.size());
  const auto n2 = static_cast<double>(reference.size());
  const double u = pairs_won(target, sorted(reference));
  const double ties = tie_sum(target, reference);
  const bool exact = ties == 0.0 && target.size() + reference.size() <= largest_exact;
  const double p = exact ? exact_p_value(u, target.size(), reference.size()) : normal_p_value(u, n1, n2, ties);
  return {u, u + n1 * (n1 + 1.0) / 2.0, p, exact};
}

}  // namespace isogloss::statistics
