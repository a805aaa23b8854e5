#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <utility>

namespace isogloss::statistics {

/// How the positions are found.
struct wordfish_options {
  /// Which document lies below which other; otherwise the first below the last.
  std::pair<Eigen::Index, Eigen::Index> direction = {-1, -1};
  double beta_deviation = 3;   ///< standard deviation of the prior on beta
  double theta_deviation = 1;  ///< that of theta, in the standard errors
  int max_iterations = 200;
};

/// Positions of documents on the one scale on which their words part.
struct wordfish_result {
  Eigen::VectorXd theta;            ///< n_documents: positions, mean 0, standard deviation (n - 1) 1
  Eigen::VectorXd standard_errors;  ///< n_documents, of theta, with the words taken as known
  Eigen::VectorXd alpha;            ///< n_documents: how much is said, mean 0
  Eigen::VectorXd psi;              ///< n_terms: how frequent; NaN for a term that never occurs
  Eigen::VectorXd beta;             ///< n_terms: on which side, and how clearly; NaN the same
  double log_likelihood = 0;        ///< without the constant -sum ln y!
  double log_posterior = 0;         ///< log_likelihood - sum beta^2 / (2 * 3^2)
  int iterations = 0;               ///< Newton steps of the start that won
  double gradient_norm = 0;         ///< largest entry of the gradient in (alpha, theta), per running word
  bool converged = false;
};

/// Wordfish: Poisson scaling of documents, at the maximum of its posterior.
///
///   y_ik ~ Poisson(l_ik),  ln l_ik = alpha_i + psi_k + beta_k theta_i
///   maximum of  sum(y ln l - l) - sum_k beta_k^2 / (2 s^2)  over all, given mean(theta) = 0, sd(theta) = 1,
///   mean(alpha) = 0
///
/// psi and beta are worked out for given (alpha, theta): psi in closed form, beta by a safeguarded Newton iteration in
/// one variable with a single answer. What is left, a function of 2 n_documents variables, is climbed by damped Newton
/// steps from the first axes of a correspondence analysis; the highest of the peaks found is returned. No step lowers
/// the posterior. quanteda's textmodel_wordfish stops earlier: see docs/parity.md.
///
/// Standard errors: from the 2 x 2 Hessian of (alpha_i, theta_i), psi and beta known, with a normal prior on theta_i of
/// deviation theta_deviation. They do not know of the words' own uncertainty, nor that words come in runs: they are too
/// small, often several times.
///
/// Symbols    y_ik count of term k in document i; s = beta_deviation
/// Shapes     counts: n_documents x n_terms
/// Direction  theta of direction.first below that of direction.second
///
/// @return    theta, beta and standard errors NaN when every document has the same profile; converged false when
///            max_iterations were not enough
/// @throws    std::invalid_argument  fewer than three documents; direction names no two documents
/// @throws    std::domain_error      a count is negative or not finite; a document has no counts; a deviation is not
///            above 0
/// Source     Slapin & Proksch (2008), American Journal of Political Science 52(3), 705-722
/// Checked    tests/statistics/wordfish_test.cpp: the maximum for the table of Laver, Benoit & Garry (2003), found
/// twice
///            elsewhere; gradients by differences
[[nodiscard]] wordfish_result wordfish(const Eigen::SparseMatrix<double, Eigen::RowMajor>& counts,
                                       const wordfish_options& options = {});

}  // namespace isogloss::statistics
