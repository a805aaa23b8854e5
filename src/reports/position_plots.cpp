#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "reports/plot.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t most_rows_of_all = 60;   // documents that each have a row whether they hold the term or not
constexpr std::size_t most_rows_of_term = 40;  // of more documents: those that hold the term most often
constexpr std::size_t most_roomy_rows = 20;

constexpr const char* strips = R"json({
  "transform": [
    {"filter": "datum.term == term"},
    {"joinaggregate": [{"op": "sum", "field": "count", "as": "of_document"}], "groupby": ["document"]},
    {"window": [{"op": "dense_rank", "as": "place_of_document"}],
     "sort": [{"field": "of_document", "order": "descending"}, {"field": "document"}]}],
  "encoding": {
    "y": {"field": "document", "type": "nominal", "title": null, "axis": {"grid": true, "tickBand": "center", "ticks": false}}},
  "layer": [
    {"mark": {"type": "tick", "orient": "vertical", "thickness": 1.5, "opacity": 1}, "encoding": {
      "x": {"field": "place", "type": "quantitative", "title": "place in the document", "scale": {"domain": [0, 1], "nice": false},
            "axis": {"format": "%", "values": [0, 0.25, 0.5, 0.75, 1], "grid": false}},
      "tooltip": [{"field": "term"}, {"field": "document"}, {"field": "group"}, {"field": "segment"},
                  {"field": "place", "title": "place in the document", "format": ".0%"},
                  {"field": "count", "title": "times in this segment"}, {"field": "tokens", "title": "words of this segment"},
                  {"field": "of_document", "title": "times in the document"}]}},
    {"transform": [{"aggregate": [{"op": "sum", "field": "count", "as": "times"}], "groupby": ["document"]}],
     "mark": {"type": "text", "align": "left", "dx": 6}, "encoding": {
      "x": {"value": "width"}, "text": {"field": "times", "type": "quantitative", "format": ","}}}]
})json";

std::string tokens_of(const table_cells& cells) {
  std::vector<double> tokens;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) tokens.push_back(cells.number(r, "tokens"));
  const auto middle = tokens.begin() + static_cast<std::ptrdiff_t>(tokens.size() / 2);
  std::nth_element(tokens.begin(), middle, tokens.end());
  return std::to_string(static_cast<long>(*middle));
}

// Few documents stand in the order of their table, empty ones too; of many those that hold the term most often.
std::string choose_rows(const plot_context& context, json& s) {
  const std::size_t n = context.documents.size();
  s["height"] = {{"step", n <= most_roomy_rows ? 22 : 14}};
  if (n <= most_rows_of_all) {
    s["encoding"]["y"]["scale"] = {{"domain", context.documents}};
    return "";
  }
  s["transform"].push_back({{"filter", "datum.place_of_document <= " + std::to_string(most_rows_of_term)}});
  s["encoding"]["y"]["sort"] = {{"field", "of_document"}, {"op", "max"}, {"order", "descending"}};
  return " Of so many documents the " + std::to_string(most_rows_of_term) + " that use the term most have a row.";
}

// Before each row its group's shape, where colours alone do not tell groups apart.
json shape_of_each_row(const plot_context& context, json& rows) {
  json layer = json::parse(
      R"json({"transform": [{"aggregate": [{"op": "sum", "field": "count", "as": "times"}], "groupby": ["document", "group"]}],
    "mark": {"type": "point", "filled": true, "size": 45, "opacity": 1, "clip": false},
    "encoding": {"x": {"value": -8}, "tooltip": [{"field": "document"}, {"field": "group"}]}})json");
  layer["encoding"]["color"] = group_colour(context, "group");
  set_groups_apart(context, "group", group_marks::points, layer["encoding"]);
  rows["axis"]["labelPadding"] = 16;
  return layer;
}

// What to show first: of the terms in their order, the first that stands in half of the documents; else the first.
void prefer_shared_term(const plot_context& context, const table_cells& cells, json& chooser) {
  std::map<std::string, std::set<std::string>> documents;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) documents[cells.text(r, "term")].insert(cells.text(r, "document"));
  for (const json& term : chooser["bind"]["options"]) {
    if (2 * documents[term.get<std::string>()].size() < context.documents.size()) continue;
    chooser["value"] = term;
    return;
  }
}

}  // namespace

std::vector<plot> strips_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "positions");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  json values = json::array();
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    json row = cells.record(r, {"term", "document", "segment", "place", "count", "tokens"});
    row["group"] = context.group_of(cells.text(r, "document"));
    row["place"] = std::round(1e4 * cells.number(r, "place")) / 1e4;
    values.push_back(std::move(row));
  }
  json s = specification(strips, "Where in each document a term stands",
                         context.n_documents() + "; counts, without intervals", std::move(values));
  const std::string rows = choose_rows(context, s);
  s["params"] = {chooser(s, "term", "Term")};
  prefer_shared_term(context, cells, s["params"][0]);
  s["layer"][0]["encoding"]["color"] = group_colour(context, "group");
  if (!colours_suffice(context)) s["layer"].push_back(shape_of_each_row(context, s["encoding"]["y"]));
  return {{"strips",
           "A row a document, from its beginning (0 %) to its end (100 %). A tick is a segment, of about " +
               tokens_of(cells) +
               " words, in which the term stands, however often: point at it for the count. The number on the right is "
               "that of the document. Terms are the first of each comparison of groups, or of each document's TF-IDF "
               "where there are no groups, but for those in more than half of all segments." +
               rows,
           std::move(s)}};
}

}  // namespace isogloss::reports
