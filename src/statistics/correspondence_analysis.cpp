#include "isogloss/statistics/correspondence_analysis.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "isogloss/base/numeric.hpp"
#include "matrix_checks.hpp"
#include "singular_axes.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using sparse = Eigen::SparseMatrix<double, Eigen::RowMajor>;

void check(const sparse& counts) {
  check_has_rows("correspondence_analysis", "counts", counts.rows());
  for (Index row = 0; row < counts.outerSize(); ++row) {
    for (sparse::InnerIterator cell(counts, row); cell; ++cell) {
      if (std::isfinite(cell.value()) && cell.value() >= 0) continue;
      throw std::domain_error("correspondence_analysis: counts(" + std::to_string(row) + ", " +
                              std::to_string(cell.col()) + ") is " + shown(cell.value()) +
                              ", but must be finite and not negative");
    }
  }
}

// 1 / sqrt of each mass, `without` for a mass of 0.
VectorXd inverse_roots(const VectorXd& masses, double without) {
  return masses.unaryExpr([&](double mass) { return mass > 0 ? 1 / std::sqrt(mass) : without; });
}

// The rows' shares of the squares of a - u v'.
VectorXd inertias_of_rows(const sparse& a, const VectorXd& u, const VectorXd& v) {
  VectorXd inertias = VectorXd::Zero(a.rows());
  for (Index row = 0; row < a.outerSize(); ++row) {
    double unstored = v.squaredNorm();
    for (sparse::InnerIterator cell(a, row); cell; ++cell) {
      inertias[row] += square(cell.value() - u[row] * v[cell.col()]);
      unstored -= square(v[cell.col()]);
    }
    inertias[row] += square(u[row]) * std::max(unstored, 0.0);
  }
  return inertias;
}

}  // namespace

correspondence_analysis_result correspondence_analysis(const sparse& counts, Index axes) {
  check(counts);
  correspondence_analysis_result result;
  const VectorXd row_sums = counts * VectorXd::Ones(counts.cols());
  const double sum = row_sums.sum();
  result.row_masses = row_sums / sum;
  result.column_masses = counts.transpose() * VectorXd::Ones(counts.rows()) / sum;
  result.total_inertia = not_a_number;
  singular_axes found{MatrixXd(counts.rows(), 0), VectorXd(0), MatrixXd(counts.cols(), 0), not_a_number};
  if (sum > 0) {
    const sparse residuals = inverse_roots(result.row_masses, 0).asDiagonal() * (counts / sum) *
                             inverse_roots(result.column_masses, 0).asDiagonal();
    const VectorXd u = result.row_masses.cwiseSqrt();
    const VectorXd v = result.column_masses.cwiseSqrt();
    found = leading_singular_axes(residuals, u, v, axes);
    result.row_inertias = inertias_of_rows(residuals, u, v);
    result.total_inertia = found.total;
  }
  result.singular_values = found.values;
  result.shares = found.values.cwiseAbs2() / found.total;
  result.rows_standard = inverse_roots(result.row_masses, not_a_number).asDiagonal() * found.left;
  result.rows_principal = result.rows_standard * found.values.asDiagonal();
  result.columns_standard = inverse_roots(result.column_masses, not_a_number).asDiagonal() * found.right;
  result.columns_principal = result.columns_standard * found.values.asDiagonal();
  result.column_loadings = found.right;
  return result;
}

}  // namespace isogloss::statistics
