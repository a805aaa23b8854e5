#include "isogloss/statistics/permanova.hpp"

#include "account_distances.hpp"
#include "random_points.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <sstream>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;
using labels = std::vector<int>;

// collins and martinez-2021; furr-2005 and saed-2018; ibrp-2003
const labels traditions{1, 2, 3, 1, 2};

MatrixXd cosine_distances() {
  return as_distances(distances(accounts::frequencies(), measure::cosine), measure::cosine);
}

permanova_result test_of(const MatrixXd& d, const labels& groups, const permanova_options& options = {}) {
  philox random(1);
  return permanova(d, groups, random, options);
}

TEST(Permanova, EqualsVegansAdonis2) {
  std::map<std::string, double> expected;
  for (const auto& r : accounts::table("permanova.csv")) expected[r.at("measure")] = accounts::number(r, "value");
  const auto result = test_of(cosine_distances(), traditions);
  EXPECT_NEAR(result.f, expected.at("pseudo_F"), 1e-12);
  EXPECT_NEAR(result.f, expected.at("adonis2_F"), 1e-12);
  EXPECT_NEAR(result.r_squared, expected.at("R2"), 1e-12);
  EXPECT_EQ(result.permutations, 30U);
  EXPECT_EQ(result.as_large, 16U);
  EXPECT_TRUE(result.exact);
  EXPECT_EQ(result.p_value, expected.at("p_exact"));
}

labels numbered(const std::string& cell) {
  const std::map<std::string, int> numbers{{"trotskyist", 1}, {"marxist-leninist", 2}, {"left-communist", 3}};
  labels result;
  std::istringstream in(cell);
  for (std::string group; std::getline(in, group, '|');) result.push_back(numbers.at(group));
  return result;
}

TEST(Permanova, EqualsTheTableOfAllRelabellings) {
  const MatrixXd d = cosine_distances();
  const auto rows = accounts::table("permanova-relabellings.csv");
  ASSERT_EQ(rows.size(), 30U);
  for (const auto& r : rows) {
    EXPECT_NEAR(test_of(d, numbered(r.at("labels"))).f, accounts::number(r, "pseudo_F"), 1e-11) << r.at("labels");
  }
}

// Points 0, 2 | 6, 10: the classical F of a one-way analysis of variance, 49 / (10 / 2).
TEST(Permanova, IsTheAnalysisOfVarianceForOneVariable) {
  const MatrixXd d = random_points::euclidean(MatrixXd{{0}, {2}, {6}, {10}});
  const auto result = test_of(d, labels{1, 1, 2, 2});
  EXPECT_NEAR(result.f, 9.8, 1e-14);
  EXPECT_NEAR(result.r_squared, 49.0 / 59, 1e-15);
  EXPECT_EQ(result.permutations, 6U);
  EXPECT_EQ(result.as_large, 2U);  // itself, and the same with the names exchanged
}

TEST(Permanova, DoesNotMindNamesOrOrder) {
  const MatrixXd d = cosine_distances();
  const auto expected = test_of(d, traditions);
  EXPECT_EQ(test_of(d, labels{70, -3, 0, 70, -3}).f, expected.f);
  const auto reversed = test_of(d.reverse(), labels{2, 1, 3, 2, 1});
  EXPECT_NEAR(reversed.f, expected.f, 1e-13);
  EXPECT_EQ(reversed.as_large, expected.as_large);
}

TEST(Permanova, ComesNearTheExactValueAtRandom) {
  const MatrixXd d = cosine_distances();
  const auto result = test_of(d, traditions, {.max_exact = 29, .permutations = 4000});
  EXPECT_FALSE(result.exact);
  EXPECT_EQ(result.permutations, 4000U);
  EXPECT_NEAR(result.p_value, 16.0 / 30, 0.032);  // 4 standard errors
  EXPECT_DOUBLE_EQ(result.p_value, (1.0 + static_cast<double>(result.as_large)) / 4001);
}

TEST(Permanova, IsTheSameForTheSameSeed) {
  const MatrixXd d = random_points::euclidean(random_points::uniform(20, 3, 71));
  labels groups(20, 1);
  std::fill(groups.begin() + 10, groups.end(), 2);
  philox first(9);
  philox second(9);
  philox third(10);
  const auto result = permanova(d, groups, first, {.permutations = 500});
  EXPECT_EQ(result.as_large, permanova(d, groups, second, {.permutations = 500}).as_large);
  EXPECT_NE(result.as_large, permanova(d, groups, third, {.permutations = 500}).as_large);
  EXPECT_FALSE(result.exact);  // 184756 relabellings
}

