#include "isogloss/statistics/distances.hpp"

#include "manhattan_tile.hpp"
#include "matrix_checks.hpp"
#include "pair_sums.hpp"
#include "prepared_profiles.hpp"
#include "row_products.hpp"

#include <limits>
#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

template <class Rows>
Eigen::MatrixXd manhattan_values(const Rows& rows) {
  return all_pairs<manhattan_kernel>(rows);
}

Eigen::MatrixXd manhattan_values(const dense_rows& rows) {
  const auto tiles = square_tiles(rows.rows(), kernel_tile);
  return symmetric_from_tiles(rows.rows(), tiles, [&](const pair_tile& tile, Eigen::MatrixXd& block) {
    manhattan_tile(rows, rows, tile, block);
  });
}

template <class Rows>
Eigen::MatrixXd euclidean_values(const Rows& rows) {
  return all_pairs<euclidean_kernel>(rows);
}

Eigen::MatrixXd euclidean_values(const dense_rows& rows) {
  return rows.rows() > most_rows_summed ? euclidean_from_products(rows) : all_pairs<euclidean_kernel>(rows);
}

template <class Rows>
Eigen::MatrixXd kernel_values(const Rows& rows, kernel k) {
  switch (k) {
    case kernel::euclidean:
      return euclidean_values(rows);
    case kernel::manhattan:
      return manhattan_values(rows);
    case kernel::canberra:
      return all_pairs<canberra_kernel>(rows);
    case kernel::bray_curtis:
      return all_pairs<bray_curtis_kernel>(rows);
    case kernel::ruzicka:
      return all_pairs<ruzicka_kernel>(rows);
    case kernel::dice:
      return all_pairs<dice_kernel>(rows);
    case kernel::jensen_shannon:
      return all_pairs<jensen_shannon_kernel>(rows);
    default:
      return product_values(rows, products_of_rows(rows), k);
  }
}

void blank(Eigen::MatrixXd& values, const std::vector<bool>& undefined) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  for (Index i = 0; i < values.rows(); ++i) {
    if (!undefined[static_cast<std::size_t>(i)]) continue;
    values.row(i).setConstant(nan);
    values.col(i).setConstant(nan);
  }
}

template <class Rows>
Eigen::MatrixXd values_of(const prepared_profiles<Rows>& profiles, measure m) {
  Eigen::MatrixXd values = kernel_values(profiles.rows, kernel_of(m));
  if (m == measure::cosine_delta) values = 1 - values.array();
  blank(values, profiles.undefined);
  return values;
}

void check_deltas(const Eigen::MatrixXd& z, const Eigen::MatrixXd& others, measure m) {
  if (!needs_z_scores(m)) {
    throw std::invalid_argument("deltas_between: m is " + std::string(name(m)) + ", but must be a measure of z-scores");
  }
  if (z.cols() != others.cols()) {
    throw std::invalid_argument("deltas_between: others has " + std::to_string(others.cols()) +
                                " columns, but must have " + std::to_string(z.cols()) + " as z");
  }
  check_finite("deltas_between", "z", z);
  check_finite("deltas_between", "others", others);
}

Eigen::MatrixXd cross_values(const dense_rows& a, const dense_rows& b, measure m) {
  switch (kernel_of(m)) {
    case kernel::manhattan:
      return cross_pairs<manhattan_kernel>(a, b);
    case kernel::euclidean:
      return cross_pairs<euclidean_kernel>(a, b);
    default:
      return 1 - cross_cosines(a, b).array();
  }
}

}  // namespace

Eigen::MatrixXd distances(const Eigen::MatrixXd& profiles, measure m) {
  return values_of(prepare(dense_rows(profiles), m), m);
}

Eigen::MatrixXd distances(const sparse_profiles& profiles, measure m) {
  if (needs_dense_rows(m)) return values_of(prepare(dense_rows(profiles), m), m);
  const auto prepared = prepare(sparse_profiles(profiles), m);
  if (m == measure::correlation) return product_values(prepared.rows, centred_products(prepared.rows), kernel::cosine);
  return values_of(prepared, m);
}

Eigen::MatrixXd deltas_between(const Eigen::MatrixXd& z, const Eigen::MatrixXd& others, measure m) {
  check_deltas(z, others, m);
  if (z.cols() == 0)
    return Eigen::MatrixXd::Constant(z.rows(), others.rows(), std::numeric_limits<double>::quiet_NaN());
  return cross_values(weighted_z_scores(z, m), weighted_z_scores(others, m), m);
}

Eigen::MatrixXd as_distances(const Eigen::MatrixXd& values, measure m) {
  if (!is_similarity(m)) return values;
  return 1 - values.array();
}

}  // namespace isogloss::statistics
