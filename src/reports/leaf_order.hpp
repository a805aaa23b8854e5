#pragma once

#include <string>
#include <vector>

#include "reports/plot.hpp"

namespace isogloss::reports {

/// In a tree of more documents only the support of branches of half of the resamples or more is written.
constexpr std::size_t most_documents_with_all_supports = 20;

/// A tree as the rows of merges.csv have it, laid out: leaves at 0, 1, ... in `order`.
struct drawn_tree {
  std::vector<std::string> order;  ///< the documents, branch by branch
  std::string method, measure;
  double height = 0;  ///< of the root
  /// Objects with a "kind": "line" (x, y to x2, y2), "leaf" (x, y, document, group), "join" (x, y, support as text).
  json lines = json::array();
};

/// The first tree of a layer; no lines where there is none.
[[nodiscard]] drawn_tree draw_tree(const plot_context& context, const std::string& layer);

/// The documents in the order of the tree's leaves, or as they come where there is no tree.
[[nodiscard]] std::vector<std::string> leaf_order(const plot_context& context, const std::string& layer);

}  // namespace isogloss::reports
