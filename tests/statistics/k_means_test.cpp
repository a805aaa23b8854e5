#include "isogloss/statistics/partition_clustering.hpp"

#include "isogloss/statistics/partition_quality.hpp"
#include "isogloss/statistics/z_scores.hpp"

#include "accounts.hpp"
#include "random_points.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

MatrixXd points_of(const std::string& name) {
  if (name == "kmeans_z500") return z_scores(accounts::most_frequent("500")).z;
  if (name == "kmeans_z100") return z_scores(accounts::most_frequent("100")).z;
  if (name == "kmeans_relative_all") return accounts::frequencies();
  throw std::runtime_error("no points " + name);
}

const std::vector<std::string> runs{"kmeans_z500", "kmeans_z100", "kmeans_relative_all"};

partition from_documents_1_and_3(const MatrixXd& points) {
  return k_means(points, points(std::vector<int>{0, 2}, Eigen::all));
}

double within(const MatrixXd& points, const partition& p, int label) {
  double sum = 0;
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    if (p.labels[static_cast<std::size_t>(i)] == label) sum += (points.row(i) - p.centres.row(label - 1)).squaredNorm();
  }
  return sum;
}

/// "kmeans_z100" -> {"withinss_1" -> 178.1, ...}
std::map<std::string, std::map<std::string, double>> fits() {
  std::map<std::string, std::map<std::string, double>> result;
  for (const auto& r : accounts::table("cluster-fit.csv")) {
    if (r.at("method") == "lloyd_k2") result[r.at("distance")][r.at("measure")] = accounts::number(r, "value");
  }
  return result;
}

TEST(KMeans, EqualsRsLloyd) {
  const auto expected = fits();
  for (const auto& run : runs) {
    const MatrixXd points = points_of(run);
    const auto p = from_documents_1_and_3(points);
    const auto near = [&](double value, const std::string& title) {
      EXPECT_NEAR(value, expected.at(run).at(title), 1e-12 * expected.at(run).at(title)) << run << " " << title;
    };
    near(p.objective, "tot_withinss");
    near(within(points, p, 1), "withinss_1");
    near(within(points, p, 2), "withinss_2");
    near((points.rowwise() - points.colwise().mean()).squaredNorm() - p.objective, "betweenss");
    near(p.iterations, "iterations");
  }
}

TEST(KMeans, LabelsAsR) {
  int compared = 0;
  for (const auto& r : accounts::table("partitions.csv")) {
    if (r.at("method") != "lloyd_k2") continue;
    const auto p = from_documents_1_and_3(points_of(r.at("distance")));
    EXPECT_EQ(p.labels.at(static_cast<std::size_t>(accounts::document(r.at("document")))), std::stoi(r.at("cluster")));
    ++compared;
  }
  EXPECT_EQ(compared, 15);
}

// 0 1 | 10 11: objective 4 * 0.25
TEST(KMeans, FindsTwoPlainClusters) {
  const MatrixXd points{{10}, {0}, {11}, {1}};
  const auto p = k_means(points, MatrixXd{{0}, {1}});
  EXPECT_EQ(p.labels, (std::vector<int>{1, 2, 1, 2}));
  EXPECT_DOUBLE_EQ(p.objective, 1);
  EXPECT_EQ(p.centres, (MatrixXd{{10.5}, {0.5}}));
}

// Every point is nearer to 5.5, so 100 is left without: it takes 0, the first of the two farthest.
TEST(KMeans, GivesAnEmptyClusterTheFarthestPoint) {
  const auto p = k_means(MatrixXd{{0}, {1}, {10}, {11}}, MatrixXd{{5.5}, {100}});
  EXPECT_EQ(p.labels, (std::vector<int>{1, 1, 2, 2}));
  EXPECT_DOUBLE_EQ(p.objective, 1);
}

TEST(KMeans, TakesFewerDistinctPointsThanClusters) {
  const auto p = k_means(MatrixXd{{1}, {1}, {1}}, MatrixXd{{1}, {2}, {3}});
  EXPECT_EQ(p.labels, (std::vector<int>{1, 2, 3}));
  EXPECT_EQ(p.objective, 0);
  philox random(1);
  EXPECT_EQ(k_means(MatrixXd::Ones(4, 2), 3, 5, random).objective, 0);
}

