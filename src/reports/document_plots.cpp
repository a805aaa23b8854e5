#include <algorithm>
#include <cmath>
#include <map>

#include "reports/plot.hpp"
#include "reports/spread.hpp"

namespace isogloss::reports {
namespace {

// Shown first where they exist: they do not hang on a document's length.
const std::vector<std::string> at_equal_length = {"moving_average_type_token_ratio", "expected_types"};

constexpr const char* sizes = R"json({
  "height": {"step": 24},
  "mark": {"type": "bar", "height": {"band": 0.7}},
  "encoding": {
    "y": {"field": "document", "type": "nominal", "title": null, "sort": null},
    "x": {"field": "tokens", "type": "quantitative", "title": "words compared", "axis": {"format": ",d", "tickCount": 5}},
    "tooltip": [{"field": "document"}, {"field": "group"}, {"field": "tokens", "format": ","},
                {"field": "quotation_share", "title": "quoted share of all its words", "format": ".1%"}]}
})json";

constexpr const char* measures = R"json({
  "height": {"step": 24},
  "transform": [
    {"filter": "datum.measure == measure"},
    {"calculate": "isValid(datum.low) ? datum.low : datum.value", "as": "from"},
    {"calculate": "isValid(datum.high) ? datum.high : datum.value", "as": "to"}],
  "encoding": {"y": {"field": "document", "type": "nominal", "title": null, "sort": null}},
  "layer": [
    {"mark": {"type": "rule", "strokeWidth": 2}, "encoding": {
      "x": {"field": "from", "type": "quantitative", "scale": {"zero": false}, "title": "value", "axis": {"tickCount": 8}}, "x2": {"field": "to"}}},
    {"mark": {"type": "point", "filled": true, "size": 60, "opacity": 1}, "encoding": {
      "x": {"field": "value", "type": "quantitative"},
      "tooltip": [{"field": "document"}, {"field": "value", "format": ".4f"}, {"field": "low", "format": ".4f"},
                  {"field": "high", "format": ".4f"}, {"field": "tokens", "format": ","}]}}]
})json";

void prefer(json& parameter, const std::vector<std::string>& wanted) {
  const json& options = parameter["bind"]["options"];
  for (const auto& value : wanted) {
    if (std::find(options.begin(), options.end(), value) == options.end()) continue;
    parameter["value"] = value;
    return;
  }
}

}  // namespace

std::vector<plot> documents_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "documents");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  if (cells.n_rows() > most_documents_in_rows) return {crowd_of_documents(context, cells)};
  json values = json::array();
  for (std::size_t r = 0; r < cells.n_rows(); ++r)
    values.push_back(cells.record(r, {"document", "group", "tokens", "quotation_share"}));
  json s = specification(sizes, "Words of each document", context.n_documents() + "; counts, without intervals",
                         std::move(values));
  s["encoding"]["color"] = group_colour(context, "group");
  if (!colours_suffice(context)) {
    // A point beyond the end of each bar has the group's shape.
    json point = {{"mark", {{"type", "point"}, {"filled", true}, {"size", 60}, {"opacity", 1}, {"xOffset", 9}}}};
    set_groups_apart(context, "group", group_marks::points, point["encoding"]);
    s["layer"] = json::array({{{"mark", s["mark"]}}, std::move(point)});
    s.erase("mark");
  }
  return {{"documents", "Words in the voice that is compared. Point at a bar for the share of quoted words.",
           std::move(s)}};
}

std::vector<plot> diversity_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "diversity");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  if (context.documents.size() > most_documents_in_rows) {
    plot crowd = crowd_of_measures(context, cells);
    prefer(crowd.specification["params"][0], at_equal_length);
    return {std::move(crowd)};
  }
  json values = json::array();
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (std::isnan(cells.number(r, "value"))) continue;
    json row = cells.record(r, {"document", "measure", "value", "low", "high", "tokens"});
    row["group"] = context.group_of(cells.text(r, "document"));
    values.push_back(row);
  }
  json s = specification(measures, "How varied each vocabulary is", context.n_documents() + "; lines: 95 % intervals",
                         std::move(values));
  s["params"] = {chooser(s, "measure", "Measure")};
  prefer(s["params"][0], at_equal_length);
  s["encoding"]["color"] = group_colour(context, "group");
  set_groups_apart(context, "group", group_marks::points, s["layer"][1]["encoding"]);
  return {{"diversity",
           "Measures of whole texts grow or fall with their length: compare documents by those taken at equal length, "
           "such as "
           "expected_types.",
           std::move(s)}};
}

}  // namespace isogloss::reports
