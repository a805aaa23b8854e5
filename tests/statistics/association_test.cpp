#include "isogloss/statistics/association.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

#include "golden_table.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

struct named_measure {
  const char* name;
  double (*of)(const cooccurrence&);
};

constexpr std::array measures = {named_measure{"expected_count", expected_count},
                                 named_measure{"log_likelihood", log_likelihood},
                                 named_measure{"simple_log_likelihood", simple_log_likelihood},
                                 named_measure{"t_score", t_score},
                                 named_measure{"z_score", z_score},
                                 named_measure{"mutual_information", mutual_information},
                                 named_measure{"mi3", mi3},
                                 named_measure{"npmi", npmi},
                                 named_measure{"log_dice", log_dice},
                                 named_measure{"delta_p_collocate_given_node", delta_p_collocate_given_node},
                                 named_measure{"delta_p_node_given_collocate", delta_p_node_given_collocate}};

constexpr double tokens_of_accounts = 26541;

cooccurrence pair_of(const golden::row& row) {
  return {row.number("observed_count"), row.number("node_count"), row.number("collocate_count"), tokens_of_accounts,
          10};
}

TEST(Association, IsThatOfRForAllFiveAccounts) {
  for (const golden::row& row : golden::table("collocations.csv")) {
    for (const auto& [name, of] : measures) {
      // R's sums of logarithms cancel: terms of 10^4 leave 10^-11
      const golden::tolerance allowed{1e-12, std::string(name).ends_with("log_likelihood") ? 2e-11 : 1e-14};
      EXPECT_TRUE(golden::close(of(pair_of(row)), row.number(name), allowed))
          << name << ' ' << row.text("node") << ' ' << row.text("collocate");
    }
  }
}

// f12 = 8, f1 = 1105, f2 = 44, N = 15 million, one token wide
TEST(Association, IsTheMutualInformationOfChurchAndHanks) {
  const cooccurrence pair{8, 1105, 44, 15e6, 1};
  EXPECT_NEAR(mutual_information(pair), 11.26919689, 5e-9);
  EXPECT_NEAR(mutual_information(pair), std::log2(8 * 15e6 / (1105.0 * 44.0)), 1e-14);
  EXPECT_NEAR(mi3(pair), mutual_information(pair) + 6.0, 1e-14);
}

TEST(Association, IsTheTableByHand) {
  // O 2, f1 2, f2 4, N 40, S 2: E = 0.4, R1 = 4; cells 2, 2 | 2, 34
  const cooccurrence pair{2, 2, 4, 40, 2};
  EXPECT_DOUBLE_EQ(expected_count(pair), 0.4);
  EXPECT_NEAR(log_likelihood(pair), 2 * (2 * std::log(2 / 0.4) + 4 * std::log(2 / 3.6) + 34 * std::log(34 / 32.4)),
              1e-13);
  EXPECT_NEAR(simple_log_likelihood(pair), 2 * (2 * std::log(5.0) - 1.6), 1e-14);
  EXPECT_NEAR(t_score(pair), 1.6 / std::sqrt(2.0), 1e-15);
  EXPECT_NEAR(z_score(pair), 1.6 / std::sqrt(0.4), 1e-15);
  EXPECT_NEAR(npmi(pair), std::log2(5.0) / std::log2(20.0), 1e-15);
  EXPECT_NEAR(log_dice(pair), 14 + std::log2(4.0 / 6.0), 1e-15);
  EXPECT_NEAR(delta_p_collocate_given_node(pair), 2.0 / 4 - 2.0 / 36, 1e-15);
  EXPECT_NEAR(delta_p_node_given_collocate(pair), 2.0 / 4 - 2.0 / 36, 1e-15);
}

TEST(Association, IsZeroWhereObservedIsExpected) {
  const cooccurrence pair{4, 10, 20, 500, 10};
  for (const auto of : {log_likelihood, simple_log_likelihood, t_score, z_score, mutual_information, npmi,
                        delta_p_collocate_given_node, delta_p_node_given_collocate})
    EXPECT_NEAR(of(pair), 0.0, 1e-16);
}

TEST(Association, HasItsLimitsWhereTheTwoNeverMeet) {
  const cooccurrence pair{0, 10, 20, 1000, 10};
  EXPECT_EQ(mutual_information(pair), -infinity);
  EXPECT_EQ(mi3(pair), -infinity);
  EXPECT_EQ(log_dice(pair), -infinity);
  EXPECT_EQ(t_score(pair), -infinity);
  EXPECT_EQ(npmi(pair), -1.0);
  EXPECT_DOUBLE_EQ(simple_log_likelihood(pair), 4.0);
  EXPECT_DOUBLE_EQ(z_score(pair), -std::sqrt(2.0));
}

