#pragma once

#include "prepared_profiles.hpp"

#include <Eigen/Core>

namespace isogloss::statistics {

/// Products of all pairs of rows, X X', symmetric to the last bit.
[[nodiscard]] Eigen::MatrixXd products_of_rows(const dense_rows& rows);
[[nodiscard]] Eigen::MatrixXd products_of_rows(const sparse_profiles& rows);

/// The same of rows less their means, without filling the zeros; exactly 0 for a constant row.
[[nodiscard]] Eigen::MatrixXd centred_products(const sparse_profiles& rows);

/// cosine, tanimoto or extended_dice from the products; exactly 1 for equal rows.
[[nodiscard]] Eigen::MatrixXd product_values(const dense_rows& rows, const Eigen::MatrixXd& products, kernel k);
[[nodiscard]] Eigen::MatrixXd product_values(const sparse_profiles& rows, const Eigen::MatrixXd& products, kernel k);

/// Up to so many rows their Euclidean distances are summed term by term.
inline constexpr Eigen::Index most_rows_summed = 256;

/// Euclidean distances of all pairs of rows from their products, within 1e-12 of the sum of squared differences, and
/// by that sum itself for rows near each other; exactly 0 for equal rows.
[[nodiscard]] Eigen::MatrixXd euclidean_from_products(const dense_rows& rows);

/// Cosines of every row of `a` with every row of `b`; exactly 1 for equal rows.
[[nodiscard]] Eigen::MatrixXd cross_cosines(const dense_rows& a, const dense_rows& b);

}  // namespace isogloss::statistics
