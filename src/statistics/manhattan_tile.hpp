#pragma once

#include "pair_tiles.hpp"
#include "profile_rows.hpp"

#include <Eigen/Core>

namespace isogloss::statistics {

/// Sums of absolute differences of the rows of a tile: the values of pair_value<manhattan_kernel>, number by number,
/// with the processor's widest registers of four numbers.
void manhattan_tile(const dense_rows& a, const dense_rows& b, const pair_tile& tile, Eigen::MatrixXd& block);

}  // namespace isogloss::statistics
