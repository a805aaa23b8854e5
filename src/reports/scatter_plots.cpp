#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "reports/plot.hpp"
#include "reports/scatter_axes.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t terms_in_scatter = 400;  // of a comparison
constexpr std::size_t points_in_all = 4000;
constexpr std::size_t labelled_each_way = 25;   // as many of them as find a place
constexpr std::size_t contested_points = 2000;  // of all comparisons
constexpr std::size_t terms_in_dispersion = 500;
constexpr std::size_t labelled_terms = 40;  // likewise

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
                  {"field": "reference", "title": "per million in the reference", "format": ",.0f"}]}}]
})json";

constexpr const char* evenness = R"json({
  "height": 420,
  "transform": [{"calculate": "indexof(lower(datum.term), lower(search)) >= 0", "as": "found"}],
  "encoding": {
    "x": {"field": "count", "type": "quantitative", "title": "occurrences in all documents", "scale": {"type": "log"}, "axis": {"format": ",d", "values": [1, 3, 10, 30, 100, 300, 1000, 3000, 10000, 30000, 100000, 1000000]}},
    "y": {"field": "deviation_of_proportions", "type": "quantitative", "title": "deviation of proportions (0: even)", "scale": {}}},
  "layer": [
    {"mark": {"type": "point", "filled": true, "size": 36, "color": "#0072B2"}, "encoding": {
      "opacity": {"condition": {"test": "datum.found", "value": 0.7}, "value": 0.06},
      "tooltip": [{"field": "term"}, {"field": "count"}, {"field": "document_range", "title": "documents"},
                  {"field": "deviation_of_proportions", "format": ".3f"}]}}]
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
                  {"field": "collocates_a"}, {"field": "collocates_b"}]}}]
})json";

std::string comparison(const table_cells& t, std::size_t r) {
  return t.text(r, "target") + " against " + t.text(r, "reference");
}

std::set<std::string> comparisons(const table_cells& t) {
  std::set<std::string> all;
  for (std::size_t r = 0; r < t.n_rows(); ++r) all.insert(comparison(t, r));
  return all;
}

}  // namespace

std::vector<plot> term_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "keyness");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  json values = json::array();
  std::map<std::string, std::size_t> taken;
  std::map<std::pair<std::string, bool>, std::size_t> labelled;
  std::vector<bool> named;
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
    named.push_back(labelled[{comparison(cells, r), more}]++ < labelled_each_way);
    values.push_back(row);
  }
  json s =
      specification(scatter, "How often two groups use the same terms",
                    context.n_documents() + "; one point a term; no intervals: see the bars above", std::move(values));
  const auto x = each(numbers_of(s["data"]["values"], "reference"), compress);
  const auto y = each(numbers_of(s["data"]["values"], "target"), compress);
  set_axes(scatter_axis_of(x, from_zero(x), stretch), scatter_axis_of(y, from_zero(y), stretch), named, s);
  s["params"] = {chooser(s, "comparison", "Compare"), search_field()};
  s["layer"][0]["encoding"]["color"] = group_colour(context, "more_in");
  set_groups_apart(context, "more_in", group_marks::points, s["layer"][0]["encoding"]);
  return {
      {"terms",
       "The terms with most evidence in each comparison, at most 400. Up: more often in the first group (the target); "
       "right: more "
       "often in the second (the reference). Axes are logarithmic above 100 per million.",
       std::move(s)}};
}

std::vector<plot> contested_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "contested");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  std::vector<std::string> compared;
  for (std::size_t r = 0; r < cells.n_rows(); ++r)
    compared.push_back(cells.text(r, "group_a") + " against " + cells.text(r, "group_b"));
  if (compared.empty()) return {};
  const std::size_t most = contested_points / distinct(compared).size();
  json values = json::array();
  std::map<std::string, std::size_t> taken;
  std::vector<bool> named;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    const std::size_t place = taken[compared[r]]++;
    if (place >= most) continue;
    json row = cells.record(r, {"term", "log_ratio", "divergence_bits", "q_value", "collocates_a", "collocates_b"});
    row["comparison"] = compared[r];
    named.push_back(place < labelled_terms);
    values.push_back(row);
  }
  json s = specification(shared_words, "Words both groups use, but differently",
                         context.n_documents() + "; divergence less what is expected by chance", std::move(values));
  const auto x = numbers_of(s["data"]["values"], "log_ratio");
  const auto y = numbers_of(s["data"]["values"], "divergence_bits");
  set_axes(scatter_axis_of(x, ends_of(x, 0.05), as_it_is), scatter_axis_of(y, ends_of(y, 0.05), as_it_is), named, s);
  s["params"] = {chooser(s, "comparison", "Compare"), search_field()};
  return {{"contested",
           "The words that differ most, at most 2000 in all comparisons. Up: the word stands in other company in the "
           "two groups. Right: the first group says it more. Point at a word for its company.",
           std::move(s)}};
}

std::vector<plot> dispersion_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "dispersion");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  json values = json::array();
  std::vector<bool> named;
  for (std::size_t r = 0; r < cells.n_rows() && r < terms_in_dispersion; ++r) {
    named.push_back(r < labelled_terms);
    json row = cells.record(r, {"term", "count", "document_range", "deviation_of_proportions"});
    values.push_back(row);
  }
  json s = specification(evenness, "How evenly terms are spread",
                         context.n_documents() + "; a description, without intervals", std::move(values));
  const auto x = each(numbers_of(s["data"]["values"], "count"), std::log);
  const auto y = numbers_of(s["data"]["values"], "deviation_of_proportions");
  set_axes(scatter_axis_of(x, ends_of(x, 0.04), std::exp), scatter_axis_of(y, from_zero(y), as_it_is), named, s);
  s["params"] = {search_field()};
  return {{"dispersion",
           "The first 500 terms of the table of dispersion. High: a term that a few segments have to themselves.",
           std::move(s)}};
}

}  // namespace isogloss::reports
