#include "singular_axes.hpp"

#include <Spectra/SymEigsSolver.h>

#include <Eigen/SVD>
#include <algorithm>
#include <stdexcept>

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Singular values this far below the size of the matrix before its shift are rounding.
constexpr double rounding = 1e-12;

Index number_above(const VectorXd& values, double bound) {
  return std::count_if(values.data(), values.data() + values.size(), [&](double value) { return value > bound; });
}

// y = B B' x or B' B x, whichever is the smaller, for B = a - u v'.
template <class Matrix>
class gram_operator {
 public:
  using Scalar = double;
  gram_operator(const Matrix& a, const VectorXd& u, const VectorXd& v) : a_(a), u_(u), v_(v) {}

  [[nodiscard]] bool on_rows() const { return a_.rows() <= a_.cols(); }
  [[nodiscard]] Index rows() const { return std::min(a_.rows(), a_.cols()); }
  [[nodiscard]] Index cols() const { return rows(); }
  [[nodiscard]] VectorXd times(const VectorXd& x) const { return a_ * x - u_ * v_.dot(x); }
  [[nodiscard]] VectorXd transpose_times(const VectorXd& x) const { return a_.transpose() * x - v_ * u_.dot(x); }
  void perform_op(const double* in, double* out) const {
    const VectorXd x = Eigen::Map<const VectorXd>(in, rows());
    Eigen::Map<VectorXd>(out, rows()) = on_rows() ? times(transpose_times(x)) : transpose_times(times(x));
  }

 private:
  const Matrix& a_;
  const VectorXd& u_;
  const VectorXd& v_;
};

template <class Matrix>
singular_axes iterated(const Matrix& a, const VectorXd& u, const VectorXd& v, Index axes) {
  gram_operator<Matrix> gram(a, u, v);
  const Index basis = std::min(gram.rows(), std::max<Index>(2 * axes + 1, 20));
  Spectra::SymEigsSolver<gram_operator<Matrix>> solver(gram, axes, basis);
  solver.init();  // from a fixed vector
  solver.compute(Spectra::SortRule::LargestAlge, 3000, 1e-14);
  if (solver.info() != Spectra::CompInfo::Successful) {
    throw std::runtime_error("leading_singular_axes: the iterations did not converge");
  }
  singular_axes result;
  result.values = solver.eigenvalues().cwiseMax(0).cwiseSqrt();
  const MatrixXd near = solver.eigenvectors();
  MatrixXd far(gram.on_rows() ? a.cols() : a.rows(), near.cols());
  for (Index axis = 0; axis < near.cols(); ++axis) {
    const VectorXd x = near.col(axis);
    far.col(axis) = (gram.on_rows() ? gram.transpose_times(x) : gram.times(x)) / result.values[axis];
  }
  result.left = gram.on_rows() ? near : far;
  result.right = gram.on_rows() ? far : near;
  return result;
}

singular_axes whole(const MatrixXd& a) {
  const Eigen::BDCSVD<MatrixXd> svd(a, Eigen::ComputeThinU | Eigen::ComputeThinV);
  return {svd.matrixU(), svd.singularValues(), svd.matrixV(), 0};
}

singular_axes finished(singular_axes result, double size, double total, Index axes) {
  const Index n = number_above(result.values, rounding * size);
  const Index kept = axes > 0 ? std::min(axes, n) : n;
  result.values.conservativeResize(kept);
  result.left.conservativeResize(Eigen::NoChange, kept);
  result.right.conservativeResize(Eigen::NoChange, kept);
  result.total = total;
  point_upwards(result.right, result.left);
  return result;
}

// Sum of the squares of a - u v': its cells that are stored, then the rest column by column.
double total_of(const Eigen::SparseMatrix<double, Eigen::RowMajor>& a, const VectorXd& u, const VectorXd& v) {
  VectorXd unstored = VectorXd::Constant(a.cols(), u.squaredNorm());
  double total = 0;
  for (Index row = 0; row < a.outerSize(); ++row) {
    for (Eigen::SparseMatrix<double, Eigen::RowMajor>::InnerIterator cell(a, row); cell; ++cell) {
      const double shifted = cell.value() - u[row] * v[cell.col()];
      total += shifted * shifted;
      unstored[cell.col()] -= u[row] * u[row];
    }
  }
  return total + unstored.cwiseMax(0).dot(v.cwiseAbs2());
}

bool is_for_iteration(Index smaller_side, Index axes) {
  return axes > 0 && smaller_side > direct_limit && 8 * axes < smaller_side;
}

}  // namespace

singular_axes leading_singular_axes(const MatrixXd& a, const VectorXd& u, const VectorXd& v, Index axes) {
  const MatrixXd shifted = a - u * v.transpose();
  singular_axes found = is_for_iteration(std::min(a.rows(), a.cols()), axes) ? iterated(a, u, v, axes) : whole(shifted);
  return finished(std::move(found), a.norm(), shifted.squaredNorm(), axes);
}

singular_axes leading_singular_axes(const Eigen::SparseMatrix<double, Eigen::RowMajor>& a, const VectorXd& u,
                                    const VectorXd& v, Index axes) {
  const Index smaller = std::min(a.rows(), a.cols());
  const bool few_axes = axes > 0 && axes < smaller;
  if (few_axes && (is_for_iteration(smaller, axes) || a.rows() * a.cols() > direct_cells)) {
    return finished(iterated(a, u, v, axes), a.norm(), total_of(a, u, v), axes);
  }
  return leading_singular_axes(MatrixXd(a), u, v, axes);
}

void point_upwards(MatrixXd& by, MatrixXd& with) {
  for (Index axis = 0; axis < by.cols(); ++axis) {
    const double largest = by.col(axis).cwiseAbs().maxCoeff() * (1 - 1e-9);
    Index at = 0;
    while (std::abs(by(at, axis)) < largest) ++at;
    if (by(at, axis) > 0) continue;
    by.col(axis) *= -1;
    with.col(axis) *= -1;
  }
}

}  // namespace isogloss::statistics