TEST(Permanova, FindsGroupsFarApart) {
  MatrixXd points = random_points::uniform(24, 3, 72);
  points.bottomRows(12).array() += 10;
  labels groups(24, 1);
  std::fill(groups.begin() + 12, groups.end(), 2);
  const auto result = test_of(random_points::euclidean(points), groups, {.permutations = 999});
  EXPECT_GT(result.f, 100);
  EXPECT_DOUBLE_EQ(result.p_value, 0.001);
}

// Under no difference each of the equally likely p-values comes equally often.
TEST(Permanova, RejectsAsOftenAsItSaysWhenNothingDiffers) {
  const labels groups{1, 1, 1, 1, 2, 2, 2, 2};
  int rejected = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const MatrixXd d = random_points::euclidean(random_points::uniform(8, 3, seed));
    if (test_of(d, groups).p_value <= 0.06) ++rejected;  // 4 of 70 at most: 2 / 35
  }
  EXPECT_NEAR(rejected, 400 * 2.0 / 35, 19);  // 4 standard errors
}

// Distances that are no metric can make the sum between groups negative; the observed order still counts itself.
TEST(Permanova, CountsTheObservedOrderWhenFIsNegative) {
  const MatrixXd d{{0, 5, 1, 1}, {5, 0, 1, 1}, {1, 1, 0, 5}, {1, 1, 5, 0}};
  const auto result = test_of(d, labels{1, 1, 2, 2});
  EXPECT_LT(result.f, 0);
  EXPECT_EQ(result.as_large, 6U);
  EXPECT_EQ(result.p_value, 1);
}

TEST(Permanova, IsInfiniteWithoutDistancesWithinGroups) {
  const MatrixXd d{{0, 0, 1, 1}, {0, 0, 1, 1}, {1, 1, 0, 0}, {1, 1, 0, 0}};
  const auto result = test_of(d, labels{1, 1, 2, 2});
  EXPECT_EQ(result.f, std::numeric_limits<double>::infinity());
  EXPECT_EQ(result.r_squared, 1);
  EXPECT_DOUBLE_EQ(result.p_value, 2.0 / 6);
}

TEST(Permanova, DoesNotExistWithoutGroupsToCompare) {
  const MatrixXd d = cosine_distances();
  for (const auto& groups : {labels{1, 1, 1, 1, 1}, labels{1, 2, 3, 4, 5}}) {
    const auto result = test_of(d, groups);
    EXPECT_TRUE(std::isnan(result.f));
    EXPECT_TRUE(std::isnan(result.p_value));
    EXPECT_EQ(result.permutations, 0U);
  }
  EXPECT_TRUE(std::isnan(test_of(MatrixXd::Zero(4, 4), labels{1, 1, 2, 2}).f));
}

TEST(Permanova, RejectsWhatMakesNoSense) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)test_of(MatrixXd::Zero(2, 2), labels{1}), std::invalid_argument);
  EXPECT_THROW((void)test_of(MatrixXd::Zero(2, 3), labels{1, 2}), std::invalid_argument);
  EXPECT_THROW((void)test_of(MatrixXd::Zero(2, 2), labels{1, 2}, {.permutations = 0}), std::invalid_argument);
  EXPECT_THROW((void)test_of(MatrixXd{{0, nan}, {nan, 0}}, labels{1, 2}), std::domain_error);
}

// Every division into three pairs comes in six orders of the names, which may differ by rounding.
TEST(Permanova, TakesTheSameDivisionUnderOtherNamesAsLarge) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const MatrixXd d = random_points::euclidean(random_points::uniform(6, 3, seed));
    const auto result = test_of(d, labels{1, 1, 2, 2, 3, 3});
    EXPECT_EQ(result.permutations, 90U);
    EXPECT_EQ(result.as_large % 6, 0U) << seed;
  }
}

// Three documents, the pair nearest together: one in three shuffles brings the observed order.
TEST(Permanova, ShufflesEvenlyFromTheStart) {
  const MatrixXd d{{0, 1, 5}, {1, 0, 7}, {5, 7, 0}};
  std::uint64_t observed = 0;
  for (std::uint64_t seed = 0; seed < 900; ++seed) {
    philox random(seed);
    observed += permanova(d, labels{1, 1, 2}, random, {.max_exact = 0, .permutations = 1}).as_large;
  }
  EXPECT_NEAR(static_cast<double>(observed), 300, 57);  // 4 standard errors
}

TEST(Permanova, ReadsTheLowerTriangle) {
  MatrixXd d = cosine_distances();
  const auto expected = test_of(d, traditions);
  d.triangularView<Eigen::StrictlyUpper>().setConstant(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(test_of(d, traditions).f, expected.f);
}

}  // namespace
}  // namespace isogloss::statistics
