#include "isogloss/statistics/partition_clustering.hpp"

#include "random_points.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

// Two directions, whatever the lengths. cos = 1/sqrt(1 + 0.01) for the slanted ones.
TEST(SphericalKMeans, CountsDirectionsOnly) {
  const MatrixXd points{{100, 0}, {1, 0}, {0, 3}, {0, 700}};
  const auto p = spherical_k_means(points, MatrixXd{{5, 1}, {1, 5}});
  EXPECT_EQ(p.labels, (std::vector<int>{1, 1, 2, 2}));
  EXPECT_EQ(p.objective, 0);
  EXPECT_EQ(p.centres, (MatrixXd{{1, 0}, {0, 1}}));
}

// Unit rows at 0 and 60 degrees have their centre at 30: objective 2 (1 - cos 30).
TEST(SphericalKMeans, EqualsValuesByHand) {
  const MatrixXd points{{2, 0}, {0.5, std::sqrt(0.75)}};
  const auto p = spherical_k_means(points, MatrixXd{{1, 0}});
  EXPECT_NEAR(p.objective, 2 - std::sqrt(3.0), 1e-15);
  EXPECT_NEAR(p.centres(0, 0), std::sqrt(0.75), 1e-15);
}

TEST(SphericalKMeans, KeepsTheCentreOfRowsThatCancelOut) {
  const auto p = spherical_k_means(MatrixXd{{1, 0}, {-1, 0}}, MatrixXd{{0, 2}});
  EXPECT_EQ(p.centres, (MatrixXd{{0, 1}}));
  EXPECT_DOUBLE_EQ(p.objective, 2);
}

TEST(SphericalKMeans, DoesNotChangeWithTheLengthOfRows) {
  const MatrixXd points = random_points::uniform(30, 4, 56);
  MatrixXd scaled = points;
  scaled.row(3) *= 1024;
  philox first(5);
  philox second(5);
  const auto p = spherical_k_means(points, 3, 4, first);
  const auto q = spherical_k_means(scaled, 3, 4, second);
  EXPECT_EQ(p.labels, q.labels);
  EXPECT_NEAR(p.objective, q.objective, 1e-12);
}

TEST(SphericalKMeans, RejectsARowWithoutDirection) {
  philox random(1);
  EXPECT_THROW((void)spherical_k_means(MatrixXd{{1, 0}, {0, 0}}, 1, 1, random), std::domain_error);
  EXPECT_THROW((void)spherical_k_means(MatrixXd{{1, 0}}, MatrixXd{{0, 0}}), std::domain_error);
  EXPECT_THROW((void)spherical_k_means(MatrixXd{{1, 0}}, 2, 1, random), std::invalid_argument);
}

}  // namespace
}  // namespace isogloss::statistics
