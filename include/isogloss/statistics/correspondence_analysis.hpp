#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>

namespace isogloss::statistics {

/// Correspondence analysis, as many axes as there are: at most one fewer than rows, and than columns.
struct correspondence_analysis_result {
  Eigen::VectorXd row_masses;         ///< n_rows, sum 1; a row of zeros has mass 0 and NaN coordinates
  Eigen::VectorXd column_masses;      ///< n_columns, the same
  Eigen::VectorXd row_inertias;       ///< n_rows, over all axes; they sum to total_inertia
  Eigen::VectorXd singular_values;    ///< axes, descending; their squares are the axes' inertias
  Eigen::VectorXd shares;             ///< axes, of total_inertia
  double total_inertia = 0;           ///< Pearson's chi-squared of the table over its sum
  Eigen::MatrixXd rows_standard;      ///< n_rows x axes, weighted variance 1
  Eigen::MatrixXd rows_principal;     ///< n_rows x axes, weighted variance = inertia
  Eigen::MatrixXd columns_standard;   ///< n_columns x axes
  Eigen::MatrixXd columns_principal;  ///< n_columns x axes
  Eigen::MatrixXd column_loadings;    ///< n_columns x axes, length 1: their squares are contributions to the axis
};

/// Correspondence analysis of a table of counts.
///
///   S = D_r^(-1/2) (P - r c') D_c^(-1/2) = U D V'
///   rows_standard = D_r^(-1/2) U,  rows_principal = rows_standard D,  columns with V and c,  column_loadings = V
///
/// Symbols    P = counts / sum; r, c row and column masses; D_r, D_c the diagonal matrices of them
/// Shapes     counts: n_rows x n_columns
/// Direction  the largest column loading of each axis, by size, is positive (the first of those equally large)
///
/// @param axes  how many; 0: all
/// @return    no axes when all rows have one profile; total_inertia NaN when every count is 0
/// @throws    std::invalid_argument  no rows
/// @throws    std::domain_error      a count is negative or not finite
/// Source     Greenacre (2007), Correspondence Analysis in Practice, 2nd ed., appendix A
/// Checked    tests/statistics/correspondence_analysis_test.cpp: R 4.2.2 by formula and quanteda's textmodel_ca
[[nodiscard]] correspondence_analysis_result correspondence_analysis(
    const Eigen::SparseMatrix<double, Eigen::RowMajor>& counts, Eigen::Index axes = 0);

}  // namespace isogloss::statistics
