#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>

#include "golden_table.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/chi_squared.hpp"
#include "isogloss/statistics/fisher.hpp"
#include "isogloss/statistics/log_likelihood.hpp"
#include "keyness_rows.hpp"

/// Where other programs give other numbers, and which rule of theirs accounts for it: docs/parity.md.
namespace isogloss::statistics {
namespace {

double expected_count(const contingency& t) {
  return t.count() * t.target_tokens / t.tokens();
}

double sign(const contingency& t) {
  return t.target_count > expected_count(t) ? 1.0 : -1.0;
}

bool has_an_empty_cell(const contingency& t) {
  return std::min({t.target_count, t.reference_count, t.target_others(), t.reference_others()}) == 0.0;
}

double smallest_expected(const contingency& t) {
  return std::min(t.count(), t.tokens() - t.count()) * std::min(t.target_tokens, t.reference_tokens) / t.tokens();
}

// quanteda.textstats 0.97.2: 2 sum O ln(O / E + 1e-9)
double quanteda_log_likelihood(const contingency& t) {
  const auto cell = [&](double o, double row, double column) {
    return x_log_y(o, o / (row * column / t.tokens()) + 1e-9);
  };
  const double others = t.tokens() - t.count();
  return 2.0 * (cell(t.target_count, t.count(), t.target_tokens) + cell(t.target_others(), others, t.target_tokens) +
                cell(t.reference_count, t.count(), t.reference_tokens) +
                cell(t.reference_others(), others, t.reference_tokens));
}

double williams_q(const contingency& t) {
  const double n = t.tokens();
  const double rows = n / t.count() + n / (n - t.count()) - 1.0;
  const double columns = n / t.target_tokens + n / t.reference_tokens - 1.0;
  return 1.0 + rows * columns / (6.0 * n);
}

double quanteda_q(const contingency& t) {
  return has_an_empty_cell(t) ? 1.0 : williams_q(t);
}

bool quanteda_corrects(const contingency& t) {
  return std::abs(excess_count(t)) >= 0.5 && smallest_expected(t) < 5.0;  // |ad - bc| >= N / 2
}

TEST(Parity, QuantedaAddsATinyNumberInsideTheLogarithmsOfG2) {
  for (const golden::row& row : golden::table("keyness.csv")) {
    const contingency t = table_of(row);
    EXPECT_NEAR(row.number("quanteda_lr_none"), sign(t) * quanteda_log_likelihood(t), 1e-9) << name_of(row);
    const double surplus = std::abs(row.number("quanteda_lr_none")) - log_likelihood(t);
    EXPECT_NEAR(surplus, 2e-9 * t.tokens(), 1e-6) << name_of(row);
  }
}

TEST(Parity, QuantedaCorrectsAfterYatesOnlyWhereAnExpectedCellIsBelowFive) {
  int corrected = 0;
  int uncorrected = 0;
  for (const golden::row& row : golden::table("keyness.csv")) {
    const contingency t = table_of(row);
    const double ours = quanteda_corrects(t) ? chi_squared_yates(t) : chi_squared(t);
    EXPECT_TRUE(golden::close(row.number("quanteda_chi2_yates"), sign(t) * ours, {1e-12, 1e-12})) << name_of(row);
    (quanteda_corrects(t) ? corrected : uncorrected) += 1;
  }
  EXPECT_GT(corrected, 20);
  EXPECT_GT(uncorrected, 20);
}

TEST(Parity, QuantedaMultipliesChiSquaredByWilliamssQAndDividesG2ByIt) {
  int with_an_empty_cell = 0;
  int without = 0;
  for (const golden::row& row : golden::table("keyness.csv")) {
    if (!row.has("quanteda_chi2_williams")) continue;
    const contingency t = table_of(row);
    EXPECT_TRUE(
        golden::close(row.number("quanteda_chi2_williams"), sign(t) * chi_squared(t) * quanteda_q(t), {1e-12, 1e-12}))
        << name_of(row);
    EXPECT_NEAR(row.number("quanteda_lr_williams"), sign(t) * quanteda_log_likelihood(t) / quanteda_q(t), 1e-9)
        << name_of(row);
    (has_an_empty_cell(t) ? with_an_empty_cell : without) += 1;
  }
  EXPECT_GT(with_an_empty_cell, 5);
  EXPECT_GT(without, 20);
}

TEST(Parity, WilliamssQNeedsOnlyTheMarginsAndIsUsedForEmptyCellsToo) {
  constexpr contingency t{8, 0, 8170, 18371};
  EXPECT_EQ(quanteda_q(t), 1.0);
  EXPECT_NEAR(log_likelihood_williams(t), log_likelihood(t) / williams_q(t), 1e-13);
  EXPECT_GT(log_likelihood(t) - log_likelihood_williams(t), 0.5);
}

TEST(Parity, QuantedasDefaultCorrectionIsYatesThoughItsHelpSaysWilliams) {
  double farthest = 0.0;
  int compared = 0;
  for (const golden::row& row : golden::table("keyness.csv")) {
    if (!row.has("quanteda_lr_default")) continue;
    ++compared;
    EXPECT_EQ(row.number("quanteda_lr_default"), row.number("quanteda_lr_yates")) << name_of(row);
    farthest = std::max(farthest, std::abs(row.number("quanteda_lr_default") - row.number("quanteda_lr_williams")));
  }
  EXPECT_GE(compared, 50);
  EXPECT_GT(farthest, 1.0);
}

TEST(Parity, OneMinusTheDistributionFunctionIsZeroWhereTheUpperTailIsNot) {
  EXPECT_EQ(1.0 - boost::math::cdf(boost::math::chi_squared(1.0), 100.0), 0.0);  // what quanteda prints as p
  EXPECT_TRUE(golden::close(chi_squared_p_value(100.0), std::erfc(std::sqrt(50.0)), {1e-13}));
}

TEST(Parity, FisherTestsOddsRatioIsRightToThreeDigits) {
  double farthest = 0.0;
  for (const golden::row& row : golden::table("keyness.csv")) {
    if (!row.has("fisher_test_odds_ratio")) continue;
    const double ours = conditional_odds_ratio(table_of(row));
    EXPECT_TRUE(golden::close(row.number("fisher_test_odds_ratio"), ours, {4e-4})) << name_of(row);
    EXPECT_EQ(row.number("quanteda_exact"), row.number("fisher_test_odds_ratio"));
    if (std::isfinite(ours) && ours > 0.0)
      farthest = std::max(farthest, std::abs(row.number("fisher_test_odds_ratio") / ours - 1.0));
  }
  EXPECT_GT(farthest, 1e-5);  // not rounding: the tolerance of its uniroot
}

// 4 occurrences against none in 1000 tokens each. quanteda 4.3.1 "lr" with its default correction: 2.54.
TEST(Parity, QuantedasDefaultHalvesTheG2OfARareTerm) {
  EXPECT_NEAR(log_likelihood({4, 0, 1000, 1000}), 5.55, 0.005);
  // Yates: each cell half nearer to what is expected of it.
  EXPECT_NEAR(log_likelihood({3.5, 0.5, 1000, 1000}), 2.54, 0.005);
}

}  // namespace
}  // namespace isogloss::statistics
