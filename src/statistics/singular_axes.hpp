#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>

namespace isogloss::statistics {

/// The leading singular triplets of a - u v', without those whose value is 0 up to rounding.
struct singular_axes {
  Eigen::MatrixXd left;    ///< rows x axes
  Eigen::VectorXd values;  ///< axes, descending
  Eigen::MatrixXd right;   ///< columns x axes; the first of its largest entries is positive in every axis
  double total = 0;        ///< sum of the squares of all singular values
};

/// Small matrices are decomposed as a whole. Of a large one, whose smaller side is beyond `direct_limit`, few axes are
/// found by Lanczos iterations (Spectra) in which a - u v' is only ever multiplied with vectors, never formed.
///
/// Shapes     a: rows x columns, u: rows, v: columns
/// @param axes  how many; 0: all
/// @throws    std::runtime_error  the iterations do not converge
[[nodiscard]] singular_axes leading_singular_axes(const Eigen::MatrixXd& a, const Eigen::VectorXd& u,
                                                  const Eigen::VectorXd& v, Eigen::Index axes);
[[nodiscard]] singular_axes leading_singular_axes(const Eigen::SparseMatrix<double, Eigen::RowMajor>& a,
                                                  const Eigen::VectorXd& u, const Eigen::VectorXd& v,
                                                  Eigen::Index axes);

/// The smaller side, and the number of cells of a sparse matrix, up to which matrices are decomposed as a whole.
inline constexpr Eigen::Index direct_limit = 300;
inline constexpr Eigen::Index direct_cells = 4'000'000;

/// Turns the axes of `by` so that the first of the largest entries of each is positive, and those of `with` alike.
/// Entries that differ by rounding only count as equally large.
void point_upwards(Eigen::MatrixXd& by, Eigen::MatrixXd& with);

}  // namespace isogloss::statistics
