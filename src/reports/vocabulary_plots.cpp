#include <cmath>
#include <map>

#include "reports/plot.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t bars_each_way = 15;
constexpr std::size_t bars_of_document = 15;

std::string comparison(const table_cells& t, std::size_t r) {
  return t.text(r, "target") + " against " + t.text(r, "reference");
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

constexpr const char* document_bars = R"json({
  "height": {"step": 19},
  "transform": [{"filter": "datum.document == document"}],
  "mark": {"type": "bar", "height": {"band": 0.72}},
  "encoding": {
    "y": {"field": "term", "type": "nominal", "title": null, "sort": {"field": "tfidf", "op": "max", "order": "descending"}},
    "x": {"field": "tfidf", "type": "quantitative", "title": "TF-IDF", "axis": {"tickCount": 8}},
    "tooltip": [{"field": "term"}, {"field": "group"}, {"field": "tfidf", "format": ".3f"}, {"field": "count"},
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
  s["layer"][0]["encoding"]["color"] = group_colour(context, "more_in", colours_suffice(context));
  return {{"keyness",
           "The first 15 terms either way by weight of evidence. To the right: more in the first group; to the left: "
           "more in "
           "the second. A line that ends at the bar's end has no bound on that side: one group never uses the term.",
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
  s["encoding"]["color"] = group_colour(context, "group", colours_suffice(context));
  return {{"tfidf", "The 15 terms of the highest TF-IDF: frequent in the document and rare among the documents.",
           std::move(s)}};
}

}  // namespace isogloss::reports
