#include "reports/spread.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace isogloss::reports {
namespace {

// In a row the points have the upper two thirds, the box what is left.
constexpr const char* strips = R"json({
  "transform": [],
  "encoding": {
    "y": {"field": "row", "type": "nominal", "title": null, "axis": {"grid": true, "tickBand": "extent"}}},
  "layer": [
    {"mark": {"type": "point", "filled": true, "size": 16, "opacity": 0.55}, "encoding": {
      "yOffset": {"field": "place", "type": "quantitative", "scale": {"domain": [-0.15, 1.5]}}}},
    {"transform": [],
     "mark": {"type": "bar", "size": 9, "opacity": 0.4}, "encoding": {
      "yOffset": {"datum": 1.25},
      "x": {"field": "quarter", "type": "quantitative"}, "x2": {"field": "three_quarters"},
      "tooltip": [{"field": "row", "title": "of"}, {"field": "documents"}, {"field": "quarter"}, {"field": "median"},
                  {"field": "three_quarters", "title": "three quarters"}]}},
    {"transform": [],
     "mark": {"type": "tick", "orient": "vertical", "size": 17, "thickness": 2}, "encoding": {
      "yOffset": {"datum": 1.25}, "x": {"field": "median", "type": "quantitative"}}}]
})json";

constexpr std::size_t most_wide_rows = 12;
constexpr std::size_t most_groups_in_rows = 24;
constexpr const char* grey = "#808080";  // of boxes over several groups

// Evenly over the row, whatever the number of points: multiples of the golden section.
double place(std::size_t point) {
  double whole = 0;
  return std::round(1000 * std::modf(0.6180339887498949 * static_cast<double>(point), &whole)) / 1000;
}

bool has_a_row_for_each_group(const json& values) {
  std::map<std::string, std::string> group_of_row;
  return std::all_of(values.begin(), values.end(), [&](const json& value) {
    const std::string group = value["group"];
    return group_of_row.try_emplace(value["row"], group).first->second == group;
  });
}

json quartiles(const std::string& field, bool by_group) {
  json aggregates = json::array({{{"op", "count"}, {"as", "documents"}}});
  for (const auto& [op, name] : {std::pair{"q1", "quarter"}, {"median", "median"}, {"q3", "three_quarters"}})
    aggregates.push_back({{"op", op}, {"field", field}, {"as", name}});
  json by = json::array({"row"});
  if (by_group) by.push_back("group");
  return json::array({{{"aggregate", aggregates}, {"groupby", by}}});
}

}  // namespace

std::string row_of(const plot_context& context, const std::string& document) {
  if (!context.grouped() || context.groups.size() > most_groups_in_rows) return "all documents";
  const std::string& group = context.group_of(document);
  return group.empty() ? "no group" : group;
}

void choose(json& s, const std::string& field, const std::string& label) {
  s["transform"].push_back({{"filter", "datum." + field + " == " + field}});
  s["params"] = json::array({chooser(s, field, label)});
}

json spread(const plot_context& context, const std::string& title, const std::string& subtitle, const spread_axis& axis,
            json values) {
  std::map<std::string, std::size_t> taken;
  std::vector<std::string> rows;
  for (json& value : values) {
    rows.push_back(value["row"]);
    value["place"] = place(taken[rows.back()]++);
  }
  rows = distinct(rows);
  json s = specification(strips, title, subtitle, std::move(values));
  s["height"] = {{"step", rows.size() <= most_wide_rows ? 62 : 40}};
  s["encoding"]["y"]["sort"] = rows;
  s["encoding"]["color"] = group_colour(context, "group");
  json& points = s["layer"][0]["encoding"];
  points["x"] = {{"field", axis.field},
                 {"type", "quantitative"},
                 {"title", axis.title},
                 {"scale", {{"zero", axis.zero}}},
                 {"axis", {{"tickCount", 8}}}};
  points["tooltip"] = {{{"field", "document"}}, {{"field", "group"}}, {{"field", axis.field}, {"format", axis.format}}};
  const bool by_group = has_a_row_for_each_group(s["data"]["values"]);
  for (const std::size_t layer : {1, 2}) {
    s["layer"][layer]["transform"] = quartiles(axis.field, by_group);
    if (!by_group) s["layer"][layer]["encoding"]["color"] = {{"value", grey}};
  }
  for (json& shown : s["layer"][1]["encoding"]["tooltip"]) {
    if (shown["field"] != "row" && shown["field"] != "documents") shown["format"] = axis.format;
  }
  return s;
}

}  // namespace isogloss::reports
