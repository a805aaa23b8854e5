#include "isogloss/statistics/fisher.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "golden_table.hpp"
#include "isogloss/statistics/chi_squared.hpp"
#include "isogloss/statistics/effect_sizes.hpp"
#include "isogloss/statistics/log_likelihood.hpp"
#include "keyness_rows.hpp"

namespace isogloss::statistics {
namespace {

constexpr contingency pedersen{1, 3, 4, 4};

long double choose(int n, int k) {
  long double ways = 1;
  for (int i = 1; i <= k; ++i) ways = ways * static_cast<long double>(n - k + i) / static_cast<long double>(i);
  return std::round(ways);
}

// Weights C(n1, x) C(n2, r - x) psi^x of all tables with the margins, from x = lowest.
struct brute_force {
  int lowest;
  std::vector<long double> weights;

  brute_force(int r, int n1, int n2, long double psi = 1) : lowest(std::max(0, r - n2)) {
    for (int x = lowest; x <= std::min(r, n1); ++x)
      weights.push_back(choose(n1, x) * choose(n2, r - x) * std::pow(psi, static_cast<long double>(x)));
  }
  template <class Counts>
  [[nodiscard]] double share(Counts counts) const {
    long double all = 0;
    long double some = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      all += weights[i];
      if (counts(lowest + static_cast<int>(i), weights[i])) some += weights[i];
    }
    return static_cast<double>(some / all);
  }
  [[nodiscard]] double mean() const {
    long double all = 0;
    long double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      all += weights[i];
      sum += weights[i] * static_cast<long double>(lowest + static_cast<int>(i));
    }
    return static_cast<double>(sum / all);
  }
};

template <class Check>
void for_all_small_tables(Check check) {
  for (int n1 = 1; n1 <= 9; ++n1)
    for (int n2 = 1; n2 <= 9; ++n2)
      for (int a = 0; a <= n1; ++a)
        for (int b = 0; b <= n2; ++b) check(a, b, n1, n2);
}

contingency table_of(int a, int b, int n1, int n2) {
  return {static_cast<double>(a), static_cast<double>(b), static_cast<double>(n1), static_cast<double>(n2)};
}

TEST(FisherExact, IsThatOfPedersensTable) {
  EXPECT_NEAR(fisher_exact(pedersen), 34.0 / 70.0, 1e-15);
  EXPECT_NEAR(fisher_exact(pedersen, alternative::less), 17.0 / 70.0, 1e-15);
  EXPECT_NEAR(fisher_exact(pedersen, alternative::greater), 69.0 / 70.0, 1e-15);
}

TEST(FisherExact, AgreesWithBruteForceOverAllSmallTables) {
  for_all_small_tables([](int a, int b, int n1, int n2) {
    const contingency t = table_of(a, b, n1, n2);
    const brute_force all(a + b, n1, n2);
    const long double observed = all.weights[static_cast<std::size_t>(a - all.lowest)];
    EXPECT_NEAR(fisher_exact(t), all.share([&](int, long double w) { return w <= observed * 1.0000001L; }), 1e-14);
    EXPECT_NEAR(fisher_exact(t, alternative::less), all.share([&](int x, long double) { return x <= a; }), 1e-14);
    EXPECT_NEAR(fisher_exact(t, alternative::greater), all.share([&](int x, long double) { return x >= a; }), 1e-14);
  });
}

TEST(FisherExact, IsThatOfRForRareTermsOfAllFiveAccounts) {
  int compared = 0;
  for (const golden::row& row : golden::table("keyness.csv")) {
    if (!row.has("fisher_exact")) continue;
    ++compared;
    EXPECT_TRUE(golden::close(fisher_exact(statistics::table_of(row)), row.number("fisher_exact"), {1e-12}))
        << name_of(row);
  }
  EXPECT_GE(compared, 50);
}

TEST(FisherExact, IsOneWhereTheMarginsAllowOneTableOnly) {
  for (const contingency& t : {contingency{0, 0, 5, 7}, {5, 7, 5, 7}, {0, 3, 0, 7}, {3, 0, 7, 0}, {0, 0, 0, 0}})
    for (const alternative side : {alternative::two_sided, alternative::less, alternative::greater})
      EXPECT_EQ(fisher_exact(t, side), 1.0);
}

TEST(FisherExact, IsOneAtTheMostProbableTable) {
  EXPECT_EQ(fisher_exact({5, 10, 100, 200}), 1.0);
  EXPECT_EQ(fisher_exact({5e11, 5e11, 1e12, 1e12}), 1.0);
}

TEST(FisherExact, KeepsItsDigitsInTheFarTail) {
  // all n occurrences in the target, none in the reference: 1 / C(2n, n), here with n = 500: 10^-299.4
  double log_p = 0.0;
  for (int i = 1; i <= 500; ++i) log_p += std::log(i / (500.0 + i));
  EXPECT_NEAR(std::log(fisher_exact({500, 0, 500, 500}, alternative::greater)), log_p, 1e-11);
  EXPECT_NEAR(std::log(fisher_exact({500, 0, 500, 500}) / 2.0), log_p, 1e-11);
}

