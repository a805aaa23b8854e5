#include "prepared_profiles.hpp"

#include "dense_changes.hpp"
#include "matrix_checks.hpp"

#include "isogloss/statistics/z_scores.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

bool is_of_frequencies(measure m) {
  switch (m) {
    case measure::jaccard:
    case measure::ruzicka:
    case measure::dice:
    case measure::canberra:
    case measure::bray_curtis:
    case measure::hellinger:
    case measure::jensen_shannon:
    case measure::chi_squared:
    case measure::eder_simple:
      return true;
    default:
      return false;
  }
}

template <class Rows>
void check_cells(const Rows& profiles, measure m) {
  check_has_rows("distances", "profiles", profiles.rows());
  const double least = is_of_frequencies(m) ? 0 : -std::numeric_limits<double>::max();
  visit_cells(profiles, [&](Index i, Index j, double value) {
    if (std::isfinite(value) && value >= least) return;
    throw std::domain_error("distances: profiles(" + std::to_string(i) + ", " + std::to_string(j) + ") is " +
                            shown(value) + ", but must be finite" + (least == 0 ? " and not negative" : ""));
  });
}

template <class Rows>
void to_presence(Rows& rows) {
  change_cells(rows, [](Index, Index, double value) { return value != 0 ? 1.0 : 0.0; });
}

template <class Rows>
void to_roots(Rows& rows) {
  change_cells(rows, [](Index, Index, double value) { return std::sqrt(value); });
}

template <class Rows>
void to_shares(prepared_profiles<Rows>& profiles) {
  const Eigen::VectorXd sums = row_sums(profiles.rows);
  for (Index i = 0; i < sums.size(); ++i) profiles.undefined[static_cast<std::size_t>(i)] = sums(i) == 0;
  change_cells(profiles.rows, [&](Index i, Index, double value) { return value == 0 ? 0.0 : value / sums(i); });
}

// Rows and columns as correspondence analysis weighs them.
template <class Rows>
void to_chi_squared_rows(prepared_profiles<Rows>& profiles) {
  const Eigen::VectorXd sums = column_sums(profiles.rows);
  const Eigen::VectorXd roots = (sums / sums.sum()).cwiseSqrt();
  to_shares(profiles);
  change_cells(profiles.rows, [&](Index, Index j, double value) { return value == 0 ? 0.0 : value / roots(j); });
}

// Changes that keep zeros, so that sparse rows can have them too.
template <class Rows>
void change_frequencies(prepared_profiles<Rows>& profiles, measure m) {
  switch (m) {
    case measure::jaccard:
    case measure::dice:
      return to_presence(profiles.rows);
    case measure::eder_simple:
      return to_roots(profiles.rows);
    case measure::jensen_shannon:
      return to_shares(profiles);
    case measure::chi_squared:
      return to_chi_squared_rows(profiles);
    case measure::hellinger:
      to_shares(profiles);
      change_cells(profiles.rows, [](Index, Index, double value) { return value / 2; });
      return to_roots(profiles.rows);
    default:
      return;
  }
}

template <class Rows>
prepared_profiles<Rows> checked(Rows profiles, measure m) {
  check_cells(profiles, m);
  const auto n = static_cast<std::size_t>(profiles.rows());
  return {std::move(profiles), std::vector<bool>(n, false)};
}

void to_weighted_z_scores(prepared_profiles<dense_rows>& profiles, measure m) {
  const standard_scores scores = z_scores(Eigen::MatrixXd(profiles.rows));
  profiles.rows.setZero();
  profiles.rows(Eigen::all, scores.kept) = weighted_z_scores(scores.z, m);
  if (scores.kept.empty()) profiles.undefined.assign(profiles.undefined.size(), true);
}

}  // namespace

bool needs_dense_rows(measure m) {
  return needs_z_scores(m) || m == measure::argamon_linear_delta || m == measure::spearman;
}

dense_rows weighted_z_scores(dense_rows z, measure m) {
  const auto n = static_cast<double>(z.cols());
  // n, n - 1, ..., 1: the weight of the i-th term before scaling
  const Eigen::RowVectorXd falling = Eigen::RowVectorXd::LinSpaced(z.cols(), n, 1);
  if (m == measure::burrows_delta || m == measure::quadratic_delta_over_n) z /= n;
  if (m == measure::eder_delta) z.array().rowwise() *= falling.array() / (n * n);
  if (m == measure::eder_delta_stylo) z.array().rowwise() *= (falling.array() + 1) / n;
  return z;
}

prepared_profiles<dense_rows> prepare(dense_rows profiles, measure m) {
  auto result = checked(std::move(profiles), m);
  if (needs_z_scores(m))
    to_weighted_z_scores(result, m);
  else if (m == measure::argamon_linear_delta)
    to_laplace_units(result.rows, result.undefined);
  else
    change_frequencies(result, m);
  if (m == measure::spearman) to_ranks(result.rows);
  if (m == measure::correlation || m == measure::spearman) centre_rows(result.rows);
  return result;
}

prepared_profiles<sparse_profiles> prepare(sparse_profiles profiles, measure m) {
  auto result = checked(std::move(profiles), m);
  change_frequencies(result, m);
  return result;
}

}  // namespace isogloss::statistics
