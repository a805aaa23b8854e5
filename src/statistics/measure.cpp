#include "isogloss/statistics/measure.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace isogloss::statistics {

namespace {

using enum measure;

// In the order of the enumeration.
constexpr std::array<std::string_view, 23> names{
    "cosine",
    "correlation",
    "spearman",
    "jaccard",
    "ruzicka",
    "dice",
    "extended_jaccard",
    "extended_dice",
    "euclidean",
    "manhattan",
    "canberra",
    "bray_curtis",
    "hellinger",
    "jensen_shannon",
    "chi_squared",
    "burrows_delta",
    "argamon_linear_delta",
    "quadratic_delta",
    "quadratic_delta_over_n",
    "cosine_delta",
    "eder_delta",
    "eder_delta_stylo",
    "eder_simple",
};

static_assert(names.size() == static_cast<std::size_t>(eder_simple) + 1, "every measure has a name");

constexpr auto all = [] {
  std::array<measure, names.size()> measures{};
  for (std::size_t i = 0; i < measures.size(); ++i) measures[i] = static_cast<measure>(i);
  return measures;
}();

template <std::size_t N>
bool is_one_of(measure m, const std::array<measure, N>& list) {
  return std::ranges::find(list, m) != list.end();
}

}  // namespace

std::string_view name(measure m) {
  return names.at(static_cast<std::size_t>(m));
}

std::optional<measure> measure_from(std::string_view name) {
  const auto* const found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return all.at(static_cast<std::size_t>(found - names.begin()));
}

std::span<const measure> all_measures() {
  return all;
}

bool is_similarity(measure m) {
  return is_one_of(m,
                   std::array{cosine, correlation, spearman, jaccard, ruzicka, dice, extended_jaccard, extended_dice});
}

bool needs_z_scores(measure m) {
  return is_one_of(m, std::array{burrows_delta, quadratic_delta, quadratic_delta_over_n, cosine_delta, eder_delta,
                                 eder_delta_stylo});
}

bool needs_counts(measure m) {
  return m == chi_squared;
}

}  // namespace isogloss::statistics
