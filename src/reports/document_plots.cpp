#include <algorithm>
#include <cmath>
#include <map>

#include "reports/plot.hpp"
#include "reports/spread.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t contested_points = 2000;  // of all comparisons
// Shown first where they exist: they do not hang on a document's length.
const std::vector<std::string> at_equal_length = {"moving_average_type_token_ratio", "expected_types"};
constexpr std::size_t terms_in_dispersion = 500;
constexpr std::size_t labelled_terms = 12;

constexpr const char* sizes = R"json({
  "height": {"step": 24},
  "mark": {"type": "bar", "height": {"band": 0.7}},
  "encoding": {
    "y": {"field": "document", "type": "nominal", "title": null, "sort": null},
    "x": {"field": "tokens", "type": "quantitative", "title": "words compared", "axis": {"format": ",d", "tickCount": 5}},
    "tooltip": [{"field": "document"}, {"field": "group"}, {"field": "tokens", "format": ","},
                {"field": "quotation_share", "title": "quoted share of all its words", "format": ".1%"}]}
})json";

constexpr const char* evenness = R"json({
  "height": 420,
  "transform": [{"calculate": "indexof(lower(datum.term), lower(search)) >= 0", "as": "found"}],
  "encoding": {
    "x": {"field": "count", "type": "quantitative", "title": "occurrences in all documents", "scale": {"type": "log"}, "axis": {"format": ",d", "values": [1, 3, 10, 30, 100, 300, 1000, 3000, 10000, 30000, 100000, 1000000]}},
    "y": {"field": "deviation_of_proportions", "type": "quantitative", "title": "deviation of proportions (0: even)", "scale": {"zero": true}}},
  "layer": [
    {"mark": {"type": "point", "filled": true, "size": 36, "color": "#0072B2"}, "encoding": {
      "opacity": {"condition": {"test": "datum.found", "value": 0.7}, "value": 0.06},
      "tooltip": [{"field": "term"}, {"field": "count"}, {"field": "document_range", "title": "documents"},
                  {"field": "deviation_of_proportions", "format": ".3f"}]}},
    {"transform": [{"filter": "search == '' ? datum.labelled : datum.found"}],
     "mark": {"type": "text", "align": "left", "dx": 5, "dy": -3}, "encoding": {"text": {"field": "term"}}}]
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

constexpr const char* shared_words = R"json({
  "height": 420,
  "transform": [
    {"filter": "datum.comparison == comparison"},
    {"calculate": "indexof(lower(datum.term), lower(search)) >= 0", "as": "found"}],
  "encoding": {
    "x": {"field": "log_ratio", "type": "quantitative", "title": "who says it more: log2 of the ratio of relative frequencies"},
    "y": {"field": "divergence_bits", "type": "quantitative", "title": "how differently it is used, bits"}},
  "layer": [
    {"mark": {"type": "point", "filled": true, "size": 42, "color": "#0072B2"}, "encoding": {
      "opacity": {"condition": {"test": "datum.found", "value": 0.75}, "value": 0.06},
      "tooltip": [{"field": "term"}, {"field": "divergence_bits", "format": ".3f"}, {"field": "q_value", "format": ".3f"},
                  {"field": "collocates_a"}, {"field": "collocates_b"}]}},
    {"transform": [{"filter": "search == '' ? datum.labelled : datum.found"}],
     "mark": {"type": "text", "align": "left", "dx": 6, "dy": -3}, "encoding": {"text": {"field": "term"}}}]
})json";

void prefer(json& parameter, const std::vector<std::string>& wanted) {
  const json& options = parameter["bind"]["options"];
  for (const auto& value : wanted) {
    if (std::find(options.begin(), options.end(), value) == options.end()) continue;
    parameter["value"] = value;
    return;
  }
}

std::string comparison(const table_cells& contested, std::size_t r) {
  return contested.text(r, "group_a") + " against " + contested.text(r, "group_b");
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
  return {{"documents", "Words in the voice that is compared. Point at a bar for the share of quoted words.",
           std::move(s)}};
}

std::vector<plot> contested_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "contested");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  std::vector<std::string> compared;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) compared.push_back(comparison(cells, r));
  const std::size_t most = contested_points / distinct(compared).size();
  std::map<std::string, std::size_t> taken;
  json values = json::array();
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (taken[compared[r]]++ >= most) continue;
    json row = cells.record(r, {"term", "log_ratio", "divergence_bits", "q_value", "collocates_a", "collocates_b"});
    row["comparison"] = compared[r];
    if (cells.number(r, "rank") <= 12) row["labelled"] = true;
    values.push_back(row);
  }
  json s = specification(shared_words, "Words both groups use, but differently",
                         context.n_documents() + "; divergence less what is expected by chance", std::move(values));
  s["params"] = {chooser(s, "comparison", "Compare"), search_field()};
  return {{"contested",
           "The words that differ most, at most 2000 in all comparisons. Up: the word stands in other company in the "
           "two groups. Right: the first group says it more. Point at a "
           "word for its company.",
           std::move(s)}};
}

std::vector<plot> dispersion_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "dispersion");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  json values = json::array();
  for (std::size_t r = 0; r < cells.n_rows() && r < terms_in_dispersion; ++r) {
    json row = cells.record(r, {"term", "count", "document_range", "deviation_of_proportions"});
    if (r < labelled_terms) row["labelled"] = true;
    values.push_back(row);
  }
  json s = specification(evenness, "How evenly terms are spread",
                         context.n_documents() + "; a description, without intervals", std::move(values));
  s["params"] = {search_field()};
  return {{"dispersion",
           "The first 500 terms of the table of dispersion. High: a term that a few segments have to themselves.",
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
  return {{"diversity",
           "Measures of whole texts grow or fall with their length: compare documents by those taken at equal length, "
           "such as "
           "expected_types.",
           std::move(s)}};
}

}  // namespace isogloss::reports
