#include "reports/leaf_order.hpp"

#include <algorithm>
#include <cmath>

namespace isogloss::reports {
namespace {

struct branch {
  std::vector<std::size_t> leaves;
  double height = 0;
  double place = 0;
};

// merges.csv numbers as R's hclust: -i is document i, j the result of step j.
branch part(double number, const std::vector<branch>& joined) {
  if (number < 0) return {{static_cast<std::size_t>(-number) - 1}, 0, 0};
  return joined.at(static_cast<std::size_t>(number) - 1);
}

std::vector<std::size_t> rows_of_first_tree(const table_cells& cells, const std::string& layer) {
  const auto of_layer = cells.rows_where([&](std::size_t r) { return cells.text(r, "layer") == layer; });
  std::vector<std::size_t> rows;
  for (const std::size_t r : of_layer) {
    if (cells.text(r, "method") == cells.text(of_layer.front(), "method") &&
        cells.text(r, "measure") == cells.text(of_layer.front(), "measure"))
      rows.push_back(r);
  }
  return rows;
}

std::vector<std::size_t> leaves_of(const table_cells& cells, const std::vector<std::size_t>& rows) {
  std::vector<branch> joined;
  for (const std::size_t r : rows) {
    branch both = part(cells.number(r, "left"), joined);
    const branch right = part(cells.number(r, "right"), joined);
    both.leaves.insert(both.leaves.end(), right.leaves.begin(), right.leaves.end());
    joined.push_back(both);
  }
  return joined.back().leaves;
}

json line(double x, double y, double x2, double y2) {
  return {{"kind", "line"}, {"x", shortened(x)}, {"y", shortened(y)}, {"x2", shortened(x2)}, {"y2", shortened(y2)}};
}

// The root's branch is in every tree, which tells nothing; of many documents, neither does that most have no support.
bool is_told(double support, std::size_t n_documents) {
  return support >= (n_documents > most_documents_with_all_supports ? 0.5 : 0);
}

void add_joins(const table_cells& cells, const std::vector<std::size_t>& rows, const std::vector<double>& places,
               json& lines) {
  std::vector<branch> joined;
  for (const std::size_t r : rows) {
    branch sides[2] = {part(cells.number(r, "left"), joined), part(cells.number(r, "right"), joined)};
    const double height = cells.number(r, "height");
    for (branch& side : sides) {
      if (side.leaves.size() == 1 && side.height == 0) side.place = places[side.leaves[0]];
      lines.push_back(line(side.height, side.place, height, side.place));
    }
    lines.push_back(line(height, sides[0].place, height, sides[1].place));
    const double middle = (sides[0].place + sides[1].place) / 2;
    const double support = cells.number(r, "support");
    if (r != rows.back() && is_told(support, places.size()))
      lines.push_back({{"kind", "join"}, {"x", height}, {"y", middle}, {"support", percent(support)}});
    sides[0].leaves.insert(sides[0].leaves.end(), sides[1].leaves.begin(), sides[1].leaves.end());
    joined.push_back({sides[0].leaves, height, middle});
  }
}

}  // namespace

drawn_tree draw_tree(const plot_context& context, const std::string& layer) {
  drawn_tree result;
  const table* t = find_table(context.tables, "merges");
  if (t == nullptr) return result;
  const table_cells cells(*t);
  const auto rows = rows_of_first_tree(cells, layer);
  if (rows.empty()) return result;
  result.method = cells.text(rows[0], "method");
  result.measure = cells.text(rows[0], "measure");
  std::vector<double> places(context.documents.size(), 0);
  for (const std::size_t leaf : leaves_of(cells, rows)) {
    places.at(leaf) = static_cast<double>(result.order.size());
    const auto& document = context.documents[leaf];
    result.lines.push_back({{"kind", "leaf"},
                            {"x", 0},
                            {"y", places[leaf]},
                            {"document", document},
                            {"group", context.group_of(document)}});
    result.order.push_back(document);
  }
  for (const std::size_t r : rows) result.height = std::max(result.height, cells.number(r, "height"));
  add_joins(cells, rows, places, result.lines);
  return result;
}

std::vector<std::string> leaf_order(const plot_context& context, const std::string& layer) {
  auto order = draw_tree(context, layer).order;
  return order.size() == context.documents.size() ? order : context.documents;
}

}  // namespace isogloss::reports
