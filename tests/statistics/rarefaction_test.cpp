#include "isogloss/statistics/rarefaction.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <vector>

#include "golden_table.hpp"
#include "isogloss/statistics/diversity.hpp"
#include "spectra.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;

// Mean number of types over all samples of n tokens, each listed as a set of bits.
double listed_types(const std::vector<int>& tokens, int n) {
  double samples = 0.0;
  double types = 0.0;
  for (unsigned sample = 0; sample < 1U << tokens.size(); ++sample) {
    if (std::popcount(sample) != n) continue;
    unsigned seen = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if ((sample >> i & 1U) != 0) seen |= 1U << tokens[i];
    samples += 1.0;
    types += std::popcount(seen);
  }
  return types / samples;
}

TEST(ExpectedTypes, IsTheMeanOverAllSamples) {
  const std::vector<int> tokens{0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5};
  for (int n = 0; n <= 12; ++n)
    EXPECT_NEAR(expected_types(values{4, 3, 2, 1, 1, 1}, n), listed_types(tokens, n), 1e-14) << n;
}

TEST(ExpectedTypes, IsThatOfRForAllFiveAccounts) {
  for (const golden::row& row : golden::table("diversity.csv")) {
    const values counts = spectra::counts_of(row.text("document"));
    EXPECT_TRUE(golden::close(expected_types(counts, 42), row.number("expected_types_42"), {1e-13}));
    EXPECT_TRUE(golden::close(hd_d(counts), row.number("hd_d"), {1e-13}));
  }
}

TEST(ExpectedTypes, RunsFromNoneToTheWholeVocabulary) {
  const values john = spectra::john_1_latin();
  EXPECT_EQ(expected_types(john, 0), 0.0);
  EXPECT_NEAR(expected_types(john, 1), 1.0, 1e-13);
  EXPECT_EQ(expected_types(john, 755), 331.0);
  double fewer = 0.0;
  for (double n = 1; n <= 755; n += 1.0) {
    const double types = expected_types(john, n);
    EXPECT_GT(types, fewer);
    EXPECT_LE(types, n * (1.0 + 1e-13));
    fewer = types;
  }
}

TEST(ExpectedTypes, FallsByTheShareOfTokensThatAreAloneInTheTextWhenOneTokenIsTakenAway) {
  // E(V) - E(V_{N-1}) = V_1 / N: the last token is a hapax that often
  EXPECT_NEAR(expected_types(spectra::john_1_latin(), 754), 331.0 - 212.0 / 755.0, 1e-12);
}

TEST(ExpectedTypes, IsTheSameByProductAndByDeviance) {
  // count 80 and sample 90 take the second way; the recurrence P(n + 1) = P(n) (N - f - n) / (N - n) checks it
  const double tokens = 5000.0;
  const double count = 80.0;
  double missed = 1.0;
  for (double n = 0; n < 90; n += 1.0) missed *= (tokens - count - n) / (tokens - n);
  // no sample of 90 leaves out 4920 of 5000 tokens
  EXPECT_NEAR(expected_types(values{count, tokens - count}, 90) - 1.0, 1.0 - missed, 1e-14);
}

TEST(ExpectedTypes, KeepsTheRareTypesOfALongText) {
  // a hapax among 10^12 tokens is met with probability n / N
  const double hapax = expected_types(values{1e12 - 1, 1}, 42) - 1.0;
  EXPECT_NEAR(hapax, 42e-12, 1e-15);  // the sum has 16 digits, 1 of them before the point
  EXPECT_TRUE(golden::close(expected_types(values(3, 1e12), 1e11), 3.0, {1e-15}));
}

TEST(ExpectedTypes, DoesNotExistForATextShorterThanTheSample) {
  EXPECT_TRUE(std::isnan(expected_types(values{3, 1}, 5)));
  EXPECT_TRUE(std::isnan(expected_types(values{}, 1)));
  EXPECT_EQ(expected_types(values{}, 0), 0.0);
  EXPECT_EQ(expected_types(values{3, 1}, 4), 2.0);
}

TEST(ExpectedTypes, RejectsFractions) {
  EXPECT_DOMAIN_ERROR(expected_types(values{1.5}, 1), "expected_types: counts[0] is 1.5, but must be a whole number");
  EXPECT_DOMAIN_ERROR(expected_types(values{4}, 1.5),
                      "expected_types: sample_tokens is 1.5, but must be a whole number");
  EXPECT_DOMAIN_ERROR(expected_types(values{4}, -1),
                      "expected_types: sample_tokens is -1, but must be a finite number, 0 or more");
}

TEST(HdD, IsThatOfWordlessForFiveTypesOfTwentyTokens) {
  EXPECT_NEAR(hd_d(values{20, 20, 20, 20, 20}), 0.1190472088, 5e-11);
}

TEST(HdD, IsTheMeanTypeTokenRatioOfSamplesByHand) {
  // 3 + 1 tokens, samples of 2: half hold the single token
  EXPECT_NEAR(hd_d(values{3, 1}, 2), 0.5 * (0.5 * 1.0 + 0.5 * 2.0), 1e-15);
}

TEST(HdD, RunsFromOneTypeToNoRepetition) {
  EXPECT_NEAR(hd_d(values{100}), 1.0 / 42.0, 1e-16);
  EXPECT_NEAR(hd_d(values(100, 1.0)), 1.0, 1e-14);
}

TEST(HdD, DoesNotExistForATextShorterThanTheSample) {
  EXPECT_TRUE(std::isnan(hd_d(values(41, 1.0))));
  EXPECT_NEAR(hd_d(values(42, 1.0)), 1.0, 1e-15);
}

TEST(HdD, RejectsASampleOfNothing) {
  EXPECT_DOMAIN_ERROR(hd_d(values{4}, 0), "hd_d: sample_tokens is 0, but must be a finite number above 0");
  EXPECT_DOMAIN_ERROR(hd_d(values{-4}), "hd_d: counts[0] is -4, but must be a finite number, 0 or more");
}

}  // namespace
}  // namespace isogloss::statistics
