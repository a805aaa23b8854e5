#pragma once

#include <Eigen/Core>

#include <vector>

namespace isogloss::statistics {

/// Standardised profiles, the terms without variance left out.
struct standard_scores {
  Eigen::MatrixXd z;               ///< n_documents x kept.size()
  std::vector<Eigen::Index> kept;  ///< the columns of the profiles that are left, ascending
  Eigen::Index n_constant = 0;     ///< how many columns were left out
  Eigen::VectorXd means;           ///< of the kept columns
  Eigen::VectorXd deviations;      ///< of the kept columns, n - 1
};

/// z-scores of every term over the documents.
///
///   z_ij = (p_ij - m_j) / s_j
///
/// Symbols    m_j, s_j mean and standard deviation (n - 1) of column j over the documents
/// Shapes     profiles: n_documents x n_terms
///
/// A term that is the same in every document has no z-score: it is left out and counted. One document
/// alone keeps no term.
///
/// @throws    std::invalid_argument  no documents
/// @throws    std::domain_error      a value is not finite
/// Checked    tests/statistics/z_scores_test.cpp: mean and sd of R, by hand
[[nodiscard]] standard_scores z_scores(const Eigen::MatrixXd& profiles);

/// Other documents on the scale of `reference`: (p - m) / s of its kept columns.
///
/// Shapes     profiles: any number of documents x the n_terms that `reference` was made from
/// @throws    std::invalid_argument  the number of columns is not that of the reference
[[nodiscard]] Eigen::MatrixXd z_scores(const Eigen::MatrixXd& profiles, const standard_scores& reference);

}  // namespace isogloss::statistics
