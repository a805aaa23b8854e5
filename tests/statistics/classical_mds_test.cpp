#include "isogloss/statistics/classical_mds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "account_distances.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

TEST(ClassicalMds, HasTheCoordinatesOfR) {
  for (const auto& r : accounts::table("mds-coordinates.csv")) {
    const auto result = classical_mds(accounts::distances(r.at("distance")));
    const Index axis = std::stol(r.at("axis")) - 1;
    EXPECT_NEAR(result.coordinates(accounts::document(r.at("document")), axis), accounts::number(r, "value"), 1e-12);
  }
}

TEST(ClassicalMds, HasTheEigenvaluesAndTheFitOfR) {
  for (const auto& r : accounts::table("mds-eigenvalues.csv")) {
    const auto result = classical_mds(accounts::distances(r.at("distance")));
    const double value = accounts::number(r, "value");
    if (r.at("measure") == "eigenvalue") {
      EXPECT_NEAR(result.eigenvalues[std::stol(r.at("axis")) - 1], value, 1e-13);
    } else if (r.at("measure") == "GOF_abs") {
      EXPECT_NEAR(result.fit_absolute, value, 1e-13);
    } else {
      EXPECT_NEAR(result.fit_positive, value, 1e-13);
    }
  }
}

// Corners of a 3-4-5 triangle lie in a plane: all distances come back.
TEST(ClassicalMds, GivesBackDistancesInAPlane) {
  const MatrixXd d{{0, 3, 4}, {3, 0, 5}, {4, 5, 0}};
  const auto result = classical_mds(d);
  ASSERT_EQ(result.coordinates.cols(), 2);
  for (Index i = 0; i < 3; ++i) {
    for (Index j = 0; j < 3; ++j) {
      EXPECT_NEAR((result.coordinates.row(i) - result.coordinates.row(j)).norm(), d(i, j), 1e-13);
    }
  }
  EXPECT_NEAR(result.stress_1, 0, 1e-14);
  EXPECT_NEAR(result.fit_absolute, 1, 1e-14);
}

// All three 2 apart, on one axis: B = 2 J has the eigenvalue 2 twice, so one axis carries half. The axis is any
// direction of the plane, and so is the stress; of four on a line there is one.
TEST(ClassicalMds, HasStressWhereAxesAreMissing) {
  const MatrixXd d{{0, 2, 2}, {2, 0, 2}, {2, 2, 0}};
  const auto result = classical_mds(d, 1);
  ASSERT_EQ(result.coordinates.cols(), 1);
  EXPECT_NEAR(result.fit_absolute, 0.5, 1e-14);
  EXPECT_GT(result.stress_1, 0.1);
}

// A rectangle of 2 by 1 squeezed onto its long side: squares of (misfit; size) of the six pairs are
// 2 * (0; 4), 2 * (1; 0), 2 * ((sqrt 5 - 2)^2; 4).
TEST(ClassicalMds, HasTheStressOfARectangleByHand) {
  const double diagonal = std::sqrt(5.0);
  const MatrixXd d{{0, 2, 1, diagonal}, {2, 0, diagonal, 1}, {1, diagonal, 0, 2}, {diagonal, 1, 2, 0}};
  const double misfit = 2 + 2 * std::pow(diagonal - 2, 2);
  EXPECT_NEAR(classical_mds(d, 1).stress_1, std::sqrt(misfit / 16), 1e-13);
  EXPECT_NEAR(classical_mds(d, 1).fit_positive, 4 / 5.0, 1e-13);
}

TEST(ClassicalMds, ReadsTheLowerTriangleOnly) {
  const MatrixXd d{{9, -1, -1}, {3, 9, std::nan("")}, {4, 5, 9}};
  EXPECT_NEAR(classical_mds(d).stress_1, 0, 1e-14);
}

TEST(ClassicalMds, OfOnePlaceHasNoAxes) {
  for (const MatrixXd& d : {MatrixXd(MatrixXd::Zero(1, 1)), MatrixXd(MatrixXd::Zero(3, 3))}) {
    const auto result = classical_mds(d);
    EXPECT_EQ(result.coordinates.cols(), 0);
    EXPECT_EQ(result.coordinates.rows(), d.rows());
    EXPECT_TRUE(std::isnan(result.stress_1));
    EXPECT_TRUE(std::isnan(result.fit_absolute));
  }
}

TEST(ClassicalMds, FollowsTheDocumentsWhenTheseArePermuted) {
  const MatrixXd d = accounts::distances("cosine_delta_500");
  const std::vector<Index> order{3, 0, 4, 2, 1};
  const auto before = classical_mds(d);
  const auto after = classical_mds(d(order, order));
  EXPECT_TRUE(after.coordinates.isApprox(before.coordinates(order, Eigen::all), 1e-12));
  EXPECT_NEAR(after.stress_1, before.stress_1, 1e-13);
}

TEST(ClassicalMds, RejectsWhatAreNoDistances) {
  EXPECT_THROW(static_cast<void>(classical_mds(MatrixXd(2, 3))), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(classical_mds(MatrixXd{{0, 0}, {-1, 0}})), std::domain_error);
}

}  // namespace
}  // namespace isogloss::statistics
