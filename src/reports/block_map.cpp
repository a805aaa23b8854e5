#include "reports/block_map.hpp"

#include <cmath>
#include <unordered_map>

#include "reports/leaf_order.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t most_blocks = 60;

constexpr const char* blocks_and_strips = R"json({
  "height": 340,
  "transform": [
    {"calculate": "datum.a + 1", "as": "a_end"}, {"calculate": "datum.b + 1", "as": "b_end"},
    {"calculate": "blocks[datum.a]", "as": "a_names"}, {"calculate": "blocks[datum.b]", "as": "b_names"}],
  "encoding": {
    "x": {"field": "a", "type": "quantitative", "axis": null, "scale": {"nice": false}},
    "y": {"field": "b", "type": "quantitative", "axis": null, "scale": {"nice": false, "reverse": true}}},
  "resolve": {"scale": {"color": "independent"}},
  "layer": [
    {"mark": {"type": "rect", "aria": false}, "encoding": {
      "x2": {"field": "a_end"}, "y2": {"field": "b_end"},
      "color": {"field": "value", "type": "quantitative", "legend": {"gradientLength": 150}},
      "tooltip": [{"field": "a_names", "title": "these"}, {"field": "b_names", "title": "with these"},
                  {"field": "value", "title": "mean", "format": ".3f"}]}},
    {"mark": {"type": "rect", "aria": false}, "encoding": {
      "x2": {"field": "a_end"}, "y2": {"field": "b_end"}, "tooltip": [{"field": "document"}, {"field": "group"}]}}]
})json";

// As many as make blocks of one size, as nearly as may be.
std::size_t blocks_of(std::size_t n_documents) {
  const std::size_t size = (n_documents + most_blocks - 1) / most_blocks;
  return (n_documents + size - 1) / size;
}

// Documents in the order of the tree, and the block of each: blocks differ in size by one at most.
struct arrangement {
  std::vector<std::string> order;
  std::size_t n_blocks;
  std::unordered_map<std::string, std::size_t> place;

  explicit arrangement(std::vector<std::string> documents)
      : order(std::move(documents)), n_blocks(blocks_of(order.size())) {
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  }
  [[nodiscard]] std::size_t block(std::size_t position) const { return position * n_blocks / order.size(); }
};

json means(const arrangement& all, const table_cells& cells, const std::vector<std::size_t>& rows) {
  const std::size_t n = all.n_blocks;
  std::vector<double> sums(n * n, 0);
  std::vector<double> pairs(n * n, 0);
  for (const std::size_t r : rows) {
    const double value = cells.number(r, "value");
    if (std::isnan(value)) continue;
    const std::size_t a = all.block(all.place.at(cells.text(r, "document_a")));
    const std::size_t b = all.block(all.place.at(cells.text(r, "document_b")));
    for (const std::size_t field : {a * n + b, b * n + a}) {
      sums[field] += value;
      ++pairs[field];
    }
  }
  json values = json::array();
  for (std::size_t field = 0; field < n * n; ++field) {
    if (pairs[field] == 0) continue;
    values.push_back(
        {{"a", field / n}, {"b", field % n}, {"value", std::round(1e4 * sums[field] / pairs[field]) / 1e4}});
  }
  return values;
}

// A block's first names.
json names(const arrangement& all) {
  constexpr std::size_t most_names = 3;
  std::vector<std::string> result(all.n_blocks);
  std::vector<std::size_t> size(all.n_blocks, 0);
  for (std::size_t i = 0; i < all.order.size(); ++i) {
    std::string& block = result[all.block(i)];
    if (++size[all.block(i)] <= most_names) block += (block.empty() ? "" : ", ") + all.order[i];
  }
  for (std::size_t b = 0; b < result.size(); ++b) {
    if (size[b] > most_names) result[b] += " and " + std::to_string(size[b] - most_names) + " more";
  }
  return result;
}

// A line for each document, above the map and left of it, in the units of blocks.
json strips(const plot_context& context, const arrangement& all) {
  constexpr double from = -2.6;
  constexpr double to = -0.8;
  const double width = static_cast<double>(all.n_blocks) / static_cast<double>(all.order.size());
  const auto rounded = [](double x) { return std::round(1000 * x) / 1000; };
  json result = json::array();
  for (std::size_t i = 0; i < all.order.size(); ++i) {
    const double begin = rounded(width * static_cast<double>(i));
    const double end = rounded(width * static_cast<double>(i + 1));
    const auto& document = all.order[i];
    const json who = {{"document", document}, {"group", context.group_of(document)}};
    json above = who;
    above.update({{"a", begin}, {"a_end", end}, {"b", from}, {"b_end", to}});
    json beside = who;
    beside.update({{"a", from}, {"a_end", to}, {"b", begin}, {"b_end", end}});
    result.push_back(std::move(above));
    result.push_back(std::move(beside));
  }
  return result;
}

}  // namespace

json block_map(const plot_context& context, const table_cells& cells, const std::vector<std::size_t>& rows,
               const std::string& layer) {
  const arrangement all(leaf_order(context, layer));
  json s = specification(blocks_and_strips, layer,
                         cells.text(rows.front(), "measure") + "; " + context.n_documents() + " in " +
                             std::to_string(all.n_blocks) + " blocks",
                         means(all, cells, rows));
  s["params"] = json::array({{{"name", "blocks"}, {"value", names(all)}}});
  if (context.grouped()) {
    s["layer"][1]["data"] = {{"values", strips(context, all)}};
    s["layer"][1]["encoding"]["color"] = group_colour(context, "group");
  } else {
    s["layer"].erase(1);
  }
  return s;
}

}  // namespace isogloss::reports
