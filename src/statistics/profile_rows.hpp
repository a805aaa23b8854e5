#pragma once

#include "isogloss/statistics/distances.hpp"

#include <Eigen/Core>

#include <algorithm>

namespace isogloss::statistics {

/// Rows that lie together in memory, as pairs of documents are read.
using dense_rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Calls `visit(row, column, value)` for every cell, or every stored one.
template <class Visit>
void visit_cells(const dense_rows& rows, Visit visit) {
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    for (Eigen::Index j = 0; j < rows.cols(); ++j) visit(i, j, rows(i, j));
  }
}

template <class Visit>
void visit_cells(const sparse_profiles& rows, Visit visit) {
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    for (sparse_profiles::InnerIterator cell(rows, i); cell; ++cell) visit(i, cell.col(), cell.value());
  }
}

/// Puts `change(row, column, value)` in every cell, or every stored one: it must keep zeros.
template <class Change>
void change_cells(dense_rows& rows, Change change) {
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    for (Eigen::Index j = 0; j < rows.cols(); ++j) rows(i, j) = change(i, j, rows(i, j));
  }
}

template <class Change>
void change_cells(sparse_profiles& rows, Change change) {
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    for (sparse_profiles::InnerIterator cell(rows, i); cell; ++cell) {
      cell.valueRef() = change(i, cell.col(), cell.value());
    }
  }
}

template <class Rows>
Eigen::VectorXd row_sums(const Rows& rows) {
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(rows.rows());
  visit_cells(rows, [&](Eigen::Index i, Eigen::Index, double value) { sums(i) += value; });
  return sums;
}

template <class Rows>
Eigen::VectorXd column_sums(const Rows& rows) {
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(rows.cols());
  visit_cells(rows, [&](Eigen::Index, Eigen::Index j, double value) { sums(j) += value; });
  return sums;
}

/// Are two rows the same number by number? Mostly settled by the first few.
inline bool rows_equal(const dense_rows& a, Eigen::Index i, const dense_rows& b, Eigen::Index j) {
  const double* const x = a.data() + i * a.cols();
  const double* const y = b.data() + j * b.cols();
  return std::equal(x, x + a.cols(), y);
}

inline bool rows_equal(const sparse_profiles& a, Eigen::Index i, const sparse_profiles& b, Eigen::Index j) {
  sparse_profiles::InnerIterator x(a, i);
  sparse_profiles::InnerIterator y(b, j);
  for (; x && y; ++x, ++y) {
    if (x.col() != y.col() || x.value() != y.value()) return false;
  }
  return !x && !y;
}

}  // namespace isogloss::statistics
