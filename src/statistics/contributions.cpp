#include "pair_sums.hpp"
#include "prepared_profiles.hpp"

#include "isogloss/statistics/contributions.hpp"
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

VectorXd shared_parts(const VectorXd& a, const VectorXd& b, kernel k) {
  switch (k) {
    case kernel::cosine:
      return a.cwiseProduct(b) / (a.norm() * b.norm());
    case kernel::tanimoto:
      return a.cwiseProduct(b) / (a.squaredNorm() + b.squaredNorm() - a.dot(b));
    case kernel::extended_dice:
      return 2 * a.cwiseProduct(b) / (a.squaredNorm() + b.squaredNorm());
    case kernel::ruzicka:
      return a.cwiseMin(b) / a.cwiseMax(b).sum();
    case kernel::dice:
      return 2 * a.cwiseMin(b) / (a + b).sum();
    default:
      throw std::invalid_argument("likenesses: m is a distance, but must be a similarity");
  }
}

void check_row(std::string_view what, Eigen::Index row, Eigen::Index rows) {
  if (row >= 0 && row < rows) return;
  throw std::invalid_argument("contributions: " + std::string(what) + " is " + std::to_string(row) +
                              ", but must be in [0, " + std::to_string(rows - 1) + "]");
}

}  // namespace

struct term_contributions::state {
  measure m;
  prepared_profiles<dense_rows> prepared;

  template <class Parts>
  [[nodiscard]] VectorXd of(Eigen::Index row_a, Eigen::Index row_b, const Parts& of_rows) const {
    check_row("row_a", row_a, prepared.rows.rows());
    check_row("row_b", row_b, prepared.rows.rows());
    const auto undefined = [&](Eigen::Index row) { return prepared.undefined[static_cast<std::size_t>(row)]; };
    if (undefined(row_a) || undefined(row_b))
      return VectorXd::Constant(prepared.rows.cols(), std::numeric_limits<double>::quiet_NaN());
    return of_rows(prepared.rows.row(row_a).transpose(), prepared.rows.row(row_b).transpose(), kernel_of(m));
  }
};

term_contributions::term_contributions(const Eigen::MatrixXd& profiles, measure m)
    : state_(std::make_unique<state>(state{m, prepare(dense_rows(profiles), m)})) {}

term_contributions::~term_contributions() = default;
term_contributions::term_contributions(term_contributions&&) noexcept = default;
term_contributions& term_contributions::operator=(term_contributions&&) noexcept = default;

VectorXd term_contributions::differences(Eigen::Index row_a, Eigen::Index row_b) const {
  return state_->of(row_a, row_b, parts);
}

VectorXd term_contributions::likenesses(Eigen::Index row_a, Eigen::Index row_b) const {
  if (!is_similarity(state_->m)) {
    throw std::invalid_argument("likenesses: m is " + std::string(name(state_->m)) + ", but must be a similarity");
  }
  return state_->of(row_a, row_b, shared_parts);
}

VectorXd contributions(const Eigen::MatrixXd& profiles, measure m, Eigen::Index row_a, Eigen::Index row_b) {
  return term_contributions(profiles, m).differences(row_a, row_b);
}

}  // namespace isogloss::statistics
