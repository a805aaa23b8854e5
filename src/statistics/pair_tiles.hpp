#pragma once

#include "isogloss/base/parallel.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace isogloss::statistics {

/// A rectangle of pairs: some rows of a matrix of pairs by some columns.
struct pair_tile {
  Eigen::Index row, rows, column, columns;
};

/// Squares of `side` rows and columns that cover the lower triangle of n x n, its diagonal included.
[[nodiscard]] inline std::vector<pair_tile> square_tiles(Eigen::Index n, Eigen::Index side) {
  std::vector<pair_tile> tiles;
  for (Eigen::Index row = 0; row < n; row += side) {
    for (Eigen::Index column = 0; column <= row; column += side) {
      tiles.push_back({row, std::min(side, n - row), column, std::min(side, n - column)});
    }
  }
  return tiles;
}

/// Strips of `side` rows from the first column to beyond the diagonal.
[[nodiscard]] inline std::vector<pair_tile> strip_tiles(Eigen::Index n, Eigen::Index side) {
  std::vector<pair_tile> tiles;
  for (Eigen::Index row = 0; row < n; row += side) {
    const Eigen::Index rows = std::min(side, n - row);
    tiles.push_back({row, rows, 0, row + rows});
  }
  return tiles;
}

/// How many pairs of a tile are taken.
[[nodiscard]] inline std::uint64_t pairs_of(const pair_tile& tile) {
  Eigen::Index pairs = 0;
  for (Eigen::Index i = 0; i < tile.rows; ++i)
    pairs += std::clamp<Eigen::Index>(tile.row + i - tile.column + 1, 0, tile.columns);
  return static_cast<std::uint64_t>(pairs);
}

/// A symmetric matrix from its tiles. `fill(tile, block)` writes the values of a tile, of which those below the
/// diagonal and on it are taken. Tiles go to several threads and do not depend on them.
template <class Fill>
Eigen::MatrixXd symmetric_from_tiles(Eigen::Index n, const std::vector<pair_tile>& tiles, const Fill& fill) {
  Eigen::MatrixXd values(n, n);
  const progress_stage stage({"comparing documents", "pairs"}, static_cast<std::uint64_t>(n * (n + 1) / 2));
  parallel_for(tiles.size(), [&](std::size_t t) {
    const pair_tile& tile = tiles[t];
    Eigen::MatrixXd block(tile.rows, tile.columns);
    fill(tile, block);
    for (Eigen::Index j = 0; j < tile.columns; ++j) {
      const Eigen::Index column = tile.column + j;
      for (Eigen::Index i = std::max<Eigen::Index>(0, column - tile.row); i < tile.rows; ++i) {
        values(tile.row + i, column) = block(i, j);
      }
    }
    for (Eigen::Index i = 0; i < tile.rows; ++i) {
      const Eigen::Index row = tile.row + i;
      for (Eigen::Index j = 0; j < tile.columns && tile.column + j <= row; ++j) {
        values(tile.column + j, row) = block(i, j);
      }
    }
    stage.advance(pairs_of(tile));
  });
  return values;
}

}  // namespace isogloss::statistics
