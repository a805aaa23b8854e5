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

// sum of t^3 - t over the groups of t tied values, the `zeros` first
double tie_sum(std::span<const double> target, std::span<const double> reference, std::size_t zeros = 0) {
  const auto tied = [](double t) { return t * (t * t - 1.0); };
  values all(target.begin(), target.end());
  all.insert(all.end(), reference.begin(), reference.end());
  std::sort(all.begin(), all.end());
  double sum = zeros > 0 ? tied(static_cast<double>(zeros)) : 0.0;
  for (auto first = all.begin(); first != all.end();) {
    const auto last = std::upper_bound(first, all.end(), *first);
    sum += tied(static_cast<double>(last - first));
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

mann_whitney_test test_of(double u, double ties, std::size_t n1, std::size_t n2) {
  const bool exact = ties == 0.0 && n1 + n2 <= largest_exact;
  const auto n_target = static_cast<double>(n1);
  const auto n_reference = static_cast<double>(n2);
  const double p = exact ? exact_p_value(u, n1, n2) : normal_p_value(u, n_target, n_reference, ties);
  return {u, u + n_target * (n_target + 1.0) / 2.0, p, exact};
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
  return test_of(pairs_won(target, sorted(reference)), tie_sum(target, reference), target.size(), reference.size());
}

mann_whitney_test mann_whitney(const sparse_values& target, const sparse_values& reference) {
  for (const auto* const group : {&target, &reference}) {
    for (const double value : group->positive) checks::positive("mann_whitney", "value", value);
    checks::in_range("mann_whitney", "positive values", static_cast<double>(group->positive.size()), 0.0,
                     static_cast<double>(group->n));
  }
  if (target.n == 0 || reference.n == 0) return {not_a_number, not_a_number, not_a_number, false};
  const auto target_zeros = static_cast<double>(target.n - target.positive.size());
  const auto reference_zeros = static_cast<double>(reference.n - reference.positive.size());
  // Halves of pairs add up exactly, in whatever order.
  const double won = pairs_won(target.positive, sorted(reference.positive)) +
                     static_cast<double>(target.positive.size()) * reference_zeros +
                     0.5 * target_zeros * reference_zeros;
  const std::size_t zeros = target.n - target.positive.size() + (reference.n - reference.positive.size());
  return test_of(won, tie_sum(target.positive, reference.positive, zeros), target.n, reference.n);
}

}  // namespace isogloss::statistics
