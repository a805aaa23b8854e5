#include "isogloss/statistics/partition_clustering.hpp"

#include "account_distances.hpp"
#include "random_points.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

TEST(Pam, HasTheFitOfRsPam) {
  int compared = 0;
  for (const auto& r : accounts::table("cluster-fit.csv")) {
    if (r.at("method") != "pam_k2" || r.at("measure") == "mean_silhouette") continue;
    const auto p = pam(accounts::distances(r.at("distance")), 2);
    const std::map<std::string, double> values{{"objective_build", p.build_objective},
                                               {"objective_swap", p.objective},
                                               {"medoid_1", p.medoids.at(0) + 1},
                                               {"medoid_2", p.medoids.at(1) + 1}};
    const double expected = accounts::number(r, "value");
    EXPECT_NEAR(values.at(r.at("measure")), expected, 1e-12 * expected) << r.at("distance") << r.at("measure");
    ++compared;
  }
  EXPECT_EQ(compared, 12);
}

TEST(Pam, LabelsAsR) {
  int compared = 0;
  for (const auto& r : accounts::table("partitions.csv")) {
    if (r.at("method") != "pam_k2") continue;
    const auto p = pam(accounts::distances(r.at("distance")), 2);
    EXPECT_EQ(p.labels.at(static_cast<std::size_t>(accounts::document(r.at("document")))), std::stoi(r.at("cluster")));
    ++compared;
  }
  EXPECT_EQ(compared, 15);
}

double cost(const MatrixXd& d, const std::vector<int>& medoids) {
  return d(Eigen::all, medoids).rowwise().minCoeff().mean();
}

TEST(Pam, CannotBeBetteredByOneExchange) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const MatrixXd d = random_points::euclidean(random_points::uniform(30, 3, seed));
    const auto p = pam(d, 4);
    EXPECT_NEAR(p.objective, cost(d, p.medoids), 1e-14);
    EXPECT_LE(p.objective, p.build_objective);
    for (std::size_t out = 0; out < 4; ++out) {
      for (int in = 0; in < 30; ++in) {
        auto other = p.medoids;
        other[out] = in;
        EXPECT_GE(cost(d, other), p.objective - 1e-14);
      }
    }
  }
}

TEST(Pam, PutsEveryDocumentWithItsNearestMedoid) {
  const MatrixXd d = random_points::euclidean(random_points::uniform(40, 3, 61));
  const auto p = pam(d, 5);
  for (int j = 0; j < 40; ++j) {
    const int own = p.medoids[static_cast<std::size_t>(p.labels[static_cast<std::size_t>(j)]) - 1];
    EXPECT_EQ(d(own, j), d(p.medoids, std::vector<int>{j}).minCoeff());
  }
}

// 0 1 2 | 10 11 12: medoids 1 and 11.
TEST(Pam, EqualsValuesByHand) {
  const MatrixXd d = random_points::euclidean(MatrixXd{{0}, {10}, {1}, {11}, {2}, {12}});
  const auto p = pam(d, 2);
  EXPECT_EQ(p.labels, (std::vector<int>{1, 2, 1, 2, 1, 2}));
  EXPECT_EQ(p.medoids, (std::vector<int>{2, 3}));
  EXPECT_DOUBLE_EQ(p.objective, 4.0 / 6);
}

TEST(Pam, TakesTheLastOfEqualCandidatesAsR) {
  EXPECT_EQ(pam(MatrixXd{{0, 1}, {1, 0}}, 1).medoids, (std::vector<int>{1}));
}

TEST(Pam, TakesAsManyMedoidsAsDocuments) {
  const auto p = pam(random_points::euclidean(random_points::uniform(5, 2, 62)), 5);
  EXPECT_EQ(p.labels, (std::vector<int>{1, 2, 3, 4, 5}));
  EXPECT_EQ(p.medoids, (std::vector<int>{0, 1, 2, 3, 4}));
  EXPECT_EQ(p.objective, 0);
}

// There are as many clusters as were asked for: each medoid keeps its own.
TEST(Pam, TakesDocumentsThatAreAllAlike) {
  const auto p = pam(MatrixXd::Zero(4, 4), 2);
  EXPECT_EQ(p.objective, 0);
  EXPECT_EQ(p.labels, (std::vector<int>{1, 1, 1, 2}));
}

TEST(Pam, RejectsWhatMakesNoSense) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)pam(MatrixXd::Zero(2, 2), 0), std::invalid_argument);
  EXPECT_THROW((void)pam(MatrixXd::Zero(2, 2), 3), std::invalid_argument);
  EXPECT_THROW((void)pam(MatrixXd::Zero(2, 3), 1), std::invalid_argument);
  EXPECT_THROW((void)pam(MatrixXd{{0, nan}, {nan, 0}}, 1), std::domain_error);
}

TEST(Pam, ReadsTheLowerTriangle) {
  MatrixXd d = random_points::euclidean(random_points::uniform(12, 2, 63));
  const auto expected = pam(d, 3);
  d.triangularView<Eigen::Upper>().setConstant(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(pam(d, 3).labels, expected.labels);
  EXPECT_EQ(pam(d, 3).objective, expected.objective);
}

}  // namespace
}  // namespace isogloss::statistics
