#pragma once

#include <Eigen/Core>
#include <cstddef>

namespace isogloss::statistics {

/// Points of a plane by their mean and covariance: all places at one Mahalanobis distance from a centre.
struct ellipse {
  double major;  ///< longer half axis
  double minor;  ///< shorter half axis
  double angle;  ///< of the longer one from the first coordinate, counterclockwise, degrees, above -90 to 90
};

/// The ellipse of a scatter of points, round any centre.
///
///   (p - c)' S^-1 (p - c) = r2,   half axes sqrt(r2 l_k),   l_1 >= l_2 the eigenvalues of S
///
/// Symbols    S covariance of the points (n - 1); r2 the squared radius, in units of variance
/// Shapes     points: n_points x 2
///
/// @return    NaN three times for fewer than three points, and for points on a line (l_2 <= 1e-12 l_1): there is none
/// @throws    std::invalid_argument  points has not two columns
/// @throws    std::domain_error      a point is not finite; squared_radius is not above 0
/// Source     Friendly, Monette & Fox (2013), Statistical Science 28(1), 1-39
/// Checked    tests/statistics/ellipse_test.cpp: by hand, and turned by known angles
[[nodiscard]] ellipse ellipse_of(const Eigen::MatrixXd& points, double squared_radius);

/// The squared radius within which a share `level` of a bivariate normal of known covariance lies: the quantile of
/// chi-squared with 2 degrees of freedom, -2 ln(1 - level).
/// @throws    std::domain_error  level is not in (0, 1)
[[nodiscard]] double known_radius_squared(double level);

/// The same where the covariance comes from n points: 2 F(level; 2, n - 1) = (n - 1) ((1 - level)^(-2/(n - 1)) - 1).
///
/// @return    NaN for n < 2
/// @throws    std::domain_error  level is not in (0, 1)
/// Source     dataEllipse of R's car (Fox & Weisberg 2019, An R Companion to Applied Regression, 3rd ed.)
[[nodiscard]] double estimated_radius_squared(double level, std::size_t n);

/// The ellipse as a closed line round `centre`, for drawing: n_points x 2, the first not repeated.
[[nodiscard]] Eigen::MatrixXd outline(const ellipse& e, const Eigen::Vector2d& centre, Eigen::Index n_points);

}  // namespace isogloss::statistics
