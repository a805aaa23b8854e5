#pragma once

#include <Eigen/SparseCore>
#include <span>
#include <vector>

namespace isogloss::statistics {

/// All measures of dispersion.hpp for one term.
struct dispersion_row {
  double count = 0.0;
  double document_range = 0.0;
  double standard_deviation = 0.0;
  double variation_coefficient = 0.0;
  double juilland_d = 0.0;
  double carroll_d2 = 0.0;
  double rosengren_s = 0.0;
  double deviation_of_proportions = 0.0;
  double deviation_of_proportions_normalised = 0.0;
  double kullback_leibler_bits = 0.0;
};

/// Dispersion of every term over the parts of a corpus, in time proportional to the non-zero counts.
///
/// The formulas are those of dispersion.hpp. With z the number of parts without the term and s_0 = 1 - sum of the
/// shares of the others, those parts add together z m^2 to a sum of squares about the mean m, s_0 to the sum of |v/f -
/// s| and to the divergence in nats (summed as deviance terms), and nothing to entropy and S.
///
/// Shapes     counts: n_parts x n_terms, in tokens; part_sizes: n_parts; result: n_terms
///
/// @return    NaN as in dispersion.hpp
/// @throws    std::domain_error  as dispersion.hpp, with row and column
/// Checked    tests/statistics/dispersion_table_test.cpp: against dispersion.hpp, term by term
[[nodiscard]] std::vector<dispersion_row> dispersion_table(const Eigen::SparseMatrix<double>& counts,
                                                           std::span<const double> part_sizes);

}  // namespace isogloss::statistics
