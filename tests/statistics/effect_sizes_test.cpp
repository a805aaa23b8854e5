#include "isogloss/statistics/effect_sizes.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "golden_table.hpp"
#include "keyness_rows.hpp"

namespace isogloss::statistics {
namespace {

constexpr contingency equal{5, 10, 100, 200};
constexpr contingency absent{0, 0, 100, 200};
constexpr contingency only_target{5, 0, 100, 200};
constexpr contingency only_reference{0, 5, 100, 200};

TEST(LogRatio, IsThatOfHardiesExamples) {
  EXPECT_EQ(log_ratio({1, 1, 1e6, 1e6}), 0.0);
  EXPECT_EQ(log_ratio_hardie({1, 1, 1e6, 1e6}), 0.0);
  EXPECT_NEAR(log_ratio({600, 200, 1e6, 1e6}, 0.0), std::log2(3.0), 1e-15);
  EXPECT_NEAR(log_ratio_hardie({600, 200, 1e6, 1e6}), std::log2(3.0), 1e-15);
}

TEST(LogRatio, IsThatOfRForAllFiveAccounts) {
  for (const golden::row& row : golden::table("keyness.csv")) {
    EXPECT_TRUE(golden::close(log_ratio(table_of(row)), row.number("log_ratio"), {1e-14, 1e-15})) << name_of(row);
    EXPECT_TRUE(golden::close(log_ratio_hardie(table_of(row)), row.number("log_ratio_hardie"), {1e-14, 1e-15}))
        << name_of(row);
  }
}

TEST(LogRatio, SmoothsBothCells) {
  EXPECT_DOUBLE_EQ(log_ratio({3, 0, 100, 100}), std::log2(7.0));    // 3.5 / 0.5
  EXPECT_DOUBLE_EQ(log_ratio({3, 0, 100, 100}, 1.0), 2.0);          // 4 / 1
  EXPECT_DOUBLE_EQ(log_ratio(equal), std::log2(5.5 * 2.0 / 10.5));  // not 0: the corpora differ in size
}

TEST(LogRatio, IsInfiniteForAnAbsentTermWithoutSmoothing) {
  EXPECT_EQ(log_ratio(only_target, 0.0), INFINITY);
  EXPECT_EQ(log_ratio(only_reference, 0.0), -INFINITY);
}

TEST(LogRatio, ChangesSignWhenTargetAndReferenceAreSwapped) {
  const contingency t{7, 2, 100, 90};
  EXPECT_DOUBLE_EQ(log_ratio(t.swapped()), -log_ratio(t));
  EXPECT_DOUBLE_EQ(log_ratio_hardie(t.swapped()), -log_ratio_hardie(t));
}

TEST(LogRatio, TakesHugeCounts) {
  EXPECT_NEAR(log_ratio({4e11, 1e11, 1e12, 1e12}), 2.0, 1e-11);
}

TEST(LogRatio, DoesNotExistForATermOfNeitherCorpusOrAnEmptyCorpus) {
  for (const contingency& t : {absent, contingency{0, 5, 0, 10}, contingency{5, 0, 10, 0}}) {
    EXPECT_TRUE(std::isnan(log_ratio(t)));
    EXPECT_TRUE(std::isnan(log_ratio_hardie(t)));
  }
}

TEST(LogRatio, RejectsNonsense) {
  EXPECT_DOMAIN_ERROR(log_ratio({5, 0, 4, 9}), "log_ratio: target_count is 5, but must be in [0, 4]");
  EXPECT_DOMAIN_ERROR(log_ratio(equal, -0.5), "log_ratio: smoothing is -0.5, but must be a finite number, 0 or more");
  EXPECT_DOMAIN_ERROR(log_ratio_hardie(equal, 0.0),
                      "log_ratio_hardie: replacement is 0, but must be a finite number above 0");
}

TEST(LogRatioHardie, ReplacesOnlyAZero) {
  EXPECT_DOUBLE_EQ(log_ratio_hardie({4, 0, 100, 100}), 3.0);  // 4 / 0.5
  EXPECT_DOUBLE_EQ(log_ratio_hardie({0, 4, 100, 100}), -3.0);
  EXPECT_EQ(log_ratio_hardie(equal), 0.0);  // exactly, whatever the sizes
  EXPECT_EQ(log_ratio_hardie({7, 21, 123457, 370371}), 0.0);
}

TEST(OddsRatio, IsThatOfPojanapunyaAndTodd) {
  EXPECT_NEAR(odds_ratio({16217, 735, 2796938, 2087946}), 16.56121197, 5e-9);
}

TEST(OddsRatio, IsTheCrossProductRatioByHand) {
  EXPECT_DOUBLE_EQ(odds_ratio({7, 2, 10, 9}), 49.0 / 6.0);
}

TEST(OddsRatio, HasItsLimits) {
  EXPECT_DOUBLE_EQ(odds_ratio(equal), 1.0);
  EXPECT_EQ(odds_ratio(only_reference), 0.0);
  EXPECT_EQ(odds_ratio(only_target), INFINITY);
  EXPECT_TRUE(std::isnan(odds_ratio(absent)));
  EXPECT_TRUE(std::isnan(odds_ratio({0, 5, 0, 10})));
  EXPECT_DOUBLE_EQ(odds_ratio({5e11, 1e11, 1e12, 1e12}), 9.0);
}

TEST(OddsRatio, RejectsNonsense) {
  EXPECT_DOMAIN_ERROR(odds_ratio({5, 0, 4, 9}), "odds_ratio: target_count is 5, but must be in [0, 4]");
}

TEST(RelativeRisk, IsTheRatioOfRelativeFrequencies) {
  EXPECT_DOUBLE_EQ(relative_risk({6, 2, 100, 100}), 3.0);
  EXPECT_EQ(relative_risk(equal), 1.0);
  EXPECT_EQ(relative_risk(only_reference), 0.0);
  EXPECT_EQ(relative_risk(only_target), INFINITY);
  EXPECT_TRUE(std::isnan(relative_risk(absent)));
  EXPECT_TRUE(std::isnan(relative_risk({0, 5, 0, 10})));
  EXPECT_DOMAIN_ERROR(relative_risk({5, 0, 4, 9}), "relative_risk: target_count is 5, but must be in [0, 4]");
}

TEST(DifferenceCoefficient, IsThatOfHoflandAndJohansson) {
  EXPECT_NEAR(difference_coefficient({18, 35, 1e6, 1e6}), -17.0 / 53.0, 1e-16);  // p. 471: -0.32
}

TEST(DifferenceCoefficient, HasItsLimits) {
  EXPECT_EQ(difference_coefficient(equal), 0.0);
  EXPECT_EQ(difference_coefficient(only_target), 1.0);
  EXPECT_EQ(difference_coefficient(only_reference), -1.0);
  EXPECT_TRUE(std::isnan(difference_coefficient(absent)));
  EXPECT_TRUE(std::isnan(difference_coefficient({5, 0, 10, 0})));
}

TEST(DifferenceCoefficient, ChangesSignWhenTargetAndReferenceAreSwapped) {
  EXPECT_EQ(difference_coefficient({7, 2, 100, 90}), -difference_coefficient({2, 7, 90, 100}));
}

TEST(DifferenceCoefficient, KeepsItsDigitsWhereHugeCountsNearlyAgree) {
  EXPECT_DOUBLE_EQ(difference_coefficient({5e11 + 1, 5e11, 1e12, 1e12}), 1.0 / (1e12 + 1.0));
}

TEST(DifferenceCoefficient, RejectsNonsense) {
  EXPECT_DOMAIN_ERROR(difference_coefficient({5, 0, 4, 9}),
                      "difference_coefficient: target_count is 5, but must be in [0, 4]");
}

TEST(PercentDiff, IsThatOfGabrielatosAndMarchi) {
  EXPECT_NEAR(percent_diff({206523, 178174, 959641, 1562358}), 88.71040904, 5e-9);
}

TEST(PercentDiff, HasItsLimits) {
  EXPECT_EQ(percent_diff(equal), 0.0);
  EXPECT_DOUBLE_EQ(percent_diff({6, 2, 100, 100}), 200.0);
  EXPECT_EQ(percent_diff(only_reference), -100.0);
  EXPECT_EQ(percent_diff(only_target), INFINITY);
  EXPECT_TRUE(std::isnan(percent_diff(absent)));
  EXPECT_TRUE(std::isnan(percent_diff({0, 5, 0, 10})));
  EXPECT_DOMAIN_ERROR(percent_diff({5, 0, 4, 9}), "percent_diff: target_count is 5, but must be in [0, 4]");
}

TEST(SimpleMaths, IsThatOfKilgarriff) {
  EXPECT_NEAR(simple_maths({35, 263, 112289811, 1559717242}), 1.12242912, 5e-9);
}

TEST(SimpleMaths, IsTheRatioOfSmoothedRatesByHand) {
  EXPECT_DOUBLE_EQ(simple_maths({9, 4, 1e6, 1e6}), 2.0);
  EXPECT_DOUBLE_EQ(simple_maths({200, 0, 1e6, 1e6}, 100.0), 3.0);
  EXPECT_EQ(simple_maths(equal), 1.0);
  EXPECT_EQ(simple_maths(absent), 1.0);
}

TEST(SimpleMaths, HasItsLimitsWithoutSmoothing) {
  EXPECT_EQ(simple_maths(only_target, 0.0), INFINITY);
  EXPECT_EQ(simple_maths(only_reference, 0.0), 0.0);
  EXPECT_TRUE(std::isnan(simple_maths(absent, 0.0)));
  EXPECT_TRUE(std::isnan(simple_maths({0, 5, 0, 10})));
}

TEST(SimpleMaths, RejectsNonsense) {
  EXPECT_DOMAIN_ERROR(simple_maths({5, 0, 4, 9}), "simple_maths: target_count is 5, but must be in [0, 4]");
  EXPECT_DOMAIN_ERROR(simple_maths(equal, -1.0),
                      "simple_maths: smoothing_per_million is -1, but must be a finite number, 0 or more");
}

}  // namespace
}  // namespace isogloss::statistics
