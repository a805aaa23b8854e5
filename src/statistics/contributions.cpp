#include "pair_sums.hpp"
#include "prepared_profiles.hpp"

#include "isogloss/statistics/distances.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

using Eigen::VectorXd;

// Half the squared difference of unit rows sums to 1 - cosine.
VectorXd angle_parts(const VectorXd& a, const VectorXd& b) {
  return (a / a.norm() - b / b.norm()).cwiseAbs2() / 2;
}

VectorXd root_parts(const VectorXd& a, const VectorXd& b) {
  const VectorXd squares = (a - b).cwiseAbs2();
  const double sum = squares.sum();
  if (sum == 0) return squares;
  return squares / std::sqrt(sum);
}

VectorXd parts(const VectorXd& a, const VectorXd& b, kernel k) {
  switch (k) {
    case kernel::cosine:
      return angle_parts(a, b);
    case kernel::tanimoto:
      return (a - b).cwiseAbs2() / (a.squaredNorm() + b.squaredNorm() - a.dot(b));
    case kernel::extended_dice:
      return (a - b).cwiseAbs2() / (a.squaredNorm() + b.squaredNorm());
    case kernel::euclidean:
      return root_parts(a, b);
    case kernel::manhattan:
      return (a - b).cwiseAbs();
    case kernel::canberra:
      return a.binaryExpr(b, &canberra_kernel::over);
    case kernel::jensen_shannon:
      return a.binaryExpr(b, &jensen_shannon_kernel::over);
    case kernel::bray_curtis:
    case kernel::dice:
      return (a - b).cwiseAbs() / (a + b).sum();
    case kernel::ruzicka:
      return (a - b).cwiseAbs() / a.cwiseMax(b).sum();
  }
  throw std::invalid_argument("contributions: m is not a measure");
}

void check_row(std::string_view what, Eigen::Index row, Eigen::Index rows) {
  if (row >= 0 && row < rows) return;
  throw std::invalid_argument("contributions: " + std::string(what) + " is " + std::to_string(row) +
                              ", but must be in [0, " + std::to_string(rows - 1) + "]");
}

}  // namespace

VectorXd contributions(const Eigen::MatrixXd& profiles, measure m, Eigen::Index row_a, Eigen::Index row_b) {
  check_row("row_a", row_a, profiles.rows());
  check_row("row_b", row_b, profiles.rows());
  const auto prepared = prepare(dense_rows(profiles), m);
  const auto undefined = [&](Eigen::Index row) { return prepared.undefined[static_cast<std::size_t>(row)]; };
  if (undefined(row_a) || undefined(row_b))
    return VectorXd::Constant(profiles.cols(), std::numeric_limits<double>::quiet_NaN());
  return parts(prepared.rows.row(row_a).transpose(), prepared.rows.row(row_b).transpose(), kernel_of(m));
}

}  // namespace isogloss::statistics
