#include "row_products.hpp"

#include "pair_sums.hpp"

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

template <class Rows>
Eigen::MatrixXd values_from_products(const Rows& rows, const Eigen::MatrixXd& products, kernel k) {
  Eigen::MatrixXd values(products.rows(), products.cols());
  visit_pairs(products.rows(), [&](Index i, Index j) {
    double value = product_value(products(i, j), products(i, i), products(j, j), k);
    if (!std::isnan(value) && rows_equal(rows, i, rows, j)) value = 1;
    values(i, j) = values(j, i) = value;
  });
  return values;
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
  Eigen::MatrixXd products = Eigen::MatrixXd::Zero(rows.rows(), rows.rows());
  products.selfadjointView<Eigen::Lower>().rankUpdate(rows);
  products.triangularView<Eigen::StrictlyUpper>() = products.transpose();
  return products;
}

Eigen::MatrixXd products_of_rows(const sparse_profiles& rows) {
  Eigen::MatrixXd products = Eigen::MatrixXd::Zero(rows.rows(), rows.rows());
  const Eigen::SparseMatrix<double> columns = rows;
  for (Index term = 0; term < columns.cols(); ++term) {
    for (Eigen::SparseMatrix<double>::InnerIterator a(columns, term); a; ++a) {
      for (Eigen::SparseMatrix<double>::InnerIterator b(columns, term); b; ++b) {
        products(b.row(), a.row()) += a.value() * b.value();
      }
    }
  }
  return products;
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
