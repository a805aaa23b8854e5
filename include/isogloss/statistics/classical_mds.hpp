#pragma once

#include <Eigen/Core>

namespace isogloss::statistics {

/// Classical multidimensional scaling.
struct classical_mds_result {
  Eigen::MatrixXd coordinates;  ///< n x axes, those with a positive eigenvalue only
  Eigen::VectorXd eigenvalues;  ///< n, all, descending; negative ones show that the distances are not Euclidean
  double stress_1 = 0;          ///< how far the distances between the coordinates are from those given; 0 fits
  double fit_absolute = 0;      ///< share of the axes' eigenvalues in the sum of all, by size (R's first GOF)
  double fit_positive = 0;      ///< the same in the sum of the positive ones (R's second GOF)
};

/// Coordinates whose distances come as near to the given ones as so many axes allow.
///
///   B = -1/2 J D^2 J,  J = I - 1 1'/n,  B = V L V',  coordinates = V L^(1/2)
///   stress_1 = sqrt( sum_{i<j} (d_ij - e_ij)^2 / sum_{i<j} e_ij^2 ),  e_ij the distance between coordinates
///
/// Shapes     distances: n x n, of which the lower triangle is read
/// Direction  the largest coordinate of each axis, by size, is positive (the first of those equally large)
///
/// @param axes  how many; fewer where fewer eigenvalues are positive
/// @return    stress_1, fit_absolute and fit_positive NaN when all distances are 0, or n is 1
/// @throws    std::invalid_argument  not square, no documents
/// @throws    std::domain_error      a distance is NaN, infinite or negative
/// Source     Gower (1966), Biometrika 53, 325-338; Kruskal (1964), Psychometrika 29, 1-27; as R's cmdscale
/// Checked    tests/statistics/classical_mds_test.cpp: cmdscale of R 4.2.2
[[nodiscard]] classical_mds_result classical_mds(const Eigen::MatrixXd& distances, Eigen::Index axes = 2);

}  // namespace isogloss::statistics