TEST(KMeans, TakesAsManyClustersAsPointsAndOne) {
  const MatrixXd points = random_points::uniform(6, 3, 51);
  philox random(2);
  EXPECT_EQ(k_means(points, 6, 20, random).objective, 0);
  const auto one = k_means(points, 1, 1, random);
  EXPECT_NEAR(one.objective, (points.rowwise() - points.colwise().mean()).squaredNorm(), 1e-14);
}

TEST(KMeans, EndsWhereNoPointIsNearerToAnotherCentre) {
  const MatrixXd points = random_points::uniform(80, 3, 52);
  philox random(3);
  const auto p = k_means(points, 5, 3, random);
  double sum = 0;
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    Eigen::Index nearest = 0;
    sum += (p.centres.rowwise() - points.row(i)).rowwise().squaredNorm().minCoeff(&nearest);
    EXPECT_EQ(nearest, p.labels[static_cast<std::size_t>(i)] - 1);
  }
  EXPECT_NEAR(sum, p.objective, 1e-12);
}

TEST(KMeans, IsTheSameForTheSameSeedAndBetterWithRestarts) {
  const MatrixXd points = random_points::uniform(60, 2, 53);
  philox first(4);
  philox second(4);
  philox third(4);
  const auto p = k_means(points, 6, 1, first);
  EXPECT_EQ(p.labels, k_means(points, 6, 1, second).labels);
  EXPECT_LT(k_means(points, 6, 30, third).objective, p.objective);
}

// Three clouds far apart: seeding by squared distance can hardly miss one of them.
TEST(KMeans, SeedsFarApart) {
  MatrixXd points = random_points::uniform(30, 2, 54) / 100;
  points.middleRows(10, 10).array() += 100;
  points.bottomRows(10).array() -= 100;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    philox random(seed);
    const auto p = k_means(points, 3, 1, random);
    EXPECT_LT(p.objective, 0.01) << seed;
    EXPECT_EQ(p.labels[0], 1);
    EXPECT_EQ(p.labels[10], 2);
    EXPECT_EQ(p.labels[29], 3);
  }
}

TEST(KMeans, DoesNotMindTheOrderOfDocuments) {
  const MatrixXd points = random_points::uniform(40, 3, 55);
  const MatrixXd centres = points.topRows(4);
  const auto p = k_means(points, centres);
  auto labels = k_means(points.colwise().reverse(), centres).labels;
  std::reverse(labels.begin(), labels.end());
  EXPECT_EQ(adjusted_rand_index(labels, p.labels), 1);
}

TEST(KMeans, RejectsWhatMakesNoSense) {
  philox random(1);
  const MatrixXd points{{1, 2}, {3, 4}};
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)k_means(MatrixXd(0, 2), 1, 1, random), std::invalid_argument);
  EXPECT_THROW((void)k_means(points, 0, 1, random), std::invalid_argument);
  EXPECT_THROW((void)k_means(points, 3, 1, random), std::invalid_argument);
  EXPECT_THROW((void)k_means(points, 2, 0, random), std::invalid_argument);
  EXPECT_THROW((void)k_means(points, MatrixXd{{1, 2, 3}}), std::invalid_argument);
  EXPECT_THROW((void)k_means(MatrixXd{{1, nan}}, 1, 1, random), std::domain_error);
  EXPECT_THROW((void)k_means(points, MatrixXd{{1, nan}}), std::domain_error);
}

TEST(KMeans, PutsAPointInTheMiddleWithTheFirstCentre) {
  EXPECT_EQ(k_means(MatrixXd{{0}, {2}, {1}}, MatrixXd{{0}, {2}}).labels, (std::vector<int>{1, 2, 1}));
}

TEST(KMeans, GivesAnEmptyClusterTheFirstOfTheFarthestPoints) {
  EXPECT_EQ(k_means(MatrixXd{{0}, {1}, {2}}, MatrixXd{{1}, {100}}).labels, (std::vector<int>{1, 2, 2}));
}

// From the centres 0 and 1 the iteration ends at once with 3 in the second cluster: objective 2. They are drawn
// with probability 1/3 * 1/10 + 1/3 * 1/5 = 1/10; all other draws end with {0, 1} and {3}.
TEST(KMeans, DrawsCentresBySquaredDistance) {
  int bad = 0;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    philox random(seed);
    if (k_means(MatrixXd{{0}, {1}, {3}}, 2, 1, random).objective > 1) ++bad;
  }
  EXPECT_NEAR(bad, 200, 54);  // 4 standard errors
}

}  // namespace
}  // namespace isogloss::statistics
