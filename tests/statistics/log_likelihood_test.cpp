#include "isogloss/statistics/log_likelihood.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "golden_table.hpp"
#include "keyness_rows.hpp"

namespace isogloss::statistics {
namespace {

// "d1: b 7, a 3; d2: a 7, b 2", word b: the table of quanteda's own tests
constexpr contingency small{7, 2, 10, 9};
constexpr contingency dunning{10, 3, 10, 31767};

TEST(LogLikelihood, IsThatOfDunningsTable) {
  EXPECT_NEAR(log_likelihood(dunning), 167.2298039, 5e-8);
}

TEST(LogLikelihood, IsThatOfOtherProgramsOnASmallTable) {
  EXPECT_NEAR(log_likelihood(small), 4.534939332, 5e-10);
  EXPECT_NEAR(log_likelihood({10, 5, 100, 200}), 7.329811674, 5e-10);
}

TEST(LogLikelihood, IsTheSumOfItsFourCellsByHand) {
  // a 1, b 3, c 3, d 1: every E = 2, so G2 = 2 (2 ln(1/2) + 6 ln(3/2))
  EXPECT_NEAR(log_likelihood({1, 3, 4, 4}), 12.0 * std::log(1.5) - 4.0 * std::log(2.0), 1e-14);
}

TEST(LogLikelihood, IsThatOfRForAllFiveAccounts) {
  for (const golden::row& row : golden::table("keyness.csv"))
    EXPECT_TRUE(golden::close(log_likelihood(table_of(row)), row.number("log_likelihood"), {1e-12, 2e-11}))
        << name_of(row);  // R's sum cancels: terms of 10^4 leave 10^-11
}

TEST(LogLikelihood, KeepsItsDigitsWhereRLosesSome) {
  // 50 decimal digits; R's plain sum has 0.0090291138156997 and 0.0016371894549356
  EXPECT_TRUE(golden::close(log_likelihood({1, 2, 8170, 18371}), 0.009029113809401265374, {1e-14}));
  EXPECT_TRUE(golden::close(log_likelihood({5, 11, 8170, 18371}), 0.001637189461013189827, {1e-14}));
}

TEST(LogLikelihood, IsZeroWhenRelativeFrequenciesAreEqual) {
  EXPECT_EQ(log_likelihood({5, 10, 100, 200}), 0.0);
  EXPECT_EQ(log_likelihood({1e11, 3e11, 1e12, 3e12}), 0.0);
  EXPECT_EQ(log_likelihood({100, 200, 100, 200}), 0.0);
}

TEST(LogLikelihood, TakesATermAbsentFromTheReference) {
  // a = n1 = 1, b = 0, d = 1: 2 (ln 2 + ln 2)
  EXPECT_NEAR(log_likelihood({1, 0, 1, 1}), 4.0 * std::log(2.0), 1e-15);
}

TEST(LogLikelihood, IsZeroForATermThatOccursNowhere) {
  EXPECT_EQ(log_likelihood({0, 0, 10, 20}), 0.0);
}

TEST(LogLikelihood, DoesNotExistForAnEmptyCorpus) {
  EXPECT_TRUE(std::isnan(log_likelihood({0, 5, 0, 10})));
  EXPECT_TRUE(std::isnan(log_likelihood({5, 0, 10, 0})));
}

TEST(LogLikelihood, KeepsItsDigitsAtCountsOfTenToTheTwelve) {
  // excess t E in all cells of n1 = n2 = 10^12, E = 5 * 10^11: G2 = 2 * 4 * E (t^2/2 + t^4/12 + ...), odd powers cancel
  const double excess = 1e5;
  const double expected = 5e11;
  const double t = excess / expected;
  const contingency table{expected + excess, expected - excess, 1e12, 1e12};
  EXPECT_NEAR(log_likelihood(table) / (4.0 * expected * t * t), 1.0, 1e-14);
}

TEST(LogLikelihood, DoublesWithBothCorpora) {
  for (const contingency& t : {small, dunning, contingency{10, 5, 100, 200}}) {
    const contingency twice{2 * t.target_count, 2 * t.reference_count, 2 * t.target_tokens, 2 * t.reference_tokens};
    EXPECT_NEAR(log_likelihood(twice), 2.0 * log_likelihood(t), 1e-13 * log_likelihood(twice));
  }
}

TEST(LogLikelihood, IsTheSameFromTheReference) {
  EXPECT_DOUBLE_EQ(log_likelihood(dunning.swapped()), log_likelihood(dunning));
}

TEST(LogLikelihood, IsTheSameForAllOtherTerms) {
  EXPECT_DOUBLE_EQ(log_likelihood({3, 7, 10, 9}), log_likelihood({7, 2, 10, 9}));
}

TEST(LogLikelihood, RejectsACountAboveItsCorpusSize) {
  EXPECT_DOMAIN_ERROR(log_likelihood({5, 0, 4, 9}), "log_likelihood: target_count is 5, but must be in [0, 4]");
}

TEST(LogLikelihoodTwoCell, IsUcrelsFormulaByHand) {
  // E_a = 5, E_b = 10: 2 (10 ln 2 + 5 ln(1/2)) = 10 ln 2
  EXPECT_NEAR(log_likelihood_two_cell({10, 5, 100, 200}), 10.0 * std::log(2.0), 1e-14);
}

TEST(LogLikelihoodTwoCell, DiffersFromFourCellsOnASmallTable) {
  EXPECT_NEAR(log_likelihood(small), 4.53, 0.005);
  EXPECT_NEAR(log_likelihood_two_cell(small), 2.44, 0.005);
}

TEST(LogLikelihoodTwoCell, LeavesOutTheCellsOfTheOtherTerms) {
  const double others = log_likelihood_two_cell({3, 7, 10, 9});
  EXPECT_NEAR(log_likelihood_two_cell(small) + others, log_likelihood(small), 1e-14);
}

TEST(LogLikelihoodTwoCell, IsZeroWhenRelativeFrequenciesAreEqual) {
  EXPECT_EQ(log_likelihood_two_cell({5, 10, 100, 200}), 0.0);
  EXPECT_EQ(log_likelihood_two_cell({0, 0, 100, 200}), 0.0);
}

TEST(LogLikelihoodTwoCell, TakesATermAbsentFromTheTarget) {
  // 2 b ln(N / n2)
  EXPECT_NEAR(log_likelihood_two_cell({0, 5, 100, 200}), 10.0 * std::log(1.5), 1e-14);
}

TEST(LogLikelihoodTwoCell, DoublesWithBothCorporaAndIsTheSameFromTheReference) {
  EXPECT_NEAR(log_likelihood_two_cell({20, 10, 200, 400}), 20.0 * std::log(2.0), 1e-14);
  EXPECT_NEAR(log_likelihood_two_cell({5, 10, 200, 100}), 10.0 * std::log(2.0), 1e-14);
}

TEST(LogLikelihoodTwoCell, DoesNotExistForAnEmptyCorpusAndRejectsNonsense) {
  EXPECT_TRUE(std::isnan(log_likelihood_two_cell({0, 5, 0, 10})));
  EXPECT_DOMAIN_ERROR(log_likelihood_two_cell({0, 11, 4, 9}),
                      "log_likelihood_two_cell: reference_count is 11, but must be in [0, 9]");
}

TEST(LogLikelihoodWilliams, IsThatOfOtherProgramsOnASmallTable) {
  EXPECT_NEAR(log_likelihood_williams(small), 4.200833412, 5e-10);
}

TEST(LogLikelihoodWilliams, DividesByQByHand) {
  // every margin 4 of N = 8: q = 1 + 3 * 3 / 48 = 19/16
  EXPECT_NEAR(log_likelihood_williams({1, 3, 4, 4}), log_likelihood({1, 3, 4, 4}) * 16.0 / 19.0, 1e-14);
}

TEST(LogLikelihoodWilliams, IsThatOfRForAllFiveAccounts) {
  int compared = 0;
  for (const golden::row& row : golden::table("keyness.csv")) {
    if (!row.has("log_likelihood_williams")) continue;
    ++compared;
    EXPECT_TRUE(
        golden::close(log_likelihood_williams(table_of(row)), row.number("log_likelihood_williams"), {1e-12, 2e-11}))
        << name_of(row);
  }
  EXPECT_GE(compared, 50);
}

TEST(LogLikelihoodWilliams, IsZeroForATermThatOccursNowhereAndNaNForAnEmptyCorpus) {
  EXPECT_EQ(log_likelihood_williams({0, 0, 10, 20}), 0.0);
  EXPECT_TRUE(std::isnan(log_likelihood_williams({0, 5, 0, 10})));
}

TEST(LogLikelihoodWilliams, RejectsNonsense) {
  EXPECT_DOMAIN_ERROR(log_likelihood_williams({5, 0, 4, 9}),
                      "log_likelihood_williams: target_count is 5, but must be in [0, 4]");
}

TEST(BayesInformationCriterion, IsLogLikelihoodLessTheLogarithmOfTheTokens) {
  EXPECT_NEAR(bayes_information_criterion({10, 5, 100, 200}), 7.329811674 - std::log(300.0), 5e-10);
  EXPECT_NEAR(bayes_information_criterion({5, 10, 100, 200}), -std::log(300.0), 1e-14);
}

TEST(BayesInformationCriterion, DoesNotExistForAnEmptyCorpusAndRejectsNonsense) {
  EXPECT_TRUE(std::isnan(bayes_information_criterion({0, 0, 0, 0})));
  EXPECT_DOMAIN_ERROR(bayes_information_criterion({5, 0, 4, 9}),
                      "bayes_information_criterion: target_count is 5, but must be in [0, 4]");
}

}  // namespace
}  // namespace isogloss::statistics