TEST(FisherExact, ApproachesTheNormalTailAtCountsOfTenToTheTwelve) {
  // P(X >= a) with continuity correction; the next term of the expansion is of the order 1 / sd = 10^-6
  const double n = 1e12;
  const double sd = std::sqrt(n * n * n * n / (4.0 * n * n * (2.0 * n - 1.0)));
  const double z = 2.0;
  const double a = n / 2.0 + std::round(z * sd);
  const double corrected = (a - 0.5 - n / 2.0) / sd;
  const double tail = 0.5 * std::erfc(corrected / std::sqrt(2.0));
  EXPECT_NEAR(fisher_exact({a, n - a, n, n}, alternative::greater) / tail, 1.0, 1e-9);
  EXPECT_NEAR(fisher_exact({a, n - a, n, n}) / (2.0 * tail), 1.0, 1e-6);
}

TEST(FisherExact, IsTheSameFromTheReferenceWithItsSidesExchanged) {
  const contingency t{7, 2, 100, 90};
  EXPECT_DOUBLE_EQ(fisher_exact(t.swapped()), fisher_exact(t));
  EXPECT_DOUBLE_EQ(fisher_exact(t.swapped(), alternative::less), fisher_exact(t, alternative::greater));
}

TEST(FisherExact, LeavesOneTableToBothSides) {
  // P(X <= a) + P(X >= a) = 1 + P(X = a); 4 C(4, 1) ... of pedersen: 16 / 70
  EXPECT_NEAR(fisher_exact(pedersen, alternative::less) + fisher_exact(pedersen, alternative::greater),
              1.0 + 16.0 / 70.0, 1e-15);
}

TEST(FisherExact, RejectsFractionsAndImpossibleTables) {
  EXPECT_DOMAIN_ERROR(fisher_exact({1.5, 0, 4, 9}), "fisher_exact: target_count is 1.5, but must be a whole number");
  EXPECT_DOMAIN_ERROR(fisher_exact({5, 0, 4, 9}), "fisher_exact: target_count is 5, but must be in [0, 4]");
}

TEST(ConditionalOddsRatio, ReproducesTheObservedCountInAllSmallTables) {
  int solved = 0;
  for_all_small_tables([&](int a, int b, int n1, int n2) {
    const double psi = conditional_odds_ratio(table_of(a, b, n1, n2));
    if (!(psi > 0.0) || std::isinf(psi)) return;
    ++solved;
    const brute_force weighted(a + b, n1, n2, psi);
    EXPECT_NEAR(weighted.mean(), a, 1e-13) << a << " " << b << " " << n1 << " " << n2;
  });
  EXPECT_GT(solved, 1000);
}

TEST(ConditionalOddsRatio, IsTheRootByHand) {
  // a = 1 of r = 2 from n1 = n2 = 2: weights 1, 4 psi, psi^2; the mean is 1 at psi = 1.
  EXPECT_NEAR(conditional_odds_ratio({1, 1, 2, 2}), 1.0, 1e-15);
  // a = 1 of r = 2 from n1 = 2, n2 = 3: weights 3, 6 psi, psi^2; 6 psi + 2 psi^2 = 3 + 6 psi + psi^2 at psi = sqrt 3
  EXPECT_NEAR(conditional_odds_ratio({1, 1, 2, 3}), std::sqrt(3.0), 1e-15);
}

TEST(ConditionalOddsRatio, IsTheExactEstimateForRareTermsOfAllFiveAccounts) {
  int compared = 0;
  for (const golden::row& row : golden::table("keyness.csv")) {
    if (!row.has("conditional_odds_ratio")) continue;
    ++compared;
    EXPECT_TRUE(
        golden::close(conditional_odds_ratio(statistics::table_of(row)), row.number("conditional_odds_ratio"), {1e-13}))
        << name_of(row);
  }
  EXPECT_GE(compared, 50);
}

TEST(ConditionalOddsRatio, ApproachesTheSampleRatioInLargeTables) {
  const contingency t{40000, 10000, 1e8, 1e8};
  EXPECT_NEAR(conditional_odds_ratio(t) / odds_ratio(t), 1.0, 1e-7);
  EXPECT_LT(conditional_odds_ratio(t), odds_ratio(t));
}

TEST(ConditionalOddsRatio, IsInvertedFromTheReference) {
  EXPECT_NEAR(conditional_odds_ratio({7, 2, 100, 90}) * conditional_odds_ratio({2, 7, 90, 100}), 1.0, 1e-14);
}

TEST(ConditionalOddsRatio, HasItsLimits) {
  EXPECT_EQ(conditional_odds_ratio({0, 5, 10, 20}), 0.0);
  EXPECT_EQ(conditional_odds_ratio({5, 0, 10, 20}), INFINITY);
  EXPECT_TRUE(std::isnan(conditional_odds_ratio({0, 0, 10, 20})));
  EXPECT_TRUE(std::isnan(conditional_odds_ratio({0, 5, 0, 20})));
}

TEST(ConditionalOddsRatio, RejectsFractions) {
  EXPECT_DOMAIN_ERROR(conditional_odds_ratio({1, 0, 4, 9.5}),
                      "conditional_odds_ratio: reference_tokens is 9.5, but must be a whole number");
}

}  // namespace
}  // namespace isogloss::statistics
