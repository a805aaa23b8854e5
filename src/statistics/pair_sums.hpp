#pragma once

#include "kernels.hpp"
#include "pair_tiles.hpp"
#include "profile_rows.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <array>

namespace isogloss::statistics {

/// Two running sums.
template <class Kernel>
struct running_sums {
  double over = 0;
  double under = 0;

  void add(double a, double b) {
    over += Kernel::over(a, b);
    under += Kernel::under(a, b);
  }
};

/// The kernel on two dense rows of one length. Four running sums side by side, in a fixed order: faster
/// than one, and the same on every machine.
template <class Kernel>
double pair_value(const dense_rows& a, Eigen::Index i, const dense_rows& b, Eigen::Index j) {
  const double* const x = a.data() + i * a.cols();
  const double* const y = b.data() + j * b.cols();
  const Eigen::Index n = a.cols();
  std::array<running_sums<Kernel>, 4> lanes;
  Eigen::Index t = 0;
  for (; t + 4 <= n; t += 4) {
    lanes[0].add(x[t], y[t]);
    lanes[1].add(x[t + 1], y[t + 1]);
    lanes[2].add(x[t + 2], y[t + 2]);
    lanes[3].add(x[t + 3], y[t + 3]);
  }
  for (; t < n; ++t) lanes[0].add(x[t], y[t]);
  return Kernel::finish((lanes[0].over + lanes[1].over) + (lanes[2].over + lanes[3].over),
                        (lanes[0].under + lanes[1].under) + (lanes[2].under + lanes[3].under));
}

/// The kernel on two sparse rows: one walk along both.
template <class Kernel>
double pair_value(const sparse_profiles& a, Eigen::Index i, const sparse_profiles& b, Eigen::Index j) {
  running_sums<Kernel> sums;
  sparse_profiles::InnerIterator x(a, i);
  sparse_profiles::InnerIterator y(b, j);
  while (x && y) {
    const auto column = std::min(x.col(), y.col());
    const bool in_x = x.col() == column;
    const bool in_y = y.col() == column;
    sums.add(in_x ? x.value() : 0, in_y ? y.value() : 0);
    if (in_x) ++x;
    if (in_y) ++y;
  }
  for (; x; ++x) sums.add(x.value(), 0);
  for (; y; ++y) sums.add(0, y.value());
  return Kernel::finish(sums.over, sums.under);
}

/// Rows and columns of a tile, so that its rows stay in the cache.
inline constexpr Eigen::Index kernel_tile = 32;

/// The kernel on all pairs of rows.
template <class Kernel, class Rows>
Eigen::MatrixXd all_pairs(const Rows& rows) {
  return symmetric_from_tiles(rows.rows(), square_tiles(rows.rows(), kernel_tile),
                              [&](const pair_tile& tile, auto& block) {
                                for (Eigen::Index i = 0; i < tile.rows; ++i) {
                                  for (Eigen::Index j = 0; j < tile.columns && tile.column + j <= tile.row + i; ++j) {
                                    block(i, j) = pair_value<Kernel>(rows, tile.row + i, rows, tile.column + j);
                                  }
                                }
                              });
}

/// The kernel on every row of `a` with every row of `b`.
template <class Kernel>
Eigen::MatrixXd cross_pairs(const dense_rows& a, const dense_rows& b) {
  Eigen::MatrixXd values(a.rows(), b.rows());
  parallel_for(static_cast<std::size_t>(b.rows()), [&](std::size_t column) {
    const auto j = static_cast<Eigen::Index>(column);
    for (Eigen::Index i = 0; i < a.rows(); ++i) values(i, j) = pair_value<Kernel>(a, i, b, j);
  });
  return values;
}

}  // namespace isogloss::statistics
