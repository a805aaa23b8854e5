#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>

#include "isogloss/studies/keyness.hpp"
#include "studies/keyness_measures.hpp"

namespace isogloss::studies {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct sort_column {
  std::string_view name;
  double (*value)(const keyness_row&);
};

// Signed measures rank by size, p-values from the smallest, ratios from the largest.
constexpr std::array sort_columns = {
    sort_column{"log_odds_z", [](const keyness_row& r) { return std::abs(r.log_odds_z); }},
    sort_column{"log_likelihood", [](const keyness_row& r) { return r.log_likelihood; }},
    sort_column{"log_likelihood_two_cell", [](const keyness_row& r) { return r.log_likelihood_two_cell; }},
    sort_column{"chi_squared", [](const keyness_row& r) { return r.chi_squared; }},
    sort_column{"p_value", [](const keyness_row& r) { return -r.p_value; }},
    sort_column{"log_ratio", [](const keyness_row& r) { return std::abs(r.log_ratio); }},
    sort_column{"difference_coefficient", [](const keyness_row& r) { return std::abs(r.difference_coefficient); }},
    sort_column{"percent_diff", [](const keyness_row& r) { return r.percent_diff; }},
    sort_column{"odds_ratio", [](const keyness_row& r) { return r.odds_ratio; }},
    sort_column{"simple_maths", [](const keyness_row& r) { return r.simple_maths; }},
    sort_column{"craig_zeta", [](const keyness_row& r) { return std::abs(r.craig_zeta - 1); }},
    sort_column{"log_zeta", [](const keyness_row& r) { return std::abs(r.log_zeta); }},
    sort_column{"consistency", [](const keyness_row& r) { return std::abs(r.consistency - 0.5); }},
    sort_column{"welch_t", [](const keyness_row& r) { return std::abs(r.welch_t); }},
    sort_column{"target_count", [](const keyness_row& r) { return r.target_count; }}};

constexpr auto sort_names = [] {
  std::array<std::string_view, sort_columns.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = sort_columns[i].name;
  return names;
}();

}  // namespace

std::span<const std::string_view> keyness_sort_columns() {
  return sort_names;
}

double sort_value(const keyness_row& row, std::string_view column) {
  for (const auto& c : sort_columns) {
    if (c.name == column) return c.value(row);
  }
  return nan;
}

}  // namespace isogloss::studies
