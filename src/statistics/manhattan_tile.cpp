#include "manhattan_tile.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

// Vectors of four are passed between functions here that are all inlined, so that no convention is needed for it.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace isogloss::statistics {

namespace {

using Eigen::Index;

// Four running sums side by side, as in pair_sums.hpp. There is no product that could be contracted, so the same bytes
// come out whatever instructions the compiler takes.
using lanes = double __attribute__((vector_size(32)));
using lanes_in_rows = double __attribute__((vector_size(32), aligned(8), may_alias));
using bits = std::int64_t __attribute__((vector_size(32)));

constexpr Index at_once = 512;      // terms, so that the rows of a tile stay in the cache
constexpr Index sums_of_four = 16;  // four lanes for each pair of two by two rows

// Two rows on either side.
struct four_rows {
  const double *a0, *a1, *b0, *b1;
};

[[gnu::always_inline]] inline void add_difference(lanes& sum, lanes x, lanes y) {
  constexpr std::int64_t all_but_sign = INT64_MAX;
  const bits mask = {all_but_sign, all_but_sign, all_but_sign, all_but_sign};
  const lanes d = x - y;
  sum += reinterpret_cast<lanes>(reinterpret_cast<bits>(d) & mask);
}

[[gnu::always_inline]] inline lanes load(const double* from) {
  return *reinterpret_cast<const lanes_in_rows*>(from);
}

[[gnu::always_inline]] inline void store(double* to, lanes value) {
  *reinterpret_cast<lanes_in_rows*>(to) = value;
}

[[gnu::always_inline]] inline void add_terms(const four_rows& r, Index begin, Index end, double* sums) {
  lanes s00 = load(sums);
  lanes s01 = load(sums + 4);
  lanes s10 = load(sums + 8);
  lanes s11 = load(sums + 12);
  for (Index t = begin; t < end; t += 4) {
    const lanes x0 = load(r.a0 + t);
    const lanes x1 = load(r.a1 + t);
    const lanes y0 = load(r.b0 + t);
    const lanes y1 = load(r.b1 + t);
    add_difference(s00, x0, y0);
    add_difference(s01, x0, y1);
    add_difference(s10, x1, y0);
    add_difference(s11, x1, y1);
  }
  store(sums, s00);
  store(sums + 4, s01);
  store(sums + 8, s10);
  store(sums + 12, s11);
}

// Numbers of rows and columns of pairs of rows; an odd last row is taken twice.
struct tile_rows {
  const dense_rows& a;
  const dense_rows& b;
  const pair_tile& tile;

  [[nodiscard]] Index down() const { return (tile.rows + 1) / 2; }
  [[nodiscard]] Index across() const { return (tile.columns + 1) / 2; }
  [[nodiscard]] four_rows at(Index i, Index j) const {
    const auto row_a = [&](Index k) { return a.data() + (tile.row + std::min(k, tile.rows - 1)) * a.cols(); };
    const auto row_b = [&](Index k) { return b.data() + (tile.column + std::min(k, tile.columns - 1)) * b.cols(); };
    return {row_a(2 * i), row_a(2 * i + 1), row_b(2 * j), row_b(2 * j + 1)};
  }
};

[[gnu::always_inline]] inline void add_all(const tile_rows& rows, Index whole, double* sums) {
  for (Index begin = 0; begin < whole; begin += at_once) {
    const Index end = std::min(begin + at_once, whole);
    for (Index i = 0; i < rows.down(); ++i) {
      for (Index j = 0; j < rows.across(); ++j) {
        add_terms(rows.at(i, j), begin, end, sums + (i * rows.across() + j) * sums_of_four);
      }
    }
  }
}

void add_all_plain(const tile_rows& rows, Index whole, double* sums) {
  add_all(rows, whole, sums);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void add_all_avx2(const tile_rows& rows, Index whole, double* sums) {
  add_all(rows, whole, sums);
}

void add_all_fast(const tile_rows& rows, Index whole, double* sums) {
  static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
  (has_avx2 ? add_all_avx2 : add_all_plain)(rows, whole, sums);
}
#else
void add_all_fast(const tile_rows& rows, Index whole, double* sums) {
  add_all_plain(rows, whole, sums);
}
#endif

}  // namespace

void manhattan_tile(const dense_rows& a, const dense_rows& b, const pair_tile& tile, Eigen::MatrixXd& block) {
  const tile_rows rows{a, b, tile};
  const Index n = a.cols();
  const Index whole = n / 4 * 4;
  std::vector<double> sums(static_cast<std::size_t>(rows.down() * rows.across() * sums_of_four), 0.0);
  add_all_fast(rows, whole, sums.data());
  for (Index i = 0; i < tile.rows; ++i) {
    for (Index j = 0; j < tile.columns; ++j) {
      double* const sum = sums.data() + (i / 2 * rows.across() + j / 2) * sums_of_four + (i % 2 * 2 + j % 2) * 4;
      for (Index t = whole; t < n; ++t) sum[0] += std::abs(a(tile.row + i, t) - b(tile.column + j, t));
      block(i, j) = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }
  }
}

}  // namespace isogloss::statistics
