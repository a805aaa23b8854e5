#pragma once

#include "reports/plot.hpp"

namespace isogloss::reports {

/// The heat map of more documents than have names on it: neighbours in the tree are taken together, at most 60 blocks
/// of them, and a field is the mean of the pairs of two blocks. Strips at its edges tell the documents' groups.
/// @param rows  of `cells`, the table of similarity: the pairs of one layer and measure
[[nodiscard]] json block_map(const plot_context& context, const table_cells& cells,
                             const std::vector<std::size_t>& rows, const std::string& layer);

}  // namespace isogloss::reports