TEST(Association, HasItsLimitsWhereTheTwoAreNeverApart) {
  const cooccurrence pair{10, 10, 10, 1000, 1};
  EXPECT_DOUBLE_EQ(log_dice(pair), 14.0);
  EXPECT_DOUBLE_EQ(npmi(pair), 1.0);
  EXPECT_DOUBLE_EQ(delta_p_collocate_given_node(pair), 1.0);
  EXPECT_DOUBLE_EQ(delta_p_node_given_collocate(pair), 1.0);
}

TEST(Association, DoesNotExistWhereACellIsNegative) {
  EXPECT_TRUE(std::isnan(log_likelihood({2, 46, 1, 26541, 10})));  // more often in windows than at all
  EXPECT_TRUE(std::isnan(log_likelihood({3, 10, 5, 90, 10})));     // windows hold more than the text
  EXPECT_TRUE(std::isnan(log_likelihood({0, 9, 20, 100, 10})));    // 20 elsewhere, where there are 10
  EXPECT_FALSE(std::isnan(simple_log_likelihood({2, 46, 1, 26541, 10})));
}

TEST(Association, DoesNotExistWithoutNodeCollocateOrText) {
  for (const cooccurrence& pair : {cooccurrence{0, 0, 0, 100, 10}, cooccurrence{0, 0, 0, 0, 10}}) {
    for (const auto of : {t_score, z_score, mutual_information, mi3, npmi, log_dice, delta_p_collocate_given_node,
                          delta_p_node_given_collocate})
      EXPECT_TRUE(std::isnan(of(pair)));
  }
  EXPECT_TRUE(std::isnan(expected_count({0, 0, 0, 0, 10})));
  EXPECT_TRUE(std::isnan(log_likelihood({0, 0, 5, 100, 10})));
}

// Windows one token wide are alike from either side.
TEST(Association, KnowsNoSidesButForDeltaP) {
  const cooccurrence pair{7, 20, 50, 1000, 1};
  const cooccurrence swapped{7, 50, 20, 1000, 1};
  for (const auto of :
       {log_likelihood, simple_log_likelihood, t_score, z_score, mutual_information, mi3, npmi, log_dice})
    EXPECT_NEAR(of(pair), of(swapped), 1e-13);
  EXPECT_NEAR(delta_p_collocate_given_node(pair), delta_p_node_given_collocate(swapped), 1e-16);
}

TEST(Association, GrowsWithTheCorpusWhereItIsEvidenceAndNotWhereItIsSize) {
  const cooccurrence pair{7, 20, 50, 1000, 4};
  const cooccurrence twice{14, 40, 100, 2000, 4};
  EXPECT_NEAR(log_likelihood(twice), 2 * log_likelihood(pair), 1e-12);
  EXPECT_NEAR(simple_log_likelihood(twice), 2 * simple_log_likelihood(pair), 1e-12);
  EXPECT_NEAR(t_score(twice), std::sqrt(2.0) * t_score(pair), 1e-13);
  for (const auto of : {mutual_information, npmi, log_dice, delta_p_collocate_given_node, delta_p_node_given_collocate})
    EXPECT_NEAR(of(twice), of(pair), 1e-14);
}

TEST(Association, KeepsItsDigitsAtCountsOfTenToTheTwelve) {
  // O = E (1 + 10^-7): 2 (O ln(O/E) - (O - E)) = E 10^-14 (1 - 10^-7 / 3)
  const cooccurrence pair{1e9 + 100, 1e10, 1e11, 1e13, 10};
  EXPECT_NEAR(simple_log_likelihood(pair) / (1e9 * 1e-14), 1.0, 1e-7);
}

TEST(Association, RejectsNonsense) {
  EXPECT_DOMAIN_ERROR(log_dice({-1, 2, 3, 10, 2}), "log_dice: observed_count is -1, but must be in [0, 4]");
  EXPECT_DOMAIN_ERROR(t_score({5, 2, 3, 10, 2}), "t_score: observed_count is 5, but must be in [0, 4]");
  EXPECT_DOMAIN_ERROR(npmi({1, -2, 3, 10, 2}), "npmi: node_count is -2, but must be a finite number, 0 or more");
  EXPECT_DOMAIN_ERROR(mi3({1, 2, 3, 10, 0}), "mi3: window is 0, but must be in [1, 1e+09]");
}

}  // namespace
}  // namespace isogloss::statistics
