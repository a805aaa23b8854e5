#include <cmath>
#include <map>

#include "reports/plot.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t most_documents_with_names = 40;

constexpr const char* ordination_map = R"json({
  "height": 300,
  "encoding": {
    "x": {"field": "axis_1", "type": "quantitative", "scale": {"padding": 34}, "axis": {"tickCount": 5}},
    "y": {"field": "axis_2", "type": "quantitative", "scale": {"padding": 22}, "axis": {"tickCount": 5}}},
  "layer": [
    {"mark": {"type": "point", "filled": true, "size": 80, "opacity": 1}, "encoding": {"tooltip": [{"field": "document"}, {"field": "group"}]}}]
})json";

constexpr const char* names_beside =
    R"json({"mark": {"type": "text", "dy": -11}, "encoding": {"text": {"field": "document"}}})json";

}  // namespace

std::vector<plot> ordination_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "ordination");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  std::vector<plot> plots;
  for (const auto& layer : layers_of(cells)) {
    std::map<std::string, json> places;
    std::string share[2];
    for (std::size_t r = 0; r < cells.n_rows(); ++r) {
      const auto axis = static_cast<int>(cells.number(r, "axis"));
      if (cells.text(r, "layer") != layer || cells.text(r, "method") != "pca" || axis < 1 || axis > 2) continue;
      if (std::isnan(cells.number(r, "coordinate"))) continue;
      places[cells.text(r, "document")]["axis_" + std::to_string(axis)] = cells.value(r, "coordinate");
      share[axis - 1] = percent(cells.number(r, "variance_share"));
    }
    json values = json::array();
    for (auto& [document, place] : places) {
      place.update({{"document", document}, {"group", context.group_of(document)}});
      if (place.contains("axis_1") && place.contains("axis_2")) values.push_back(place);
    }
    if (values.empty()) continue;
    json s = specification(ordination_map, layer, "principal components; " + context.n_documents(), std::move(values));
    s["encoding"]["x"]["title"] = "axis 1 (" + share[0] + " of variance)";
    s["encoding"]["y"]["title"] = "axis 2 (" + share[1] + " of variance)";
    s["layer"][0]["encoding"]["color"] = group_colour(context, "group");
    if (context.documents.size() <= most_documents_with_names) s["layer"].push_back(json::parse(names_beside));
    plots.push_back(
        {"pca-" + layer,
         "Documents near each other are alike on the two axes that vary most. A description, without intervals.",
         std::move(s)});
  }
  return plots;
}

}  // namespace isogloss::reports
