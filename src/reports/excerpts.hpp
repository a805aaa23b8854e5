#pragma once

#include "reports/table_cells.hpp"

namespace isogloss::reports {

/// A table as the page holds it: name, columns with their meaning, rows, and which rows these are. Tables that have
/// many rows a group, a document or a comparison are cut to the first of each, and say so.
[[nodiscard]] json excerpt(const table& t);

}  // namespace isogloss::reports
