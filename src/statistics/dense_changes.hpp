#pragma once

#include "profile_rows.hpp"

#include <vector>

namespace isogloss::statistics {

/// Ranks within each row, ties sharing their mean rank.
void to_ranks(dense_rows& rows);

/// Rows less their means; a constant row becomes exactly zero, and so has no correlation.
void centre_rows(dense_rows& rows);

/// Columns over n b, b the mean absolute deviation from the median; a column that does not vary has no b and
/// is not counted in n. Without any other column, every document is undefined.
void to_laplace_units(dense_rows& rows, std::vector<bool>& undefined);

}  // namespace isogloss::statistics
