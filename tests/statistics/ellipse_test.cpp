#include "isogloss/statistics/ellipse.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

MatrixXd points(std::initializer_list<std::pair<double, double>> all) {
  MatrixXd m(static_cast<Eigen::Index>(all.size()), 2);
  Eigen::Index i = 0;
  for (const auto& [x, y] : all) m.row(i++) << x, y;
  return m;
}

bool is_none(const ellipse& e) {
  return std::isnan(e.major) && std::isnan(e.minor) && std::isnan(e.angle);
}

TEST(Ellipse, IsAsWorkedByHand) {
  // Variances 18 / 3 = 6 and 2 / 3 = 2 / 3, no covariance.
  const auto e = ellipse_of(points({{-3, 0}, {3, 0}, {0, -1}, {0, 1}}), 6);
  EXPECT_DOUBLE_EQ(e.major, 6);
  EXPECT_DOUBLE_EQ(e.minor, 2);
  EXPECT_DOUBLE_EQ(e.angle, 0);
}

// R 4.2.2: eigen(cov(cbind(x, y))), half axes sqrt(qchisq(.95, 2) * values), the angle of the first vector.
TEST(Ellipse, IsThatOfEigenAndCovInR) {
  const auto e =
      ellipse_of(points({{2.1, 1.2}, {3.4, 2.9}, {1.7, 0.3}, {5.2, 3.1}, {4.4, 4.8}, {3.9, 2.2}, {0.8, 1.9}}),
                 known_radius_squared(0.95));
  EXPECT_NEAR(e.major, 4.87305994432787, 1e-13);
  EXPECT_NEAR(e.minor, 1.976188807545592, 1e-13);
  EXPECT_NEAR(e.angle, 41.448221754506, 1e-12);
}

TEST(Ellipse, TurnsWithItsPointsAndKeepsItsSize) {
  const MatrixXd lying = points({{-3, 0}, {3, 0}, {0, -1}, {0, 1}});
  for (const double degrees : {-89.0, -45.0, 0.5, 30.0, 60.0, 89.0}) {
    const double turn = degrees * std::numbers::pi / 180;
    Eigen::Matrix2d rotation;
    rotation << std::cos(turn), std::sin(turn), -std::sin(turn), std::cos(turn);
    const auto e = ellipse_of((lying * rotation).rowwise() + Eigen::RowVector2d(100, -7), 6);
    EXPECT_NEAR(e.angle, degrees, 1e-11);
    EXPECT_NEAR(e.major, 6, 1e-12);
    EXPECT_NEAR(e.minor, 2, 1e-12);
  }
}

TEST(Ellipse, DoesNotExistForFewPointsNorForPointsOnALine) {
  EXPECT_TRUE(is_none(ellipse_of(points({}), 1)));
  EXPECT_TRUE(is_none(ellipse_of(points({{1, 2}, {2, 5}}), 1)));
  EXPECT_TRUE(is_none(ellipse_of(points({{4, 4}, {4, 4}, {4, 4}}), 1))) << "one place";
  EXPECT_TRUE(is_none(ellipse_of(points({{1, 1}, {2, 2}, {3, 3}, {7, 7}}), 1)));
  EXPECT_TRUE(is_none(ellipse_of(points({{0.1, 0.3}, {0.2, 0.6}, {0.3, 0.9}}), 1))) << "but for rounding";
  EXPECT_TRUE(is_none(ellipse_of(points({{5, 1}, {5, 2}, {5, 4}}), 1)));
  EXPECT_FALSE(is_none(ellipse_of(points({{5, 1}, {5, 2}, {5.001, 4}}), 1)));
}

TEST(Ellipse, RefusesWhatMakesNoSense) {
  EXPECT_THROW(static_cast<void>(ellipse_of(MatrixXd::Zero(3, 3), 1)), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(ellipse_of(points({{1, NAN}, {0, 0}, {1, 1}}), 1)), std::domain_error);
  EXPECT_THROW(static_cast<void>(ellipse_of(points({{1, 1}}), 0)), std::domain_error);
  EXPECT_THROW(static_cast<void>(known_radius_squared(1)), std::domain_error);
  EXPECT_THROW(static_cast<void>(estimated_radius_squared(0, 5)), std::domain_error);
}

// R 4.2.2: qchisq(.95, 2), 2 * qf(.68, 2, 6), 2 * qf(.95, 2, 2).
TEST(Ellipse, HasTheRadiiOfChiSquaredAndF) {
  EXPECT_NEAR(known_radius_squared(0.95), 5.99146454710798, 1e-13);
  EXPECT_NEAR(estimated_radius_squared(0.68, 7), 2.772053214638598, 1e-13);
  EXPECT_NEAR(estimated_radius_squared(0.95, 3), 38, 1e-11);
  EXPECT_NEAR(estimated_radius_squared(0.68, 1'000'000'000), known_radius_squared(0.68), 1e-8);
  EXPECT_TRUE(std::isnan(estimated_radius_squared(0.68, 1)));
}

TEST(Ellipse, HasAnOutlineAtItsRadius) {
  const MatrixXd cloud = points({{2.1, 1.2}, {3.4, 2.9}, {1.7, 0.3}, {5.2, 3.1}, {4.4, 4.8}});
  const Eigen::RowVector2d mean = cloud.colwise().mean();
  const MatrixXd centred = cloud.rowwise() - mean;
  const Eigen::Matrix2d inverse = (centred.transpose() * centred / 4).inverse();
  const MatrixXd line = outline(ellipse_of(cloud, 6), mean.transpose(), 48);
  ASSERT_EQ(line.rows(), 48);
  for (Eigen::Index i = 0; i < line.rows(); ++i) {
    const Eigen::RowVector2d from = line.row(i) - mean;
    EXPECT_NEAR((from * inverse * from.transpose()).value(), 6, 1e-11);
  }
}

}  // namespace
}  // namespace isogloss::statistics
