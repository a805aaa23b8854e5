#include "isogloss/statistics/contingency.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "golden_table.hpp"

namespace isogloss::statistics {
namespace {

TEST(Contingency, KnowsItsMargins) {
  constexpr contingency t{7, 3, 9, 6};
  EXPECT_EQ(t.count(), 10.0);
  EXPECT_EQ(t.tokens(), 15.0);
  EXPECT_EQ(t.target_others(), 2.0);
  EXPECT_EQ(t.reference_others(), 3.0);
  EXPECT_EQ(t.swapped().target_count, 3.0);
  EXPECT_EQ(t.swapped().reference_tokens, 9.0);
}

TEST(ExcessCount, IsTheDifferenceFromTheExpectedCount) {
  EXPECT_EQ(excess_count({7, 3, 9, 6}), 1.0);  // 7 - 9 * 10 / 15
  EXPECT_EQ(excess_count({3, 7, 6, 9}), -1.0);
  EXPECT_EQ(excess_count({5, 10, 100, 200}), 0.0);
}

TEST(ExcessCount, IsExactForHugeCounts) {
  // (a n2 - b n1) / N with n1 = n2 = 10^12, a = b + 2: excess 1
  EXPECT_EQ(excess_count({5e11 + 2, 5e11, 1e12, 1e12}), 1.0);
}

TEST(ExcessCount, DoesNotExistWithoutTokens) {
  EXPECT_TRUE(std::isnan(excess_count({0, 0, 0, 0})));
}

TEST(ExcessCount, RejectsATableThatCannotBe) {
  EXPECT_DOMAIN_ERROR(excess_count({5, 0, 4, 9}), "excess_count: target_count is 5, but must be in [0, 4]");
  EXPECT_DOMAIN_ERROR(excess_count({0, -1, 4, 9}), "excess_count: reference_count is -1, but must be in [0, 9]");
  EXPECT_DOMAIN_ERROR(excess_count({0, 0, -4, 9}),
                      "excess_count: target_tokens is -4, but must be a finite number, 0 or more");
  EXPECT_DOMAIN_ERROR(excess_count({0, 0, 4, INFINITY}),
                      "excess_count: reference_tokens is inf, but must be a finite number, 0 or more");
  EXPECT_DOMAIN_ERROR(excess_count({NAN, 0, 4, 9}), "excess_count: target_count is nan, but must be in [0, 4]");
}

}  // namespace
}  // namespace isogloss::statistics
