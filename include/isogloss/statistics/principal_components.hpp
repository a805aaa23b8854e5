#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <vector>

namespace isogloss::statistics {

/// Are columns compared by their size, or each by its own deviation?
enum class component_scale { covariance, correlation };

/// Principal components, as many as vary: at most one fewer than documents.
struct principal_components_result {
  Eigen::MatrixXd scores;           ///< n_documents x axes
  Eigen::MatrixXd loadings;         ///< kept.size() x axes, columns of length 1
  Eigen::VectorXd variances;        ///< axes, n - 1, descending
  Eigen::VectorXd shares;           ///< axes, of the variance of all kept columns
  std::vector<Eigen::Index> kept;   ///< the columns of the profiles that the loadings belong to, ascending
  Eigen::VectorXd means, divisors;  ///< of the kept columns: scores = ((X - means) / divisors) loadings
  Eigen::Index n_constant = 0;      ///< columns without variance, left out under correlation
};

/// Principal components of the documents.
///
///   X - 1 m' = U S V',  scores = U S,  loadings = V,  variances = S^2 / (n - 1)
///
/// Symbols    m means of the columns; X is divided by the columns' standard deviations (n - 1) under correlation
/// Shapes     profiles: n_documents x n_terms
/// Direction  the largest loading of each axis, by size, is positive (the first of those equally large)
///
/// A large matrix of which few axes are wanted is centred only implicitly and never made dense.
///
/// @param axes  how many; 0: all
/// @return    no axes for one document, or when all are alike
/// @throws    std::invalid_argument  no documents
/// @throws    std::domain_error      a value is not finite
/// Source     Jolliffe (2002), Principal Component Analysis, 2nd ed.; as R's prcomp
/// Checked    tests/statistics/principal_components_test.cpp: prcomp of R 4.2.2
[[nodiscard]] principal_components_result principal_components(const Eigen::MatrixXd& profiles, component_scale scale,
                                                               Eigen::Index axes = 0);
[[nodiscard]] principal_components_result principal_components(
    const Eigen::SparseMatrix<double, Eigen::RowMajor>& profiles, component_scale scale, Eigen::Index axes = 0);

}  // namespace isogloss::statistics
