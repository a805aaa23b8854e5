#include "isogloss/statistics/document_scale.hpp"

#include "dense_changes.hpp"
#include "matrix_checks.hpp"
#include "pair_sums.hpp"
#include "prepared_profiles.hpp"
#include "row_products.hpp"

#include "isogloss/statistics/z_scores.hpp"

#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

void check_places(const char* what, std::span<const Index> places, Index end) {
  check_has_rows("document_scale", what, static_cast<Index>(places.size()));
  for (const Index place : places) {
    if (place >= 0 && place < end) continue;
    throw std::invalid_argument("document_scale: one of " + std::string(what) + " is " + std::to_string(place) +
                                ", but must be in [0, " + std::to_string(end - 1) + "]");
  }
}

void check_measure(measure m) {
  if (can_place(m)) return;
  throw std::invalid_argument("document_scale: m is " + std::string(name(m)) +
                              ", but must be a measure that places documents one by one");
}

// The weights of the kept columns are those of weighted_z_scores: it is linear, so a row of ones shows them.
Eigen::RowVectorXd weights_of(const standard_scores& scores, measure m, Index n_columns) {
  Eigen::RowVectorXd weights = Eigen::RowVectorXd::Zero(n_columns);
  const auto n = static_cast<Index>(scores.kept.size());
  const dense_profiles of_kept = weighted_z_scores(dense_rows::Ones(1, n), m);
  for (Index k = 0; k < n; ++k) {
    weights(scores.kept[static_cast<std::size_t>(k)]) = of_kept(0, k) / scores.deviations(k);
  }
  return weights;
}

// Columns over n b; what a column was multiplied by shows where it is largest.
Eigen::RowVectorXd laplace_weights(const dense_profiles& chosen, bool& undefined) {
  dense_rows units = chosen;
  std::vector<bool> all(1, false);
  to_laplace_units(units, all);
  undefined = all[0];
  Eigen::RowVectorXd weights = Eigen::RowVectorXd::Zero(chosen.cols());
  for (Index j = 0; j < chosen.cols(); ++j) {
    if ((chosen.col(j).array() == chosen(0, j)).all()) continue;
    Index row = 0;
    chosen.col(j).cwiseAbs().maxCoeff(&row);
    weights(j) = units(row, j) / chosen(row, j);
  }
  return weights;
}

template <class Kernel>
Eigen::MatrixXd cross(const dense_profiles& a, const dense_profiles& b) {
  return cross_pairs<Kernel>(a, b);
}

Eigen::MatrixXd products(const dense_profiles& a, const dense_profiles& b, kernel k) {
  Eigen::MatrixXd values(a.rows(), b.rows());
  for (Index j = 0; j < b.rows(); ++j) {
    for (Index i = 0; i < a.rows(); ++i) {
      const double ab = a.row(i).dot(b.row(j));
      const double sum = a.row(i).squaredNorm() + b.row(j).squaredNorm();
      values(i, j) = k == kernel::tanimoto ? ab / (sum - ab) : 2 * ab / sum;
      if (rows_equal(a, i, b, j) && sum > 0) values(i, j) = 1;
    }
  }
  return values;
}

Eigen::MatrixXd values_of(const dense_profiles& a, const dense_profiles& b, kernel k) {
  switch (k) {
    case kernel::euclidean:
      return cross<euclidean_kernel>(a, b);
    case kernel::manhattan:
      return cross<manhattan_kernel>(a, b);
    case kernel::canberra:
      return cross<canberra_kernel>(a, b);
    case kernel::bray_curtis:
      return cross<bray_curtis_kernel>(a, b);
    case kernel::ruzicka:
      return cross<ruzicka_kernel>(a, b);
    case kernel::dice:
      return cross<dice_kernel>(a, b);
    case kernel::jensen_shannon:
      return cross<jensen_shannon_kernel>(a, b);
    case kernel::tanimoto:
    case kernel::extended_dice:
      return products(a, b, k);
    case kernel::cosine:
      return cross_cosines(a, b);
  }
  throw std::invalid_argument("document_scale: m is not a measure");
}

dense_profiles placed_by_row(dense_profiles rows, measure m) {
  auto prepared = prepare(dense_rows(std::move(rows)), m);
  for (Index i = 0; i < prepared.rows.rows(); ++i) {
    if (prepared.undefined[static_cast<std::size_t>(i)]) prepared.rows.row(i).setConstant(nan);
  }
  return std::move(prepared.rows);
}

}  // namespace

bool can_place(measure m) {
  return m != measure::chi_squared && m != measure::correlation && m != measure::spearman;
}

document_scale::document_scale(const dense_profiles& profiles, std::span<const Index> rows,
                               std::span<const Index> terms, measure m)
    : measure_(m),
      scaled_(needs_z_scores(m) || m == measure::argamon_linear_delta),
      terms_(terms.begin(), terms.end()) {
  check_measure(m);
  check_places("rows", rows, profiles.rows());
  check_places("terms", terms, profiles.cols());
  if (!scaled_) return;
  const dense_profiles chosen = profiles(std::vector<Index>(rows.begin(), rows.end()), terms_);
  check_finite("document_scale", "profiles", chosen);
  means_ = chosen.colwise().mean();
  if (needs_z_scores(m)) {
    const standard_scores scores = z_scores(Eigen::MatrixXd(chosen));
    undefined_ = scores.kept.empty();
    weights_ = weights_of(scores, m, chosen.cols());
  } else {
    weights_ = laplace_weights(chosen, undefined_);
  }
}

dense_profiles document_scale::placed(const dense_profiles& profiles) const {
  std::vector<Index> all(terms_.size());
  std::iota(all.begin(), all.end(), Index{0});
  return placed(profiles, all);
}

dense_profiles document_scale::placed(const dense_profiles& profiles, std::span<const Index> places) const {
  std::vector<Index> columns;
  columns.reserve(places.size());
  for (const Index place : places) columns.push_back(terms_[static_cast<std::size_t>(place)]);
  dense_profiles rows = profiles(Eigen::all, columns);
  if (undefined_) return dense_profiles::Constant(rows.rows(), rows.cols(), nan);
  if (!scaled_) return placed_by_row(std::move(rows), measure_);
  for (Index j = 0; j < rows.cols(); ++j) {
    const Index place = places[static_cast<std::size_t>(j)];
    rows.col(j) = (rows.col(j).array() - means_(place)) * weights_(place);
  }
  return rows;
}

Eigen::MatrixXd document_scale::distances(const dense_profiles& a, const dense_profiles& b) const {
  Eigen::MatrixXd values = values_of(a, b, kernel_of(measure_));
  if (measure_ == measure::cosine_delta) values = 1 - values.array();
  return as_distances(values, measure_);
}

}  // namespace isogloss::statistics
