#include "isogloss/statistics/partition_quality.hpp"

#include "account_distances.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;
using labels = std::vector<int>;

/// The labels of one partition of partitions.csv.
labels partition_of(const std::string& distance, const std::string& method) {
  labels result(5, 0);
  for (const auto& r : accounts::table("partitions.csv")) {
    if (r.at("distance") != distance || r.at("method") != method) continue;
    result.at(static_cast<std::size_t>(accounts::document(r.at("document")))) = std::stoi(r.at("cluster"));
  }
  return result;
}

TEST(Silhouettes, EqualRsSilhouette) {
  int compared = 0;
  for (const auto& r : accounts::table("silhouettes.csv")) {
    const auto s = silhouettes(accounts::distances(r.at("distance")), partition_of(r.at("distance"), r.at("method")));
    const auto row = accounts::document(r.at("document"));
    EXPECT_NEAR(s.widths(row), accounts::number(r, "width"), 1e-12) << r.at("distance") << r.at("method");
    EXPECT_EQ(s.neighbours.at(static_cast<std::size_t>(row)), std::stoi(r.at("neighbour")));
    ++compared;
  }
  EXPECT_EQ(compared, 110);
}

TEST(MeanSilhouette, EqualsR) {
  int compared = 0;
  for (const auto& r : accounts::table("cluster-fit.csv")) {
    if (r.at("measure") != "mean_silhouette") continue;
    const double value =
        mean_silhouette(accounts::distances(r.at("distance")), partition_of(r.at("distance"), r.at("method")));
    EXPECT_NEAR(value, accounts::number(r, "value"), 1e-12) << r.at("distance") << r.at("method");
    ++compared;
  }
  EXPECT_EQ(compared, 22);
}

// Documents at 0, 1 and 4, clusters {0, 1} and {4}: a = 1, b = 4 and 3; the last is alone.
TEST(Silhouettes, EqualValuesByHand) {
  const MatrixXd d{{0, 1, 4}, {1, 0, 3}, {4, 3, 0}};
  const auto s = silhouettes(d, labels{7, 7, 2});
  EXPECT_DOUBLE_EQ(s.widths(0), 0.75);
  EXPECT_DOUBLE_EQ(s.widths(1), 2.0 / 3);
  EXPECT_EQ(s.widths(2), 0);
  EXPECT_EQ(s.neighbours, (labels{2, 2, 7}));
}

TEST(Silhouettes, TakeTheLowestOfEquallyNearClusters) {
  const MatrixXd d{{0, 1, 2, 2}, {1, 0, 2, 2}, {2, 2, 0, 1}, {2, 2, 1, 0}};
  EXPECT_EQ(silhouettes(d, labels{1, 1, 3, 2}).neighbours, (labels{2, 2, 2, 3}));
}

TEST(Silhouettes, AreZeroWhereNothingDiffers) {
  EXPECT_EQ(silhouettes(MatrixXd::Zero(4, 4), labels{1, 1, 2, 2}).widths, Eigen::VectorXd::Zero(4));
  EXPECT_EQ(mean_silhouette(MatrixXd::Ones(3, 3), labels{1, 2, 3}), 0);
}

TEST(Silhouettes, DoNotExistForOneCluster) {
  const auto s = silhouettes(MatrixXd::Ones(3, 3), labels{1, 1, 1});
  EXPECT_TRUE(s.widths.array().isNaN().all());
  EXPECT_EQ(s.neighbours, (labels{0, 0, 0}));
  EXPECT_TRUE(std::isnan(mean_silhouette(MatrixXd::Zero(1, 1), labels{1})));
}

TEST(Silhouettes, RejectWhatMakesNoSense) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)silhouettes(MatrixXd::Zero(2, 2), labels{1}), std::invalid_argument);
  EXPECT_THROW((void)silhouettes(MatrixXd::Zero(2, 3), labels{1, 2}), std::invalid_argument);
  EXPECT_THROW((void)silhouettes(MatrixXd{{0, nan}, {nan, 0}}, labels{1, 2}), std::domain_error);
}

// I = 1, A = 2, B = 1, T = 6: (1 - 1/3) / (3/2 - 1/3)
TEST(AdjustedRandIndex, EqualsValuesByHand) {
  EXPECT_DOUBLE_EQ(adjusted_rand_index(labels{1, 1, 2, 2}, labels{1, 1, 2, 3}), 4.0 / 7);
  EXPECT_DOUBLE_EQ(adjusted_rand_index(labels{1, 1, 2, 2}, labels{1, 2, 1, 2}), -0.5);
}

// Nine novels of three authors in clusters {M M M} {F F} {F R R R}: 0.642857 in pydelta's Delta-Intro notebook.
TEST(AdjustedRandIndex, EqualsThePublishedValueOfPydelta) {
  EXPECT_NEAR(adjusted_rand_index(labels{1, 1, 1, 2, 2, 2, 3, 3, 3}, labels{1, 1, 1, 2, 2, 3, 3, 3, 3}), 0.642857,
              5e-7);
}

TEST(AdjustedRandIndex, IsOneForTheSamePartitionWhateverTheNames) {
  EXPECT_EQ(adjusted_rand_index(labels{1, 2, 2, 3, 3, 3}, labels{9, 5, 5, -1, -1, -1}), 1);
}

TEST(AdjustedRandIndex, IsOneForTwoTrivialPartitionsAlike) {
  EXPECT_EQ(adjusted_rand_index(labels{1, 1, 1}, labels{2, 2, 2}), 1);
  EXPECT_EQ(adjusted_rand_index(labels{1, 2, 3}, labels{3, 1, 2}), 1);
}

TEST(AdjustedRandIndex, IsZeroForOneClusterAgainstSingletons) {
  EXPECT_EQ(adjusted_rand_index(labels{1, 1, 1}, labels{1, 2, 3}), 0);
  EXPECT_EQ(adjusted_rand_index(labels{1, 1, 1, 1}, labels{1, 1, 2, 2}), 0);
}

TEST(AdjustedRandIndex, IsZeroOnAverageOverAllRelabellings) {
  const labels one{1, 1, 1, 2, 2, 3, 3};
  labels other{1, 1, 2, 2, 2, 2, 3};
  double sum = 0;
  int count = 0;
  do {
    sum += adjusted_rand_index(one, other);
    ++count;
  } while (std::next_permutation(other.begin(), other.end()));
  EXPECT_EQ(count, 105);
  EXPECT_NEAR(sum / count, 0, 1e-14);
}

TEST(AdjustedRandIndex, IsSymmetric) {
  const labels one{1, 1, 2, 3, 3, 2, 1};
  const labels other{1, 2, 2, 2, 3, 3, 1};
  EXPECT_EQ(adjusted_rand_index(one, other), adjusted_rand_index(other, one));
}

TEST(AdjustedRandIndex, DoesNotExistWithoutPairs) {
  EXPECT_TRUE(std::isnan(adjusted_rand_index({}, {})));
  EXPECT_TRUE(std::isnan(adjusted_rand_index(labels{1}, labels{1})));
  EXPECT_THROW((void)adjusted_rand_index(labels{1, 2}, labels{1}), std::invalid_argument);
}

}  // namespace
}  // namespace isogloss::statistics
