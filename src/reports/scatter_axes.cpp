#include "reports/scatter_axes.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "reports/label_places.hpp"

namespace isogloss::reports {
namespace {

constexpr double linear_up_to = 100;  // per million: the constant of the scales

}  // namespace

std::vector<double> numbers_of(const json& values, const char* field) {
  std::vector<double> numbers;
  for (const json& row : values) numbers.push_back(row[field].is_number() ? row[field].get<double>() : 0);
  return numbers;
}

std::vector<double> each(std::vector<double> numbers, double (*change)(double)) {
  std::transform(numbers.begin(), numbers.end(), numbers.begin(), change);
  return numbers;
}

scatter_axis scatter_axis_of(const std::vector<double>& linear, axis_ends ends, double (*back)(double)) {
  scatter_axis axis{json::array({back(ends.low), back(ends.high)}), {}};
  for (const double value : linear) axis.shares.push_back(ends.share(value));
  return axis;
}

double as_it_is(double value) {
  return value;
}
double compress(double per_million) {
  return std::log1p(per_million / linear_up_to);
}
double stretch(double compressed) {
  return linear_up_to * std::expm1(compressed);
}

axis_ends from_zero(const std::vector<double>& values) {
  const double most = *std::max_element(values.begin(), values.end());
  return {0, most > 0 ? 1.04 * most : 1};
}

void set_axes(const scatter_axis& x, const scatter_axis& y, const std::vector<bool>& named, json& s) {
  json& values = s["data"]["values"];
  std::map<std::string, std::vector<named_point>> comparisons;
  for (std::size_t r = 0; r < values.size(); ++r) {
    comparisons[values[r].value("comparison", "")].push_back(
        {x.shares[r], y.shares[r], named[r] ? values[r]["term"].get<std::string>() : "", r});
  }
  for (const auto& [comparison, points] : comparisons) place_labels(points, s["height"].get<double>(), values);
  set_domain(s["encoding"], "x", x.domain);
  set_domain(s["encoding"], "y", y.domain);
  s["layer"].push_back(label_layer("term", true));
}

}  // namespace isogloss::reports
