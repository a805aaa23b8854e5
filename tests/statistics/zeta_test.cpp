#include "isogloss/statistics/zeta.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "golden_table.hpp"

namespace isogloss::statistics {
namespace {

TEST(CraigZeta, IsTheShareWithPlusTheShareWithout) {
  EXPECT_DOUBLE_EQ(craig_zeta({3, 1, 4, 10}), 0.75 + 0.9);
}

TEST(CraigZeta, RunsFromZeroToTwoWithOneForEqualShares) {
  EXPECT_EQ(craig_zeta({4, 0, 4, 10}), 2.0);
  EXPECT_EQ(craig_zeta({0, 10, 4, 10}), 0.0);
  EXPECT_EQ(craig_zeta({0, 0, 4, 10}), 1.0);
  EXPECT_EQ(craig_zeta({4, 10, 4, 10}), 1.0);
  EXPECT_EQ(craig_zeta({2, 5, 4, 10}), 1.0);
}

TEST(CraigZeta, MirrorsWhenTargetAndReferenceAreSwapped) {
  EXPECT_DOUBLE_EQ(craig_zeta({3, 1, 4, 10}) + craig_zeta({1, 3, 10, 4}), 2.0);
}

TEST(CraigZeta, StaysWhenAllSegmentsDouble) {
  EXPECT_DOUBLE_EQ(craig_zeta({6, 2, 8, 20}), craig_zeta({3, 1, 4, 10}));
}

TEST(ZetaDifference, IsOneLessThanCraigs) {
  EXPECT_DOUBLE_EQ(zeta_difference({3, 1, 4, 10}), 0.65);
  EXPECT_EQ(zeta_difference({4, 0, 4, 10}), 1.0);
  EXPECT_EQ(zeta_difference({0, 10, 4, 10}), -1.0);
  EXPECT_EQ(zeta_difference({2, 5, 4, 10}), 0.0);
  EXPECT_DOUBLE_EQ(zeta_difference({1, 3, 10, 4}), -0.65);
}

TEST(ZetaDifference, GivesTheSharesOfAKnownTable) {
  // pydistinto, 46 detective against 141 other segments: "holmes" .826087 = 38/46, "watson" .608696 = 28/46
  EXPECT_NEAR(zeta_difference({38, 0, 46, 141}), 0.826087, 5e-7);
  EXPECT_NEAR(zeta_difference({28, 0, 46, 141}), 0.608696, 5e-7);
}

TEST(LogZeta, IsADifferenceOfLogarithms) {
  EXPECT_DOUBLE_EQ(log_zeta({3, 1, 4, 10}), std::log2(1.85 / 1.2));
  EXPECT_DOUBLE_EQ(log_zeta({3, 1, 4, 10}, 0.1), std::log2(0.85 / 0.2));
  EXPECT_EQ(log_zeta({2, 5, 4, 10}), 0.0);
  EXPECT_DOUBLE_EQ(log_zeta({1, 3, 10, 4}), -std::log2(1.85 / 1.2));
}

TEST(LogZeta, WeighsADifferenceMoreWhereFewSegmentsHaveTheTerm) {
  EXPECT_GT(log_zeta({2, 0, 10, 10}), log_zeta({10, 8, 10, 10}));
  EXPECT_DOUBLE_EQ(zeta_difference({2, 0, 10, 10}), 0.2);
}

TEST(Zeta, DoesNotExistWithoutSegments) {
  for (const segment_presence& p : {segment_presence{0, 1, 0, 10}, {1, 0, 4, 0}}) {
    EXPECT_TRUE(std::isnan(craig_zeta(p)));
    EXPECT_TRUE(std::isnan(zeta_difference(p)));
    EXPECT_TRUE(std::isnan(log_zeta(p)));
  }
}

TEST(Zeta, RejectsMoreSegmentsThanThereAre) {
  EXPECT_DOMAIN_ERROR(craig_zeta({5, 0, 4, 9}), "craig_zeta: target_segments_with is 5, but must be in [0, 4]");
  EXPECT_DOMAIN_ERROR(zeta_difference({0, 10, 4, 9}),
                      "zeta_difference: reference_segments_with is 10, but must be in [0, 9]");
  EXPECT_DOMAIN_ERROR(log_zeta({1, 1, 4, 9}, 0.0), "log_zeta: addition is 0, but must be a finite number above 0");
}

}  // namespace
}  // namespace isogloss::statistics
