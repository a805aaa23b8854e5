#pragma once

#include "isogloss/statistics/dendrogram.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace isogloss::statistics {

/// Does every merge join two documents or earlier steps, each of them once?
/// @throws std::invalid_argument  "leaves: step 2 joins -9, but must join documents or earlier steps, each once"
void check_merges(std::string_view function, std::span<const merge> merges);

/// Rows under a node of merge's numbering, ascending.
[[nodiscard]] std::vector<int> rows_below(const std::vector<std::vector<int>>& clades, int node);

}  // namespace isogloss::statistics
