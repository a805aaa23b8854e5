#pragma once

#include "isogloss/statistics/measure.hpp"

#include <Eigen/Core>
#include <Eigen/SparseCore>

namespace isogloss::statistics {

using sparse_profiles = Eigen::SparseMatrix<double, Eigen::RowMajor>;

/// Values of `m` between all pairs of documents, similarities as similarities.
///
/// Formulae are those of measure.hpp. Measures of z-scores standardise inside, over the documents given;
/// a term that is the same in every document is left out, and n and the ranks are those of the rest.
///
/// Shapes     profiles: n_documents x n_terms, relative frequencies (counts when needs_counts(m)); the
///            columns in order of frequency for the two eder_delta; result: n_documents x n_documents
/// Range      symmetric; equal rows give exactly 0, or 1 for a similarity
///
/// @return    NaN where the measure does not exist for a pair (see measure.hpp), and everywhere for a
///            delta when no term varies (one document, or all alike)
/// @throws    std::invalid_argument  no documents
/// @throws    std::domain_error      a value is not finite, or negative where the measure is one of
///            frequencies (all but cosine, correlation, spearman, extended_*, euclidean, manhattan, deltas of z)
/// Checked    tests/statistics/distances_test.cpp, deltas_test.cpp
[[nodiscard]] Eigen::MatrixXd distances(const Eigen::MatrixXd& profiles, measure m);

/// The same from the nonzeros. Measures that need dense rows (z-scores, spearman, argamon_linear_delta) make them.
[[nodiscard]] Eigen::MatrixXd distances(const sparse_profiles& profiles, measure m);

/// Deltas between z-scores made elsewhere: rows `z` against rows `others` (classification, imposters, rolling Delta).
///
/// Shapes     z: a x n_terms, others: b x n_terms, both on one scale; result: a x b
/// @throws    std::invalid_argument  needs_z_scores(m) is false, or the numbers of columns differ
/// @throws    std::domain_error      a value is not finite
[[nodiscard]] Eigen::MatrixXd deltas_between(const Eigen::MatrixXd& z, const Eigen::MatrixXd& others, measure m);

/// Values of `m` as distances: 1 - s for a similarity, unchanged for a distance.
[[nodiscard]] Eigen::MatrixXd as_distances(const Eigen::MatrixXd& values, measure m);

/// What every term adds to the distance between two documents; the sum is that distance.
///
///   sums (manhattan, canberra, jensen_shannon, burrows_delta, ...)    the summand itself
///   ratios (bray_curtis, ruzicka, jaccard, dice, extended_*)          its numerator over the whole denominator
///   roots (euclidean, hellinger, chi_squared, quadratic_delta, ...)   d * (share of the term in d^2)
///   angles (cosine, correlation, spearman, cosine_delta)              half the squared difference of the unit rows
///
/// For a similarity they add up to 1 - s. Never negative, but for rounding in jensen_shannon.
///
/// Shapes     profiles as for distances(), result: n_terms, 0 for a term left out
/// @return    NaN throughout where the distance is NaN
/// @throws    std::invalid_argument  a row is not one of the documents; otherwise as distances()
/// Checked    tests/statistics/contributions_test.cpp: sums equal the distance to 1e-12
[[nodiscard]] Eigen::VectorXd contributions(const Eigen::MatrixXd& profiles, measure m, Eigen::Index row_a,
                                            Eigen::Index row_b);

}  // namespace isogloss::statistics
