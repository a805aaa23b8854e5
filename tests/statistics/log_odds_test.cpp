#include "isogloss/statistics/log_odds.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "golden_table.hpp"
#include "keyness_rows.hpp"

namespace isogloss::statistics {
namespace {

constexpr double pooled_tokens = 26541.0;

dirichlet_prior prior_of(const golden::row& row) {
  const double pooled = table_of(row).count();
  if (row.text("prior") == "pooled") return {pooled, pooled_tokens};
  return {500.0 * pooled / pooled_tokens, 500.0};
}

TEST(WeightedLogOdds, AreThoseOfRForAllFiveAccountsWithBothPriors) {
  for (const golden::row& row : golden::table("log_odds.csv")) {
    const log_odds_difference d = weighted_log_odds(table_of(row), prior_of(row));
    EXPECT_TRUE(golden::close(d.delta, row.number("delta"), {1e-12, 1e-14})) << name_of(row);
    EXPECT_TRUE(golden::close(d.variance, row.number("variance"), {1e-14})) << name_of(row);
    EXPECT_TRUE(golden::close(d.z, row.number("z"), {1e-12, 1e-14})) << name_of(row);
  }
}

TEST(WeightedLogOdds, AreTheFormulaByHand) {
  // y + a: 4 and 2; n + a0 - y - a: 10 + 8 - 4 = 14 and 12 + 8 - 2 = 18
  const log_odds_difference d = weighted_log_odds({3, 1, 10, 12}, {1, 8});
  EXPECT_NEAR(d.delta, std::log(4.0 / 14.0) - std::log(2.0 / 18.0), 1e-15);
  EXPECT_DOUBLE_EQ(d.variance, 0.75);
  EXPECT_NEAR(d.z, d.delta / std::sqrt(0.75), 1e-15);
}

TEST(WeightedLogOdds, AreZeroForEqualCorpora) {
  EXPECT_EQ(weighted_log_odds({5, 5, 100, 100}, {2, 50}).delta, 0.0);
  EXPECT_EQ(weighted_log_odds({5, 5, 100, 100}, {2, 50}).z, 0.0);
}

TEST(WeightedLogOdds, ChangeSignWhenTargetAndReferenceAreSwapped) {
  const contingency t{7, 2, 100, 90};
  const log_odds_difference there = weighted_log_odds(t, {3, 60});
  const log_odds_difference back = weighted_log_odds(t.swapped(), {3, 60});
  EXPECT_NEAR(back.delta, -there.delta, 1e-15);
  EXPECT_NEAR(back.z, -there.z, 1e-15);
  EXPECT_DOUBLE_EQ(back.variance, there.variance);
}

TEST(WeightedLogOdds, ShrinkWithAStrongerPrior) {
  const contingency t{7, 2, 100, 90};
  EXPECT_LT(weighted_log_odds(t, {30, 600}).delta, weighted_log_odds(t, {3, 60}).delta);
  EXPECT_GT(weighted_log_odds(t, {30, 600}).delta, 0.0);
}

TEST(WeightedLogOdds, ApproachTheSampleLogOddsRatioUnderAWeakPriorAndHugeCounts) {
  const log_odds_difference d = weighted_log_odds({4e11, 1e11, 1e12, 1e12}, {1e-6, 1e-3});
  EXPECT_NEAR(d.delta, std::log(6.0), 1e-14);
  EXPECT_NEAR(d.variance, 1.25e-11, 1e-25);
}

TEST(WeightedLogOdds, TakeATermOfNeitherCorpus) {
  // equal corpora and only the prior: no difference
  EXPECT_EQ(weighted_log_odds({0, 0, 100, 100}, {2, 50}).delta, 0.0);
}

TEST(WeightedLogOdds, DoNotExistWhereNothingButTheTermIsLeft) {
  const log_odds_difference d = weighted_log_odds({5, 3, 5, 9}, {2, 2});
  EXPECT_TRUE(std::isnan(d.delta));
  EXPECT_TRUE(std::isnan(d.z));
  EXPECT_DOUBLE_EQ(d.variance, 1.0 / 7.0 + 1.0 / 5.0);
}

TEST(WeightedLogOdds, RejectNonsense) {
  EXPECT_DOMAIN_ERROR(weighted_log_odds({5, 0, 4, 9}, {1, 2}),
                      "weighted_log_odds: target_count is 5, but must be in [0, 4]");
  EXPECT_DOMAIN_ERROR(weighted_log_odds({1, 0, 4, 9}, {0, 2}),
                      "weighted_log_odds: prior count is 0, but must be a finite number above 0");
  EXPECT_DOMAIN_ERROR(weighted_log_odds({1, 0, 4, 9}, {3, 2}),
                      "weighted_log_odds: prior tokens is 2, but must be in [3, 1.7976931348623157e+308]");
}

}  // namespace
}  // namespace isogloss::statistics
