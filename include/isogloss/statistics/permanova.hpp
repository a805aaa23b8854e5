#pragma once

#include "isogloss/base/philox.hpp"

#include <Eigen/Core>

#include <cstdint>
#include <span>

namespace isogloss::statistics {

/// One PERMANOVA.
struct permanova_result {
  double f = 0;                    ///< pseudo-F
  double r_squared = 0;            ///< share of the sum of squares between groups
  double p_value = 0;              ///< share of relabellings with an F as large
  std::uint64_t permutations = 0;  ///< relabellings looked at; when exact, the observed one included
  std::uint64_t as_large = 0;      ///< those with F >= observed F, up to 1e-9 of it
  bool exact = false;              ///< were all relabellings looked at?
};

/// How the p-value is found.
struct permanova_options {
  std::uint64_t max_exact = 10000;    ///< up to this many distinct relabellings, all are looked at
  std::uint64_t permutations = 9999;  ///< beyond, so many at random
};

/// Permutational analysis of variance of a distance matrix, one factor.
///
///   F = ((S_T - S_W) / (G - 1)) / (S_W / (n - G))
///   S_T = 1/n sum_{i<j} d_ij^2,   S_W = sum_g 1/n_g sum_{i<j in g} d_ij^2
///
/// p = as_large / permutations when exact, else (1 + as_large) / (1 + permutations).
///
/// Symbols    G groups, n documents, n_g those of group g
/// Shapes     distances: n x n, of which the lower triangle is read; groups: n, any numbers
/// Direction  larger F: groups further apart than their documents among themselves
///
/// @return    f, r_squared and p_value NaN with one group, with every document its own group, or when all distances are
/// 0;
///            f infinite when only the distances within groups are 0
/// @throws    std::invalid_argument  not square, no documents, the number of labels is not n, or permutations is 0
/// @throws    std::domain_error      a distance is NaN, infinite or negative
/// Source     Anderson (2001), Austral Ecology 26, 32-46
/// Checked    tests/statistics/permanova_test.cpp: vegan::adonis2, all 30 relabellings
[[nodiscard]] permanova_result permanova(const Eigen::MatrixXd& distances, std::span<const int> groups, philox& random,
                                         const permanova_options& options = {});

}  // namespace isogloss::statistics
