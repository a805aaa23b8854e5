#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>

namespace isogloss::statistics {

/// Counts by term, and what Wordfish holds fixed. Terms with the same counts everywhere have the same psi and beta:
/// they stand here once, with their number.
struct wordfish_data {
  Eigen::SparseMatrix<double> counts;  ///< n_documents x n_terms, by term; every term occurs
  Eigen::VectorXd alike;               ///< n_terms: how many terms have these counts
  Eigen::VectorXd term_counts;         ///< n_terms
  Eigen::VectorXd document_counts;     ///< n_documents
  double beta_precision = 1.0 / 9;
};

/// Where documents stand.
struct wordfish_place {
  Eigen::VectorXd alpha, theta;  ///< n_documents
};

/// The log posterior as a function of (alpha, theta) alone: psi and beta are those that maximise it there.
struct wordfish_profile {
  Eigen::VectorXd beta;  ///< n_terms
  Eigen::VectorXd psi;   ///< n_terms
  double log_likelihood = 0;
  double log_posterior = 0;
};

/// Mean of theta and alpha 0, deviation (n - 1) of theta 1. The likelihood does not change, since psi and beta follow.
[[nodiscard]] wordfish_place standardised(const wordfish_place& place);

/// @param beta  where to start from; n_terms
[[nodiscard]] wordfish_profile profile_at(const wordfish_data& data, const wordfish_place& place,
                                          const Eigen::VectorXd& beta);

/// First and second derivatives of the profiled log posterior by (alpha, theta) at a standardised place. They are those
/// of the function that does not change with the scale of theta: the prior is on beta * sd(theta).
struct wordfish_derivatives {
  Eigen::VectorXd gradient;  ///< 2 n_documents
  Eigen::MatrixXd negative_hessian;
};
[[nodiscard]] wordfish_derivatives derivatives_at(const wordfish_data& data, const wordfish_place& place,
                                                  const wordfish_profile& profile);

}  // namespace isogloss::statistics
