#include <algorithm>
#include <cmath>

#include "reports/block_map.hpp"
#include "reports/leaf_order.hpp"
#include "reports/plot.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t most_documents_in_map = 60;
constexpr std::size_t most_documents_with_numbers = 9;
constexpr std::size_t most_names_below_map = 20;
constexpr std::size_t most_names_in_tree = 120;
constexpr std::size_t most_documents_drawn = 3000;

constexpr const char* heat_map = R"json({
  "encoding": {
    "x": {"field": "a", "type": "nominal", "title": null, "axis": {"labelAngle": -40, "labelLimit": 110}},
    "y": {"field": "b", "type": "nominal", "title": null, "axis": {"labelLimit": 110}}},
  "layer": [
    {"mark": "rect", "encoding": {
      "color": {"field": "value", "type": "quantitative", "legend": {"gradientLength": 150}},
      "tooltip": [{"field": "a"}, {"field": "b"}, {"field": "value", "format": ".3f"}, {"field": "low", "format": ".3f"}, {"field": "high", "format": ".3f"}]}}]
})json";

constexpr const char* numbers = R"json({"mark": {"type": "text"}, "encoding": {
  "text": {"field": "value", "type": "quantitative", "format": ".2f"}}})json";

constexpr const char* tree = R"json({
  "encoding": {},
  "layer": [
    {"transform": [{"filter": "datum.kind == 'line'"}], "mark": {"type": "rule", "strokeWidth": 1.5}, "encoding": {
      "x": {"field": "x", "type": "quantitative", "scale": {"reverse": true, "nice": false}, "axis": {"tickCount": 4}},
      "x2": {"field": "x2"}, "y2": {"field": "y2"}}},
    {"transform": [{"filter": "datum.kind == 'leaf'"}], "mark": {"type": "point", "filled": true, "size": 70, "opacity": 1}, "encoding": {
      "x": {"field": "x", "type": "quantitative"}, "tooltip": [{"field": "document"}, {"field": "group"}]}},
    {"transform": [{"filter": "datum.kind == 'join'"}], "mark": {"type": "text", "align": "right", "dx": -4, "dy": -7}, "encoding": {
      "x": {"field": "x", "type": "quantitative"}, "text": {"field": "support"}}}]
})json";

// Alike at 1 and different at 0, or the other way: a matrix of similarities has 1 on its diagonal.
bool is_similarity(const plot_context& context, const std::string& layer) {
  const table* t = find_table(context.tables, "similarity-" + layer);
  return t != nullptr && table_cells(*t).number(0, context.documents.front()) == 1;
}

json heat_values(const table_cells& cells, const std::vector<std::size_t>& rows) {
  json values = json::array();
  for (const std::size_t r : rows) {
    for (const bool swapped : {false, true}) {
      json row = cells.record(r, {"value", "low", "high"});
      row["a"] = cells.text(r, swapped ? "document_b" : "document_a");
      row["b"] = cells.text(r, swapped ? "document_a" : "document_b");
      values.push_back(row);
    }
  }
  return values;
}

json places_of_leaves(const drawn_tree& drawn) {
  json positions = json::array();
  for (std::size_t i = 0; i < drawn.order.size(); ++i) positions.push_back(i);
  const json scale = {
      {"domain", {-0.5, static_cast<double>(drawn.order.size()) - 0.5}}, {"nice", false}, {"reverse", true}};
  json place = {{"field", "y"}, {"type", "quantitative"}, {"title", nullptr}, {"scale", scale}};
  place["axis"] = {
      {"orient", "right"},  {"values", positions}, {"grid", false},
      {"domain", false},    {"ticks", false},      {"labelExpr", json(drawn.order).dump() + "[datum.value]"},
      {"labelPadding", 10}, {"labelLimit", 130},   {"labelOverlap", false}};
  if (drawn.order.size() > most_names_in_tree) place["axis"] = nullptr;
  return place;
}

std::size_t tree_height(std::size_t documents) {
  if (documents > most_names_in_tree) return std::max<std::size_t>(700, 3 * documents / 2);
  return (documents > 20 ? 14 : 34) * documents;
}

std::string tree_caption(std::size_t documents) {
  std::string caption = "Joined further left: less alike. ";
  if (documents > most_names_in_tree)
    return caption + "A line at the right is a document, in the colour of its group; point at it for its name.";
  caption += "Percentages: the share of resampled texts in which the branch is there";
  return caption + (documents > most_documents_with_all_supports ? ", where it is half of them or more." : ".");
}

