#include "isogloss/statistics/quasi_poisson.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "golden_table.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;
using labels = std::vector<std::size_t>;

struct accounts {
  values tokens;
  labels groups;
};

accounts five_accounts() {
  accounts documents;
  for (const golden::row& row : golden::table("accounts_documents.csv")) {
    documents.tokens.push_back(row.number("tokens"));
    documents.groups.push_back(static_cast<std::size_t>(row.number("group")));
  }
  return documents;
}

TEST(QuasiPoisson, IsThatOfRForAllFiveAccounts) {
  const auto [tokens, groups] = five_accounts();
  for (const golden::row& row : golden::table("quasi_poisson.csv")) {
    values counts;
    for (int i = 0; i < 5; ++i) counts.push_back(row.number("count_" + std::to_string(i)));
    const quasi_poisson_test test = quasi_poisson(counts, tokens, groups);
    const golden::tolerance tight{1e-12, 1e-12};  // R's deviances cancel to about that
    EXPECT_TRUE(golden::close(test.pearson_dispersion, row.number("pearson_dispersion"), tight)) << row.text("term");
    EXPECT_TRUE(golden::close(test.dispersion, row.number("dispersion"), tight)) << row.text("term");
    EXPECT_TRUE(golden::close(test.deviance_null, row.number("deviance_null"), tight)) << row.text("term");
    EXPECT_TRUE(golden::close(test.deviance_model, row.number("deviance_model"), tight)) << row.text("term");
    EXPECT_TRUE(golden::close(test.f, row.number("f"), tight)) << row.text("term");
    EXPECT_TRUE(golden::close(test.p_value, row.number("p_value"), tight)) << row.text("term");
    EXPECT_EQ(test.df1, row.number("df1"));
    EXPECT_EQ(test.df2, row.number("df2"));
  }
}

TEST(QuasiPoisson, IsTheTestByHand) {
  // two groups of two documents of 100 tokens, counts 1, 3 | 6, 10: group means 2 and 8, overall 5
  const quasi_poisson_test test = quasi_poisson(values{1, 3, 6, 10}, values{100, 100, 100, 100}, labels{0, 0, 1, 1});
  EXPECT_NEAR(test.pearson_dispersion, (0.5 + 0.5 + 0.5 + 0.5) / 2.0, 1e-15);
  EXPECT_EQ(test.dispersion, 1.0);
  const double between = 2.0 * (4.0 * std::log(2.0 / 5.0) + 16.0 * std::log(8.0 / 5.0));
  const double within =
      2.0 * (std::log(1.0 / 2.0) + 3.0 * std::log(3.0 / 2.0) + 6.0 * std::log(6.0 / 8.0) + 10.0 * std::log(10.0 / 8.0));
  EXPECT_NEAR(test.deviance_model, within, 1e-14);
  EXPECT_NEAR(test.deviance_null, within + between, 1e-14);
  EXPECT_NEAR(test.f, between, 1e-14);
  // F(1, 2): p = 1 - sqrt(F / (F + 2))
  EXPECT_NEAR(test.p_value, 1.0 - std::sqrt(between / (between + 2.0)), 1e-14);
}

TEST(QuasiPoisson, PaysForDocumentsThatDiffer) {
  const quasi_poisson_test calm = quasi_poisson(values{10, 10, 20, 20}, values{100, 100, 100, 100}, labels{0, 0, 1, 1});
  const quasi_poisson_test wild = quasi_poisson(values{0, 20, 5, 35}, values{100, 100, 100, 100}, labels{0, 0, 1, 1});
  EXPECT_EQ(calm.dispersion, 1.0);
  EXPECT_EQ(calm.pearson_dispersion, 0.0);
  EXPECT_NEAR(wild.dispersion, (10.0 + 10.0 + 11.25 + 11.25) / 2.0, 1e-13);
  EXPECT_NEAR(wild.f, calm.f / wild.dispersion, 1e-13);
  EXPECT_GT(wild.p_value, calm.p_value);
}

TEST(QuasiPoisson, GivesFZeroWhenAllGroupsHaveTheSameRate) {
  const quasi_poisson_test test = quasi_poisson(values{1, 2, 3, 4}, values{10, 20, 30, 40}, labels{0, 0, 1, 1});
  EXPECT_EQ(test.f, 0.0);
  EXPECT_EQ(test.p_value, 1.0);
  EXPECT_EQ(test.deviance_null, 0.0);
}

TEST(QuasiPoisson, TakesAGroupWithoutTheTerm) {
  const quasi_poisson_test test = quasi_poisson(values{0, 0, 4, 4}, values{100, 100, 100, 100}, labels{0, 0, 1, 1});
  EXPECT_NEAR(test.f, 16.0 * std::log(2.0), 1e-14);
  EXPECT_EQ(test.deviance_model, 0.0);
}

TEST(QuasiPoisson, DoesNotDependOnTheOrderOfDocumentsOrTheNamesOfGroups) {
  const quasi_poisson_test test = quasi_poisson(values{1, 3, 6, 11}, values{90, 110, 100, 120}, labels{0, 0, 1, 1});
  const quasi_poisson_test other = quasi_poisson(values{11, 1, 6, 3}, values{120, 90, 100, 110}, labels{7, 42, 7, 42});
  EXPECT_NEAR(other.p_value, test.p_value, 1e-15);
  EXPECT_EQ(other.df1, 1.0);
  EXPECT_EQ(other.df2, 2.0);
}

TEST(QuasiPoisson, HasNoUseForASharedFactorOfTheTokens) {
  const quasi_poisson_test test = quasi_poisson(values{1, 3, 6, 11}, values{90, 110, 100, 120}, labels{0, 0, 1, 1});
  const quasi_poisson_test longer = quasi_poisson(values{1, 3, 6, 11}, values{180, 220, 200, 240}, labels{0, 0, 1, 1});
  EXPECT_NEAR(longer.p_value, test.p_value, 1e-15);
}

