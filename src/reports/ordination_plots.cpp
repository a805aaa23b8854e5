#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "isogloss/statistics/ellipse.hpp"
#include "reports/label_places.hpp"
#include "reports/plot.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t most_documents_with_ellipses = 20;  // of more documents the groups have one each
constexpr std::size_t most_names_tried = 300;
constexpr Eigen::Index points_of_outline = 48;
constexpr double room = 0.08;

constexpr const char* ordination_map = R"json({
  "height": 340,
  "encoding": {
    "x": {"field": "axis_1", "type": "quantitative", "axis": {"tickCount": 5}},
    "y": {"field": "axis_2", "type": "quantitative", "axis": {"tickCount": 5}}},
  "layer": [
    {"mark": {"type": "point", "filled": true, "size": 80, "opacity": 1}, "encoding": {"tooltip": [{"field": "document"}, {"field": "group"}]}}]
})json";

constexpr const char* outlines = R"json({
  "mark": {"type": "line", "interpolate": "linear-closed", "strokeWidth": 1.2, "opacity": 0.75},
  "encoding": {"detail": {"field": "name"}, "order": {"field": "order", "type": "quantitative"},
    "tooltip": {"field": "name"}}
})json";

struct document_places {
  json values = json::array();
  std::string shares[2];
};

document_places places_of(const plot_context& context, const table_cells& cells, const std::string& layer) {
  std::map<std::string, json> by_document;
  document_places result;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    const auto axis = static_cast<int>(cells.number(r, "axis"));
    if (cells.text(r, "layer") != layer || cells.text(r, "method") != "pca" || axis < 1 || axis > 2) continue;
    if (std::isnan(cells.number(r, "coordinate"))) continue;
    by_document[cells.text(r, "document")]["axis_" + std::to_string(axis)] = cells.value(r, "coordinate");
    result.shares[axis - 1] = percent(cells.number(r, "variance_share"));
  }
  for (auto& [document, place] : by_document) {
    place.update({{"document", document}, {"group", context.group_of(document)}});
    if (place.contains("axis_1") && place.contains("axis_2")) result.values.push_back(place);
  }
  return result;
}

// The outlines of the ellipses of a layer's documents, or of its groups.
json outlines_of(const plot_context& context, const std::string& layer, const std::string& of) {
  json line = json::array();
  const table* t = find_table(context.tables, "ordination_ellipses");
  if (t == nullptr) return line;
  const table_cells cells(*t);
  for (const std::size_t r : cells.rows_where([&](std::size_t row) {
         return cells.text(row, "layer") == layer && cells.text(row, "of") == of &&
                !std::isnan(cells.number(row, "major"));
       })) {
    const std::string& name = cells.text(r, "name");
    const statistics::ellipse e = {cells.number(r, "major"), cells.number(r, "minor"), cells.number(r, "angle")};
    const auto points =
        statistics::outline(e, {cells.number(r, "centre_1"), cells.number(r, "centre_2")}, points_of_outline);
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
      line.push_back({{"axis_1", points(i, 0)},
                      {"axis_2", points(i, 1)},
                      {"order", i},
                      {"name", name},
                      {"group", of == "group" ? name : context.group_of(name)}});
    }
  }
  return line;
}

std::vector<double> numbers_of(const json& values, const json& more, const char* field) {
  std::vector<double> numbers;
  for (const json* rows : {&values, &more}) {
    for (const json& row : *rows) numbers.push_back(row[field].get<double>());
  }
  return numbers;
}

// Names of documents, those far from the middle first: they are what a map is looked at for.
void name_documents(const axis_ends& x, const axis_ends& y, json& s) {
  json& values = s["data"]["values"];
  std::vector<named_point> points;
  for (std::size_t r = 0; r < values.size(); ++r) {
    points.push_back({x.share(values[r]["axis_1"].get<double>()), y.share(values[r]["axis_2"].get<double>()),
                      values[r]["document"].get<std::string>(), r});
  }
  const auto off = [](const named_point& p) { return std::hypot(p.x - 0.5, p.y - 0.5); };
  std::stable_sort(points.begin(), points.end(), [&](const auto& a, const auto& b) { return off(a) > off(b); });
  for (std::size_t i = most_names_tried; i < points.size(); ++i) points[i].name.clear();
  place_labels(points, s["height"].get<double>(), values);
  s["layer"].push_back(label_layer("document", false));
}

std::string caption(const std::string& of, bool some) {
  const std::string start = "Documents near each other are alike on the two axes that vary most. ";
  if (!some) return start + "A description, without intervals.";
  if (of == "group") {
    return start +
           "Ellipses: the middle and spread of a group's documents, 68 % of them if they were normal; none for groups "
           "of "
           "fewer than three. They describe these documents.";
  }
  return start +
         "Ellipses: where 95 % of a document's places fall, if normal, when its segments are drawn anew, the axes "
         "held; "
         "none for documents of fewer than three segments.";
}

plot map_of(const plot_context& context, const std::string& layer, document_places places) {
  const std::string of = context.documents.size() <= most_documents_with_ellipses ? "document" : "group";
  const json lines = outlines_of(context, layer, of);
  const auto x = ends_of(numbers_of(places.values, lines, "axis_1"), room);
  const auto y = ends_of(numbers_of(places.values, lines, "axis_2"), room);
  json s = specification(ordination_map, layer, "principal components; " + context.n_documents(), places.values);
  s["encoding"]["x"]["title"] = "axis 1 (" + places.shares[0] + " of variance)";
  s["encoding"]["y"]["title"] = "axis 2 (" + places.shares[1] + " of variance)";
  set_domain(s["encoding"], "x", x.domain());
  set_domain(s["encoding"], "y", y.domain());
  json& points = s["layer"][0]["encoding"];
  points["color"] = group_colour(context, "group");
  set_groups_apart(context, "group", group_marks::points, points);
  name_documents(x, y, s);
  if (!lines.empty()) {
    json drawn = json::parse(outlines);
    drawn["data"] = {{"values", lines}};
    drawn["encoding"]["color"] = group_colour(context, "group");
    set_groups_apart(context, "group", group_marks::lines, drawn["encoding"]);
    s["layer"].insert(s["layer"].begin(), std::move(drawn));
  }
  return {"pca-" + layer, caption(of, !lines.empty()), std::move(s)};
}

}  // namespace

std::vector<plot> ordination_plots(const plot_context& context) {
  const table* t = find_table(context.tables, "ordination");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  std::vector<plot> plots;
  for (const auto& layer : layers_of(cells)) {
    auto places = places_of(context, cells, layer);
    if (!places.values.empty()) plots.push_back(map_of(context, layer, std::move(places)));
  }
  return plots;
}

}  // namespace isogloss::reports