// No names, so that the eye follows branches and colours: a leaf is a line of its group's colour. Its own branch is
// faint, since so many would be a grey ground.
void thin_out(json& s) {
  s["layer"][0]["mark"].update({{"strokeWidth", 0.8}, {"aria", false}});
  s["layer"][0]["encoding"]["opacity"] = {{"condition", {{"test", "datum.x == 0"}, {"value", 0.1}}}, {"value", 1}};
  s["layer"][1]["mark"] = {{"type", "tick"},   {"orient", "horizontal"}, {"size", 16},
                           {"thickness", 1.5}, {"xOffset", 9},           {"aria", false}};
  s["layer"][1]["encoding"].erase("shape");  // a tick has none
  s["layer"].erase(2);
}

// Numbers in the fields, light on dark.
void add_numbers(json& s, const table_cells& cells, const std::vector<std::size_t>& rows, bool similarity) {
  s["layer"].push_back(json::parse(numbers));
  const auto [low, high] = std::minmax_element(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return cells.number(a, "value") < cells.number(b, "value");
  });
  const double middle = (cells.number(*low, "value") + cells.number(*high, "value")) / 2;
  s["layer"][1]["encoding"]["color"] = {
      {"condition",
       {{"test", std::string("datum.value ") + (similarity ? ">" : "<") + " " + std::to_string(middle)},
        {"value", "white"}}},
      {"value", "black"}};
}

json field_map(const plot_context& context, const table_cells& cells, const std::vector<std::size_t>& rows,
               const std::string& layer) {
  const std::size_t n = context.documents.size();
  json s = specification(heat_map, layer, cells.text(rows.front(), "measure") + "; " + context.n_documents(),
                         heat_values(cells, rows));
  const auto order = leaf_order(context, layer);
  s["height"] = {{"step", n > 20 ? 14 : 36}};
  s["encoding"]["x"]["sort"] = order;
  s["encoding"]["y"]["sort"] = order;
  if (n > most_names_below_map) s["encoding"]["x"]["axis"] = nullptr;
  if (n <= most_documents_with_numbers) add_numbers(s, cells, rows, is_similarity(context, layer));
  return s;
}

}  // namespace

std::vector<plot> similarity_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "similarity");
  if (t == nullptr || context.documents.size() > most_documents_drawn) return {};
  const table_cells cells(*t);
  const bool crowd = context.documents.size() > most_documents_in_map;
  std::vector<plot> plots;
  for (const auto& layer : layers_of(cells)) {
    const auto of_layer = cells.rows_where([&](std::size_t r) { return cells.text(r, "layer") == layer; });
    const std::string measure = cells.text(of_layer.front(), "measure");
    std::vector<std::size_t> rows;
    for (const std::size_t r : of_layer) {
      if (cells.text(r, "measure") == measure) rows.push_back(r);
    }
    if (std::isnan(cells.number(rows.front(), "value"))) continue;
    json s = (crowd ? block_map : field_map)(context, cells, rows, layer);
    const bool similarity = is_similarity(context, layer);
    json& colour = s["layer"][0]["encoding"]["color"];
    colour["title"] = measure;
    // Dark is alike.
    colour["scale"] = {{"scheme", "viridis"}, {"reverse", similarity}};
    plots.push_back(
        {"similarity-" + layer,
         std::string("Dark: alike. Documents in the order of the tree. ") +
             (similarity ? "Larger is more alike." : "A distance: smaller is more alike.") +
             (crowd ? " A field is the mean of the pairs of two blocks of neighbours; point at it for their names."
                    : " Point at a field for its interval."),
         std::move(s)});
  }
  return plots;
}

std::vector<plot> dendrogram_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "merges");
  if (t == nullptr || context.documents.size() > most_documents_drawn) return {};
  const table_cells cells(*t);
  std::vector<plot> plots;
  for (const auto& layer : layers_of(cells)) {
    const auto drawn = draw_tree(context, layer);
    if (drawn.lines.empty()) continue;
    json s = specification(tree, layer, drawn.method + " linkage of " + drawn.measure + "; " + context.n_documents(),
                           drawn.lines);
    s["height"] = tree_height(context.documents.size());
    s["encoding"]["y"] = places_of_leaves(drawn);
    json& height = s["layer"][0]["encoding"]["x"];
    height["title"] = "height (" + drawn.measure + ")";
    // Room for the support of the outermost branches.
    height["scale"]["domain"] = {0, 1.2 * drawn.height};
    s["layer"][1]["encoding"]["color"] = group_colour(context, "group");
    set_groups_apart(context, "group", group_marks::points, s["layer"][1]["encoding"]);
    if (context.documents.size() > most_names_in_tree) thin_out(s);
    plots.push_back({"dendrogram-" + layer, tree_caption(context.documents.size()), std::move(s)});
  }
  return plots;
}

}  // namespace isogloss::reports
