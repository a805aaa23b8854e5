#include "isogloss/statistics/ellipse.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"
#include "matrix_checks.hpp"

namespace isogloss::statistics {
namespace {

constexpr ellipse no_ellipse = {not_a_number, not_a_number, not_a_number};
constexpr double flattest = 1e-12;  // of squares: a millionth of the length is rounding
constexpr double half_turn = 180;

}  // namespace

ellipse ellipse_of(const Eigen::MatrixXd& points, double squared_radius) {
  if (points.cols() != 2) {
    throw std::invalid_argument("ellipse_of: points has " + std::to_string(points.cols()) +
                                " columns, but must have 2");
  }
  check_finite("ellipse_of", "points", points);
  checks::positive("ellipse_of", "squared_radius", squared_radius);
  if (points.rows() < 3) return no_ellipse;
  const Eigen::MatrixXd from_mean = points.rowwise() - points.colwise().mean();
  const Eigen::Matrix2d s = from_mean.transpose() * from_mean / static_cast<double>(points.rows() - 1);
  const double half_difference = (s(0, 0) - s(1, 1)) / 2;
  const double longer = (s(0, 0) + s(1, 1)) / 2 + std::hypot(half_difference, s(0, 1));
  // By the determinant, because the difference of the two halves would cancel.
  const double shorter = difference_of_products(s(0, 0), s(1, 1), s(0, 1), s(0, 1)) / longer;
  if (!(shorter > flattest * longer)) return no_ellipse;
  const double angle = std::atan2(s(0, 1), half_difference) / 2 * half_turn / std::numbers::pi;
  return {std::sqrt(squared_radius * longer), std::sqrt(squared_radius * shorter), angle};
}

double known_radius_squared(double level) {
  checks::between("known_radius_squared", "level", level, 0, 1);
  return -2 * std::log1p(-level);
}

double estimated_radius_squared(double level, std::size_t n) {
  checks::between("estimated_radius_squared", "level", level, 0, 1);
  if (n < 2) return not_a_number;
  const auto freedom = static_cast<double>(n - 1);
  return freedom * std::expm1(-2 / freedom * std::log1p(-level));
}

Eigen::MatrixXd outline(const ellipse& e, const Eigen::Vector2d& centre, Eigen::Index n_points) {
  const double turn = e.angle * std::numbers::pi / half_turn;
  Eigen::MatrixXd line(n_points, 2);
  for (Eigen::Index i = 0; i < n_points; ++i) {
    const double t = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n_points);
    const double along = e.major * std::cos(t), across = e.minor * std::sin(t);
    line(i, 0) = centre[0] + along * std::cos(turn) - across * std::sin(turn);
    line(i, 1) = centre[1] + along * std::sin(turn) + across * std::cos(turn);
  }
  return line;
}

}  // namespace isogloss::statistics
