#include <algorithm>
#include <cmath>
#include <map>

#include "reports/plot.hpp"
#include "reports/spread.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t targets_drawn = 14;
constexpr std::size_t documents_side_by_side = 12;
constexpr std::size_t most_units_in_a_category = 48;

constexpr const char* forest = R"json({
  "height": {"step": 9, "for": "offset"},
  "transform": [
    {"filter": "datum.mentions > 0"},
    {"calculate": "isValid(datum.low) ? datum.low : datum.net_per_mention", "as": "from"},
    {"calculate": "isValid(datum.high) ? datum.high : datum.net_per_mention", "as": "to"}],
  "encoding": {
    "y": {"field": "target", "type": "nominal", "title": null, "axis": {"grid": true, "tickBand": "extent"}}},
  "layer": [
    {"mark": {"type": "rule", "strokeDash": [3, 3]}, "encoding": {"x": {"datum": 0}, "y": null, "yOffset": null, "color": {"value": "#808080"}}},
    {"mark": {"type": "rule", "strokeWidth": 2}, "encoding": {
      "x": {"field": "from", "type": "quantitative", "title": "praise less blame, per mention", "axis": {"tickCount": 8}}, "x2": {"field": "to"}}},
    {"mark": {"type": "point", "filled": true, "size": 48, "opacity": 1}, "encoding": {
      "x": {"field": "net_per_mention", "type": "quantitative"},
      "tooltip": [{"field": "target"}, {"field": "group"}, {"field": "documents"}, {"field": "mentions"},
                  {"field": "positive"}, {"field": "negative"}, {"field": "net_per_mention", "format": ".2f"},
                  {"field": "low", "format": ".2f"}, {"field": "high", "format": ".2f"}]}}]
})json";

constexpr const char* categories = R"json({
  "height": {"step": 9, "for": "offset"},
  "transform": [
    {"filter": "datum.lexicon == lexicon"},
    {"calculate": "isValid(datum.low) ? datum.low : datum.per_thousand", "as": "from"},
    {"calculate": "isValid(datum.high) ? datum.high : datum.per_thousand", "as": "to"}],
  "encoding": {
    "y": {"field": "category", "type": "nominal", "title": null, "axis": {"grid": true, "tickBand": "extent"}}},
  "layer": [
    {"mark": {"type": "rule", "strokeWidth": 2}, "encoding": {
      "x": {"field": "from", "type": "quantitative", "title": "words of the category in a thousand", "axis": {"tickCount": 8}}, "x2": {"field": "to"}}},
    {"mark": {"type": "point", "filled": true, "size": 48, "opacity": 1}, "encoding": {
      "x": {"field": "per_thousand", "type": "quantitative"},
      "tooltip": [{"field": "of"}, {"field": "category"}, {"field": "hits"}, {"field": "tokens"},
                  {"field": "per_thousand", "format": ".2f"}, {"field": "low", "format": ".2f"}, {"field": "high", "format": ".2f"}]}}]
})json";

// The targets that are named most, most first.
std::vector<std::string> most_named(const table_cells& cells) {
  std::map<std::string, double> mentions;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (cells.text(r, "voice") == "own") mentions[cells.text(r, "target")] += cells.number(r, "mentions");
  }
  std::vector<std::pair<std::string, double>> sorted(mentions.begin(), mentions.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> names;
  for (const auto& [name, n] : sorted) {
    if (n > 0 && names.size() < targets_drawn) names.push_back(name);
  }
  return names;
}

}  // namespace

std::vector<plot> target_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "target_groups");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  const auto names = most_named(cells);
  if (names.empty()) return {};
  json values = json::array();
  for (const std::size_t r : cells.rows_where([&](std::size_t row) {
         return cells.text(row, "voice") == "own" &&
                std::find(names.begin(), names.end(), cells.text(row, "target")) != names.end();
       })) {
    values.push_back(cells.record(
        r, {"group", "target", "documents", "mentions", "positive", "negative", "net_per_mention", "low", "high"}));
  }
  json s = specification(forest, "Praise and blame near each name",
                         context.n_documents() + "; the authors' own voice; lines: 95 % intervals in these texts",
                         std::move(values));
  s["encoding"]["y"]["sort"] = names;
  s["encoding"]["yOffset"] = {{"field", "group"}, {"type", "nominal"}, {"sort", context.groups}};
  s["encoding"]["color"] = group_colour(context, "group");
  set_groups_apart(context, "group", group_marks::points, s["layer"][2]["encoding"]);
  return {{"targets",
           "Words that praise less words that blame, a mention, in each " + cells.text(0, "basis") +
               " that names one of the most-named targets. Near a name is not always of it: read the evidence. A point "
               "without a line comes from too few passages for an interval.",
           std::move(s)}};
}

std::vector<plot> stance_plots(const plot_context& context) {
  const bool by_document = context.documents.size() <= documents_side_by_side || !context.grouped();
  const std::string unit = by_document ? "document" : "group";
  const bool crowd = (by_document ? context.documents : context.groups).size() > most_units_in_a_category;
  const table* t = find_table(context.tables, by_document || crowd ? "stance" : "stance_groups");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  if (crowd) return {crowd_of_rates(context, cells)};
  json values = json::array();
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (cells.text(r, "voice") != "own" || std::isnan(cells.number(r, "per_thousand"))) continue;
    json row = cells.record(r, {"lexicon", "category", "hits", "tokens", "per_thousand", "low", "high"});
    row["of"] = cells.text(r, unit);
    row["group"] = by_document ? context.group_of(cells.text(r, unit)) : cells.text(r, unit);
    values.push_back(row);
  }
  if (values.empty()) return {};
  json s = specification(categories, "Categories of words, by " + unit,
                         context.n_documents() + "; the authors' own voice; lines: 95 % intervals in these texts",
                         std::move(values));
  s["params"] = {chooser(s, "lexicon", "Lexicon")};
  s["encoding"]["yOffset"] = {
      {"field", "of"}, {"type", "nominal"}, {"sort", by_document ? context.documents : context.groups}};
  s["encoding"]["color"] = group_colour(context, "group");
  set_groups_apart(context, "group", group_marks::points, s["layer"][1]["encoding"]);
  return {{"stance",
           "How often each " + unit +
               " uses words of each category; within a category, in the order of the table of documents. Point at a "
               "dot for its name.",
           std::move(s)}};
}

}  // namespace isogloss::reports
