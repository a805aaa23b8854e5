#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "reports/plot.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t bars_each_way = 15;
constexpr std::size_t terms_in_scatter = 400;  // of a comparison
constexpr std::size_t points_in_all = 4000;
constexpr std::size_t labelled_each_way = 9;
constexpr std::size_t bars_of_document = 15;

std::string comparison(const table_cells& t, std::size_t r) {
  return t.text(r, "target") + " against " + t.text(r, "reference");
}

std::set<std::string> comparisons(const table_cells& t) {
  std::set<std::string> all;
  for (std::size_t r = 0; r < t.n_rows(); ++r) all.insert(comparison(t, r));
  return all;
}

constexpr const char* bars = R"json({
  "height": {"step": 19},
  "transform": [
    {"filter": "datum.comparison == comparison"},
    {"calculate": "isValid(datum.log_ratio_low) ? datum.log_ratio_low : datum.log_ratio", "as": "low"},
    {"calculate": "isValid(datum.log_ratio_high) ? datum.log_ratio_high : datum.log_ratio", "as": "high"}],
  "encoding": {
    "y": {"field": "term", "type": "nominal", "title": null,
          "sort": {"field": "log_ratio", "op": "max", "order": "descending"}}},
  "layer": [
    {"mark": {"type": "bar", "height": {"band": 0.72}, "opacity": 0.85}, "encoding": {
      "x": {"field": "log_ratio", "type": "quantitative", "title": "log2 of the ratio of frequencies", "axis": {"tickCount": 8}}}},
    {"mark": {"type": "rule", "strokeWidth": 1.5}, "encoding": {
      "x": {"field": "low", "type": "quantitative"}, "x2": {"field": "high"}}}]
})json";

constexpr const char* scatter = R"json({
  "height": 460,
  "transform": [
    {"filter": "datum.comparison == comparison"},
    {"calculate": "indexof(lower(datum.term), lower(search)) >= 0", "as": "found"}],
  "encoding": {
    "x": {"field": "reference", "type": "quantitative", "title": "per million words in the reference",
          "scale": {"type": "symlog", "constant": 100}, "axis": {"values": [0, 100, 300, 1000, 3000, 10000, 30000, 100000], "format": ",d", "labelOverlap": true}},
    "y": {"field": "target", "type": "quantitative", "title": "per million words in the target",
          "scale": {"type": "symlog", "constant": 100}, "axis": {"values": [0, 100, 300, 1000, 3000, 10000, 30000, 100000], "format": ",d"}}},
  "layer": [
    {"mark": {"type": "point", "filled": true, "size": 42}, "encoding": {
      "opacity": {"condition": {"test": "datum.found", "value": 0.75}, "value": 0.06},
      "tooltip": [{"field": "term"}, {"field": "target_count", "title": "count in the target"},
                  {"field": "reference_count", "title": "count in the reference"},
                  {"field": "target", "title": "per million in the target", "format": ",.0f"},
                  {"field": "reference", "title": "per million in the reference", "format": ",.0f"}]}},
    {"transform": [{"filter": "search == '' ? datum.labelled : datum.found"}],
     "mark": {"type": "text", "align": "left", "dx": 6, "dy": -3}, "encoding": {"text": {"field": "term"}}}]
})json";

constexpr const char* document_bars = R"json({
  "height": {"step": 19},
  "transform": [{"filter": "datum.document == document"}],
  "mark": {"type": "bar", "height": {"band": 0.72}},
  "encoding": {
    "y": {"field": "term", "type": "nominal", "title": null, "sort": {"field": "tfidf", "op": "max", "order": "descending"}},
    "x": {"field": "tfidf", "type": "quantitative", "title": "TF-IDF", "axis": {"tickCount": 8}},
    "tooltip": [{"field": "term"}, {"field": "tfidf", "format": ".3f"}, {"field": "count"},
                {"field": "document_frequency", "title": "documents with it"}]}
})json";

}  // namespace

std::vector<plot> keyness_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "keyness");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  json values = json::array();
  std::map<std::pair<std::string, bool>, std::size_t> taken;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    const double size = cells.number(r, "log_ratio");
    if (std::isnan(size) || taken[{comparison(cells, r), size > 0}]++ >= bars_each_way) continue;
    json row = cells.record(r, {"term", "log_ratio", "log_ratio_low", "log_ratio_high"});
    row["comparison"] = comparison(cells, r);
    row["more_in"] = cells.text(r, size > 0 ? "target" : "reference");
    values.push_back(row);
  }
  json s = specification(bars, "Terms that set groups apart",
                         context.n_documents() + "; lines: 95 % intervals in these texts", std::move(values));
  s["params"] = {chooser(s, "comparison", "Compare")};
  s["layer"][0]["encoding"]["color"] = group_colour(context, "more_in");
  return {{"keyness",
           "The first 15 terms either way by weight of evidence. To the right: more in the first group; to the left: "
           "more in "
           "the second. A line that ends at the bar's end has no bound on that side: one group never uses the term.",
           std::move(s)}};
}

std::vector<plot> term_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "keyness");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  json values = json::array();
  std::map<std::string, std::size_t> taken;
  std::map<std::pair<std::string, bool>, std::size_t> labelled;
  const std::size_t most = std::min(terms_in_scatter, points_in_all / comparisons(cells).size());
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (taken[comparison(cells, r)]++ >= most) continue;
    json row = cells.record(r, {"term", "target_count", "reference_count"});
    for (const std::string side : {"target", "reference"}) {
      row[side] = std::round(1e7 * cells.number(r, side + "_relative_frequency")) / 10;
    }
    row["comparison"] = comparison(cells, r);
    const bool more = cells.number(r, "log_ratio") > 0;
    row["more_in"] = cells.text(r, more ? "target" : "reference");
    if (labelled[{comparison(cells, r), more}]++ < labelled_each_way) row["labelled"] = true;
    values.push_back(row);
  }
  json s =
      specification(scatter, "How often two groups use the same terms",
                    context.n_documents() + "; one point a term; no intervals: see the bars above", std::move(values));
  s["params"] = {chooser(s, "comparison", "Compare"), search_field()};
  s["layer"][0]["encoding"]["color"] = group_colour(context, "more_in");
  return {
      {"terms",
       "The terms with most evidence in each comparison, at most 400. Up: more often in the first group (the target); "
       "right: more "
       "often in the second (the reference). Axes are logarithmic above 100 per million.",
       std::move(s)}};
}

std::vector<plot> tfidf_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "tfidf");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  json values = json::array();
  std::map<std::string, std::size_t> taken;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    const std::string& document = cells.text(r, "document");
    if (taken[document]++ >= bars_of_document) continue;
    json row = cells.record(r, {"document", "term", "tfidf", "count", "document_frequency"});
    row["group"] = context.group_of(document);
    values.push_back(row);
  }
  json s = specification(document_bars, "Terms that tell a document from the others",
                         context.n_documents() + "; a description, without intervals", std::move(values));
  s["params"] = {chooser(s, "document", "Document")};
  s["encoding"]["color"] = group_colour(context, "group");
  return {{"tfidf", "The 15 terms of the highest TF-IDF: frequent in the document and rare among the documents.",
           std::move(s)}};
}

}  // namespace isogloss::reports
