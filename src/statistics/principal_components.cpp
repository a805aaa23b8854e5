#include "isogloss/statistics/principal_components.hpp"

#include <cmath>
#include <numeric>

#include "matrix_checks.hpp"
#include "singular_axes.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using sparse = Eigen::SparseMatrix<double, Eigen::RowMajor>;

constexpr const char* function = "principal_components";

void check(const MatrixXd& profiles) {
  check_finite(function, "profiles", profiles);
}

void check(const sparse& profiles) {
  check_finite(function, "profiles, among its nonzeros, value ",
               Eigen::Map<const VectorXd>(profiles.valuePtr(), profiles.nonZeros()));
}

// What the columns come to, summed about their means.
struct moments {
  VectorXd means, deviations;
};

moments moments_of(const MatrixXd& x) {
  const VectorXd means = x.colwise().mean();
  const VectorXd squares = (x.rowwise() - means.transpose()).colwise().squaredNorm();
  return {means, (squares / static_cast<double>(x.rows() - 1)).cwiseSqrt()};
}

moments moments_of(const sparse& x) {
  const auto n = static_cast<double>(x.rows());
  const VectorXd means = x.transpose() * VectorXd::Constant(x.rows(), 1 / n);
  VectorXd squares = VectorXd::Zero(x.cols());
  VectorXd zeros = VectorXd::Constant(x.cols(), n);
  for (Index row = 0; row < x.outerSize(); ++row) {
    for (sparse::InnerIterator cell(x, row); cell; ++cell) {
      squares[cell.col()] += (cell.value() - means[cell.col()]) * (cell.value() - means[cell.col()]);
      zeros[cell.col()] -= 1;
    }
  }
  squares += zeros.cwiseProduct(means.cwiseAbs2());
  return {means, (squares / (n - 1)).cwiseSqrt()};
}

// A deviation that is the rounding of its mean is none.
std::vector<Index> varying(const moments& m) {
  std::vector<Index> columns;
  for (Index j = 0; j < m.means.size(); ++j) {
    if (m.deviations[j] > 1e-14 * std::abs(m.means[j])) columns.push_back(j);
  }
  return columns;
}

// Takes the kept columns and divides them.
MatrixXd scaled(const MatrixXd& x, const std::vector<Index>& kept, const VectorXd& divisors) {
  return x(Eigen::all, kept).array().rowwise() / divisors.transpose().array();
}

sparse scaled(const sparse& x, const std::vector<Index>& kept, const VectorXd& divisors) {
  sparse choice(x.cols(), static_cast<Index>(kept.size()));
  std::vector<Eigen::Triplet<double>> cells;
  for (std::size_t j = 0; j < kept.size(); ++j) {
    cells.emplace_back(static_cast<int>(kept[j]), static_cast<int>(j), 1 / divisors[static_cast<Index>(j)]);
  }
  choice.setFromTriplets(cells.begin(), cells.end());
  return x * choice;
}

template <class Matrix>
principal_components_result components(const Matrix& x, component_scale scale, Index axes) {
  check_has_rows(function, "profiles", x.rows());
  check(x);
  const moments m = moments_of(x);
  principal_components_result result;
  result.kept.resize(static_cast<std::size_t>(x.cols()));
  std::iota(result.kept.begin(), result.kept.end(), Index{0});
  if (scale == component_scale::correlation) result.kept = varying(m);
  result.n_constant = x.cols() - static_cast<Index>(result.kept.size());
  result.scores.resize(x.rows(), 0);
  result.loadings.resize(static_cast<Index>(result.kept.size()), 0);
  if (x.rows() < 2 || result.kept.empty()) return result;

  const auto n_kept = static_cast<Index>(result.kept.size());
  result.means = m.means(result.kept);
  result.divisors =
      scale == component_scale::correlation ? VectorXd(m.deviations(result.kept)) : VectorXd::Ones(n_kept);
  const VectorXd centre = result.means.cwiseQuotient(result.divisors);
  const auto found =
      leading_singular_axes(scaled(x, result.kept, result.divisors), VectorXd::Ones(x.rows()), centre, axes);
  result.scores = found.left * found.values.asDiagonal();
  result.loadings = found.right;
  result.variances = found.values.cwiseAbs2() / static_cast<double>(x.rows() - 1);
  result.shares = found.values.cwiseAbs2() / found.total;
  return result;
}

}  // namespace

principal_components_result principal_components(const MatrixXd& profiles, component_scale scale, Index axes) {
  return components(profiles, scale, axes);
}

principal_components_result principal_components(const sparse& profiles, component_scale scale, Index axes) {
  if (!profiles.isCompressed()) return components(sparse(profiles), scale, axes);
  return components(profiles, scale, axes);
}

}  // namespace isogloss::statistics