TEST(QuasiPoisson, KeepsItsDigitsAtCountsOfTenToTheTwelve) {
  // rates 1/2 +- 10^-7 of 10^12 tokens each, no variation inside groups: F = 2 * 2 * E t^2 / 2, t = 2 * 10^-7
  const double up = 5e11 + 1e5;
  const double down = 5e11 - 1e5;
  const quasi_poisson_test test =
      quasi_poisson(values{up, up, down, down}, values{1e12, 1e12, 1e12, 1e12}, labels{0, 0, 1, 1});
  EXPECT_NEAR(test.f, 2.0 * 1e12 * 4e-14, 1e-14);
  EXPECT_EQ(test.pearson_dispersion, 0.0);
}

TEST(QuasiPoisson, IsAccurateInTheFarTail) {
  // F(1, 2): p = 1 - sqrt(F / (F + 2)) = 1 / F to first order
  const quasi_poisson_test test =
      quasi_poisson(values{5e11, 5e11, 1e11, 1e11}, values{1e12, 1e12, 1e12, 1e12}, labels{0, 0, 1, 1});
  EXPECT_NEAR(test.p_value * test.f, 1.0, 1e-9);
  EXPECT_GT(test.f, 1e11);
}

TEST(QuasiPoisson, HasNoTestWithFewerThanThreeDocumentsOneGroupOrGroupsOfOne) {
  for (const quasi_poisson_test& test :
       {quasi_poisson(values{3, 4}, values{10, 10}, labels{0, 1}), quasi_poisson(values{3}, values{10}, labels{0}),
        quasi_poisson(values{3, 4, 5}, values{10, 10, 10}, labels{0, 0, 0}),
        quasi_poisson(values{3, 4, 5}, values{10, 10, 10}, labels{0, 1, 2}),
        quasi_poisson(values{}, values{}, labels{})}) {
    EXPECT_TRUE(std::isnan(test.f));
    EXPECT_TRUE(std::isnan(test.p_value));
  }
  EXPECT_GT(quasi_poisson(values{3, 4}, values{10, 10}, labels{0, 1}).deviance_null, 0.0);
  EXPECT_TRUE(std::isnan(quasi_poisson(values{3, 4}, values{10, 10}, labels{0, 1}).dispersion));
}

TEST(QuasiPoisson, DoesNotExistForATermThatOccursNowhere) {
  const quasi_poisson_test test = quasi_poisson(values{0, 0, 0}, values{10, 10, 10}, labels{0, 0, 1});
  EXPECT_TRUE(std::isnan(test.p_value));
  EXPECT_TRUE(std::isnan(test.deviance_null));
  EXPECT_EQ(test.df1, 1.0);
}

TEST(QuasiPoisson, RejectsNonsense) {
  EXPECT_DOMAIN_ERROR(quasi_poisson(values{1, 2}, values{10}, labels{0, 1}),
                      "quasi_poisson: the number of counts is 2, but must be the number of sizes, 1");
  EXPECT_DOMAIN_ERROR(quasi_poisson(values{1, 2}, values{10, 10}, labels{0}),
                      "quasi_poisson: the number of groups is 1, but must be the number of counts, 2");
  EXPECT_DOMAIN_ERROR(quasi_poisson(values{1, 0}, values{10, 0}, labels{0, 1}),
                      "quasi_poisson: sizes[1] is 0, but must be a finite number above 0");
  EXPECT_DOMAIN_ERROR(quasi_poisson(values{1, 12}, values{10, 10}, labels{0, 1}),
                      "quasi_poisson: counts[1] is 12, but must be in [0, 10]");
}

// Share of p-values below 0.05 in corpora without any difference: documents' rates vary with this coefficient of
// variation (gamma), counts are Poisson, documents of 2,000 to 8,000 tokens, `rate` occurrences a token.
double share_of_rejections(std::size_t documents_per_group, double variation, double rate) {
  std::mt19937_64 random(20240607);
  std::uniform_real_distribution<double> length(2000.0, 8000.0);
  const std::size_t n = 2 * documents_per_group;
  int tests = 0;
  int rejections = 0;
  for (int replicate = 0; replicate < 4000; ++replicate) {
    values counts(n);
    values tokens(n);
    labels groups(n);
    for (std::size_t i = 0; i < n; ++i) {
      groups[i] = i % 2;
      tokens[i] = std::floor(length(random));
      double mean = rate * tokens[i];
      if (variation > 0.0) {
        const double shape = 1.0 / (variation * variation);
        mean *= std::gamma_distribution<double>(shape, 1.0 / shape)(random);
      }
      counts[i] = std::min(tokens[i], static_cast<double>(std::poisson_distribution<long>(mean)(random)));
    }
    const double p = quasi_poisson(counts, tokens, groups).p_value;
    if (std::isnan(p)) continue;
    ++tests;
    rejections += p < 0.05 ? 1 : 0;
  }
  EXPECT_GT(tests, 3000);
  return static_cast<double>(rejections) / tests;
}

TEST(QuasiPoisson, KeepsItsLevelWhereNothingDiffers) {
  for (const std::size_t documents : {2U, 3U, 6U})
    for (const double variation : {0.0, 0.3, 0.6})
      for (const double rate : {0.001, 0.01})
        EXPECT_LE(share_of_rejections(documents, variation, rate), 0.07)
            << documents << " documents a group, CV " << variation << ", rate " << rate;
}

}  // namespace
}  // namespace isogloss::statistics
