#include "row_products.hpp"

#include "pair_sums.hpp"
#include "pair_tiles.hpp"

#include <algorithm>
#include <cmath>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

// Rounding may carry a cosine a hair past 1. NaN stays NaN.
double cosine_of(double ab, double aa, double bb) {
  return std::clamp(ab / (std::sqrt(aa) * std::sqrt(bb)), -1.0, 1.0);
}

double product_value(double ab, double aa, double bb, kernel k) {
  switch (k) {
    case kernel::tanimoto:
      return ab / (aa + bb - ab);
    case kernel::extended_dice:
      return 2 * ab / (aa + bb);
    default:
      return cosine_of(ab, aa, bb);
  }
}

// Rows and columns of a tile that Eigen multiplies at once.
constexpr Index product_tile = 256;
// Where |a - b|^2 is a smaller share of |a|^2 + |b|^2, digits cancel, and differences are taken term by term.
constexpr double near_share = 0.01;
// Rows of sparse matrices that go to a thread together.
constexpr Index strip = 16;

template <class Rows>
Eigen::MatrixXd values_from_products(const Rows& rows, const Eigen::MatrixXd& products, kernel k) {
  const auto tiles = square_tiles(products.rows(), product_tile);
  return symmetric_from_tiles(products.rows(), tiles, [&](const pair_tile& tile, Eigen::MatrixXd& block) {
    for (Index c = 0; c < tile.columns; ++c) {
      const Index j = tile.column + c;
      for (Index r = std::max<Index>(0, j - tile.row); r < tile.rows; ++r) {
        const Index i = tile.row + r;
        block(r, c) = product_value(products(i, j), products(i, i), products(j, j), k);
        if (!std::isnan(block(r, c)) && rows_equal(rows, i, rows, j)) block(r, c) = 1;
      }
    }
  });
}

// The products of row i with all rows up to it, term by term.
void add_products(const sparse_profiles& rows, const Eigen::SparseMatrix<double>& columns, Index i,
                  Eigen::VectorXd& sums) {
  sums.head(i + 1).setZero();
  for (sparse_profiles::InnerIterator a(rows, i); a; ++a) {
    const auto begin = columns.outerIndexPtr()[a.col()];
    const auto end = columns.outerIndexPtr()[a.col() + 1];
    for (auto at = begin; at < end && columns.innerIndexPtr()[at] <= i; ++at) {
      sums[columns.innerIndexPtr()[at]] += a.value() * columns.valuePtr()[at];
    }
  }
}

bool is_constant(const sparse_profiles& rows, Index i) {
  sparse_profiles::InnerIterator cell(rows, i);
  const double first = cell ? cell.value() : 0;
  Index stored = 0;
  for (; cell; ++cell, ++stored) {
    if (cell.value() != first) return false;
  }
  return first == 0 || stored == rows.cols();
}

}  // namespace

Eigen::MatrixXd products_of_rows(const dense_rows& rows) {
  const auto tiles = square_tiles(rows.rows(), product_tile);
  return symmetric_from_tiles(rows.rows(), tiles, [&](const pair_tile& tile, Eigen::MatrixXd& block) {
    if (tile.row == tile.column) {
      block.setZero();
      block.selfadjointView<Eigen::Lower>().rankUpdate(rows.middleRows(tile.row, tile.rows));
    } else {
      block.noalias() = rows.middleRows(tile.row, tile.rows) * rows.middleRows(tile.column, tile.columns).transpose();
    }
  });
}

Eigen::MatrixXd products_of_rows(const sparse_profiles& rows) {
  const Eigen::SparseMatrix<double> columns = rows;
  const auto tiles = strip_tiles(rows.rows(), strip);
  return symmetric_from_tiles(rows.rows(), tiles, [&](const pair_tile& tile, Eigen::MatrixXd& block) {
    Eigen::VectorXd sums(tile.columns);
    for (Index i = 0; i < tile.rows; ++i) {
      add_products(rows, columns, tile.row + i, sums);
      block.row(i).head(tile.row + i + 1) = sums.head(tile.row + i + 1).transpose();
    }
  });
}

Eigen::MatrixXd centred_products(const sparse_profiles& rows) {
  const Eigen::VectorXd sums = row_sums(rows);
  Eigen::MatrixXd products = products_of_rows(rows);
  products.noalias() -= sums * sums.transpose() / static_cast<double>(rows.cols());
  for (Index i = 0; i < rows.rows(); ++i) {
    if (!is_constant(rows, i)) continue;
    products.row(i).setZero();
    products.col(i).setZero();
  }
  return products;
}

Eigen::MatrixXd product_values(const dense_rows& rows, const Eigen::MatrixXd& products, kernel k) {
  return values_from_products(rows, products, k);
}

Eigen::MatrixXd product_values(const sparse_profiles& rows, const Eigen::MatrixXd& products, kernel k) {
  return values_from_products(rows, products, k);
}

Eigen::MatrixXd euclidean_from_products(const dense_rows& rows) {
  const Eigen::MatrixXd products = products_of_rows(rows);
  const auto tiles = square_tiles(rows.rows(), product_tile);
  return symmetric_from_tiles(rows.rows(), tiles, [&](const pair_tile& tile, Eigen::MatrixXd& block) {
    for (Index c = 0; c < tile.columns; ++c) {
      const Index j = tile.column + c;
      for (Index r = std::max<Index>(0, j - tile.row); r < tile.rows; ++r) {
        const Index i = tile.row + r;
        const double both = products(i, i) + products(j, j);
        const double square = both - 2 * products(i, j);
        block(r, c) = square > near_share * both ? std::sqrt(square) : pair_value<euclidean_kernel>(rows, i, rows, j);
      }
    }
  });
}

Eigen::MatrixXd cross_cosines(const dense_rows& a, const dense_rows& b) {
  const Eigen::MatrixXd products = a * b.transpose();
  const Eigen::VectorXd aa = a.rowwise().squaredNorm();
  const Eigen::VectorXd bb = b.rowwise().squaredNorm();
  Eigen::MatrixXd values(a.rows(), b.rows());
  for (Index j = 0; j < b.rows(); ++j) {
    for (Index i = 0; i < a.rows(); ++i) {
      values(i, j) = cosine_of(products(i, j), aa(i), bb(j));
      if (!std::isnan(values(i, j)) && rows_equal(a, i, b, j)) values(i, j) = 1;
    }
  }
  return values;
}

}  // namespace isogloss::statistics
