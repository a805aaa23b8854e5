#include "isogloss/statistics/chi_squared.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "golden_table.hpp"
#include "isogloss/statistics/log_likelihood.hpp"
#include "keyness_rows.hpp"

namespace isogloss::statistics {
namespace {

TEST(ChiSquared, IsNWhereTheTermIsAllOfOneCorpusAndNoneOfTheOther) {
  EXPECT_NEAR(chi_squared({3, 0, 3, 31774}), 31777.0, 1e-10);  // Dunning 1993, p. 73
}

TEST(ChiSquared, IsThatOfOtherProgramsOnASmallTable) {
  EXPECT_NEAR(chi_squared({7, 2, 10, 9}), 4.337160494, 5e-10);
  EXPECT_NEAR(chi_squared({7, 2, 10, 9}), 19.0 * 43.0 * 43.0 / (9.0 * 10.0 * 10.0 * 9.0), 1e-14);
}

TEST(ChiSquared, IsThatOfRForAllFiveAccounts) {
  for (const golden::row& row : golden::table("keyness.csv"))
    EXPECT_TRUE(golden::close(chi_squared(table_of(row)), row.number("chi_squared"), {1e-12, 1e-13})) << name_of(row);
}

TEST(ChiSquared, IsZeroWhenRelativeFrequenciesAreEqual) {
  EXPECT_EQ(chi_squared({5, 10, 100, 200}), 0.0);
}

TEST(ChiSquared, DoublesWithBothCorporaAndIsTheSameFromTheReference) {
  EXPECT_DOUBLE_EQ(chi_squared({14, 4, 20, 18}), 2.0 * chi_squared({7, 2, 10, 9}));
  EXPECT_DOUBLE_EQ(chi_squared({2, 7, 9, 10}), chi_squared({7, 2, 10, 9}));
}

TEST(ChiSquared, KeepsItsDigitsAtCountsOfTenToTheTwelve) {
  // excess^2 (4 / E), with E = 5 * 10^11 and excess 10^5: 0.08
  EXPECT_NEAR(chi_squared({5e11 + 1e5, 5e11 - 1e5, 1e12, 1e12}), 0.08, 1e-15);
}

TEST(ChiSquared, DoesNotExistWhereAMarginIsEmpty) {
  for (const contingency& t : {contingency{0, 0, 5, 7}, {5, 7, 5, 7}, {0, 3, 0, 7}, {3, 0, 7, 0}}) {
    EXPECT_TRUE(std::isnan(chi_squared(t)));
    EXPECT_TRUE(std::isnan(chi_squared_yates(t)));
  }
}

TEST(ChiSquared, RejectsACountAboveItsCorpusSize) {
  EXPECT_DOMAIN_ERROR(chi_squared({5, 0, 4, 9}), "chi_squared: target_count is 5, but must be in [0, 4]");
  EXPECT_DOMAIN_ERROR(chi_squared_yates({5, 0, 4, 9}), "chi_squared_yates: target_count is 5, but must be in [0, 4]");
}

TEST(ChiSquaredYates, IsThatOfPedersensTable) {
  EXPECT_NEAR(chi_squared_yates({1, 3, 4, 4}), 0.5, 1e-15);  // Pedersen 1996, p. 10
}

TEST(ChiSquaredYates, IsThatOfRForAllFiveAccounts) {
  EXPECT_NEAR(chi_squared_yates({7, 2, 10, 9}), 2.632438272, 5e-10);
  for (const golden::row& row : golden::table("keyness.csv"))
    EXPECT_TRUE(golden::close(chi_squared_yates(table_of(row)), row.number("chi_squared_yates"), {1e-12, 1e-13}))
        << name_of(row);
}

TEST(ChiSquaredYates, NeverOvershootsZero) {
  // a = 1, E_a = 3 * 10 / 25 = 1.2: the difference is below 1/2
  EXPECT_EQ(chi_squared_yates({1, 2, 10, 15}), 0.0);
  EXPECT_GT(chi_squared({1, 2, 10, 15}), 0.0);
}

TEST(ChiSquaredPValue, IsThatOfRForAllFiveAccounts) {
  for (const golden::row& row : golden::table("keyness.csv")) {
    const contingency t = table_of(row);
    EXPECT_TRUE(
        golden::close(chi_squared_p_value(row.number("log_likelihood")), row.number("log_likelihood_p_value"), {1e-13}))
        << name_of(row);
    EXPECT_TRUE(golden::close(chi_squared_p_value(chi_squared(t)), row.number("chi_squared_p_value"), {1e-12}))
        << name_of(row);
    // R's G2 is good to 1e-11, and the slope of p is steep where G2 is near 0: see LogLikelihood
    EXPECT_TRUE(
        golden::close(chi_squared_p_value(log_likelihood(t)), row.number("log_likelihood_p_value"), {1e-12, 2e-10}))
        << name_of(row);
  }
}

TEST(ChiSquaredPValue, HasTheCriticalValuesOfTheTextbooks) {
  EXPECT_TRUE(golden::close(chi_squared_p_value(3.841459), 0.05, {1e-6}));
  EXPECT_TRUE(golden::close(chi_squared_p_value(6.634897), 0.01, {1e-6}));
  EXPECT_TRUE(golden::close(chi_squared_p_value(10.827566), 0.001, {1e-6}));
  EXPECT_TRUE(golden::close(chi_squared_p_value(15.136705), 0.0001, {1e-6}));
}

TEST(ChiSquaredPValue, IsAccurateInTheFarTail) {
  // erfc(sqrt(x / 2)) for one degree of freedom; exp(-x / 2) for two
  for (const double x : {1e-8, 1.0, 50.0, 400.0, 1300.0}) {
    EXPECT_TRUE(golden::close(chi_squared_p_value(x), std::erfc(std::sqrt(x / 2.0)), {1e-13})) << x;
    EXPECT_TRUE(golden::close(chi_squared_p_value(x, 2.0), std::exp(-x / 2.0), {1e-13})) << x;
  }
  EXPECT_LT(chi_squared_p_value(1370.0), 1e-299);
  EXPECT_GT(chi_squared_p_value(1370.0), 1e-301);
}

TEST(ChiSquaredPValue, HasItsLimits) {
  EXPECT_EQ(chi_squared_p_value(0.0), 1.0);
  EXPECT_EQ(chi_squared_p_value(1e12), 0.0);
  EXPECT_EQ(chi_squared_p_value(INFINITY), 0.0);
  EXPECT_TRUE(std::isnan(chi_squared_p_value(NAN)));
}

TEST(ChiSquaredPValue, RejectsANegativeStatisticAndNoDegreesOfFreedom) {
  EXPECT_DOMAIN_ERROR(chi_squared_p_value(-1.0), "chi_squared_p_value: statistic is -1, but must be in [0, inf]");
  EXPECT_DOMAIN_ERROR(chi_squared_p_value(1.0, 0.0),
                      "chi_squared_p_value: degrees_of_freedom is 0, but must be a finite number above 0");
}

}  // namespace
}  // namespace isogloss::statistics
