#include "isogloss/statistics/classical_mds.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "isogloss/base/numeric.hpp"
#include "matrix_checks.hpp"
#include "singular_axes.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// The lower triangle on both sides, squared and centred by rows and columns.
MatrixXd inner_products(const MatrixXd& distances) {
  MatrixXd squares = distances.triangularView<Eigen::StrictlyLower>();
  squares = squares.cwiseAbs2().eval();
  squares += squares.transpose().eval();
  const VectorXd means = squares.rowwise().mean();
  squares.colwise() -= means;
  squares.rowwise() -= means.transpose();
  squares.array() += means.mean();
  return -0.5 * squares;
}

double stress(const MatrixXd& distances, const MatrixXd& coordinates) {
  double misfit = 0, size = 0;
  for (Index j = 0; j < distances.cols(); ++j) {
    for (Index i = j + 1; i < distances.rows(); ++i) {
      const double between = (coordinates.row(i) - coordinates.row(j)).norm();
      misfit += square(distances(i, j) - between);
      size += square(between);
    }
  }
  return size > 0 ? std::sqrt(misfit / size) : not_a_number;
}

}  // namespace

classical_mds_result classical_mds(const MatrixXd& distances, Index axes) {
  check_distances("classical_mds", distances);
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(inner_products(distances));
  classical_mds_result result;
  result.eigenvalues = solver.eigenvalues().reverse();
  // One eigenvalue is 0 by the centring; those no larger than its rounding are 0 as well.
  const double bound = 1e-13 * result.eigenvalues.cwiseAbs().maxCoeff();
  const Index positive = std::count_if(result.eigenvalues.data(), result.eigenvalues.data() + distances.rows(),
                                       [&](double value) { return value > bound; });
  const Index kept = std::min(axes, positive);
  const VectorXd leading = result.eigenvalues.head(kept);
  result.coordinates = solver.eigenvectors().rowwise().reverse().leftCols(kept) * leading.cwiseSqrt().asDiagonal();
  MatrixXd none(0, kept);
  point_upwards(result.coordinates, none);
  result.stress_1 = stress(distances, result.coordinates);
  result.fit_absolute = kept > 0 ? leading.sum() / result.eigenvalues.cwiseAbs().sum() : not_a_number;
  result.fit_positive = kept > 0 ? leading.sum() / result.eigenvalues.cwiseMax(0).sum() : not_a_number;
  return result;
}

}  // namespace isogloss::statistics
