#include "isogloss/statistics/rank_tests.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>
#include <stdexcept>
#include <vector>

#include "golden_table.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;

const values kilgarriff_target{12, 15, 18, 24, 88};
const values kilgarriff_reference{3, 3, 13, 27, 33};

// U of the ranks in `chosen` against the rest, by counting pairs.
double u_of(const std::vector<bool>& chosen) {
  double u = 0.0;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) u += chosen[i] && !chosen[j] ? 1.0 : 0.0;
  return u;
}

// P-value of u by listing every way to deal n1 + n2 ranks.
double enumerated_p_value(double u, std::size_t n1, std::size_t n2) {
  std::vector<bool> chosen(n1 + n2, false);
  std::fill(chosen.begin() + static_cast<std::ptrdiff_t>(n2), chosen.end(), true);
  double all = 0.0;
  double below = 0.0;
  double above = 0.0;
  do {
    const double other = u_of(chosen);
    all += 1.0;
    below += other <= u ? 1.0 : 0.0;
    above += other >= u ? 1.0 : 0.0;
  } while (std::next_permutation(chosen.begin(), chosen.end()));
  return std::min(1.0, 2.0 * std::min(below, above) / all);
}

TEST(Consistency, IsTheShareOfPairsInWhichTheTargetIsHigher) {
  EXPECT_DOUBLE_EQ(consistency(values{3, 5}, values{1, 4, 6}), 3.0 / 6.0);  // 3 > 1, 5 > 1, 5 > 4
  EXPECT_DOUBLE_EQ(consistency(values{3, 5}, values{1, 4}), 0.75);
}

TEST(Consistency, CountsTiesOneHalf) {
  EXPECT_DOUBLE_EQ(consistency(values{2, 2}, values{2, 2, 2}), 0.5);
  EXPECT_DOUBLE_EQ(consistency(values{2, 3}, values{2}), 0.75);
  EXPECT_DOUBLE_EQ(consistency(values{0, 0, 0}, values{0, 1}), 0.25);
}

TEST(Consistency, IsOneOrZeroWhereEveryDocumentOfOneGroupIsAboveEveryOneOfTheOther) {
  EXPECT_EQ(consistency(values{5, 9, 7}, values{1, 2}), 1.0);
  EXPECT_EQ(consistency(values{1, 2}, values{5, 9, 7}), 0.0);
  EXPECT_EQ(consistency(values{1}, values{0}), 1.0);
}

TEST(Consistency, IsOneMinusItselfFromTheReferenceAndTheSameInAnyOrder) {
  const values x{0.1, 0.3, 0.2, 0.3};
  const values y{0.3, 0.05, 0.25};
  EXPECT_DOUBLE_EQ(consistency(y, x), 1.0 - consistency(x, y));
  EXPECT_EQ(consistency(values{0.3, 0.3, 0.2, 0.1}, y), consistency(x, y));
}

TEST(Consistency, SeesEqualRatesOfDifferentCountsAsTies) {
  EXPECT_EQ(consistency(values{1.0 / 3.0}, values{2.0 / 6.0}), 0.5);
}

TEST(Consistency, DoesNotExistForAnEmptyGroup) {
  EXPECT_TRUE(std::isnan(consistency(values{}, values{1})));
  EXPECT_TRUE(std::isnan(consistency(values{1}, values{})));
}

TEST(Consistency, RejectsARateThatDoesNotExist) {
  EXPECT_DOMAIN_ERROR(consistency(values{1, NAN}, values{1}),
                      "consistency: target[1] is nan, but must be a finite number");
}

TEST(MannWhitney, HasTheRankSumOfKilgarriffsTable) {
  const mann_whitney_test test = mann_whitney(kilgarriff_target, kilgarriff_reference);
  EXPECT_EQ(test.rank_sum, 31.0);  // 2001, p. 238
  EXPECT_EQ(test.u, 16.0);
  EXPECT_FALSE(test.exact);  // 3 and 3 are tied
  // z = (3.5 - 0.5) / sqrt(25 / 12 * (11 - 6 / 90))
  EXPECT_NEAR(test.p_value, std::erfc(3.0 / std::sqrt(25.0 / 12.0 * (11.0 - 6.0 / 90.0)) / std::sqrt(2.0)), 1e-15);
}

TEST(MannWhitney, IsExactForSmallSamplesByHand) {
  const mann_whitney_test test = mann_whitney(values{4, 5, 6}, values{1, 2, 3});
  EXPECT_EQ(test.u, 9.0);
  EXPECT_TRUE(test.exact);
  EXPECT_DOUBLE_EQ(test.p_value, 2.0 / 20.0);  // the smallest that 3 + 3 documents can give
  EXPECT_DOUBLE_EQ(mann_whitney(values{2}, values{1}).p_value, 1.0);
}

TEST(MannWhitney, AgreesWithListingAllDealsOfTheRanks) {
  for (std::size_t n1 = 1; n1 <= 5; ++n1)
    for (std::size_t n2 = 1; n2 <= 6; ++n2)
      for (std::size_t shift = 0; shift <= n2; ++shift) {
        values target(n1);
        values reference(n2);
        std::iota(reference.begin(), reference.end(), 0.0);
        for (std::size_t i = 0; i < n1; ++i)
          target[i] = static_cast<double>(shift) - 0.5 + 0.01 * static_cast<double>(i);
        const mann_whitney_test test = mann_whitney(target, reference);
        ASSERT_TRUE(test.exact);
        EXPECT_EQ(test.u, static_cast<double>(n1 * shift));
        EXPECT_NEAR(test.p_value, enumerated_p_value(test.u, n1, n2), 1e-15);
      }
}

TEST(MannWhitney, HasTheCriticalValueOfTheTables) {
  // n1 = n2 = 10, 5 % two-sided: U <= 23
  const values reference{100, 101, 102, 103, 104, 105, 106, 107, 108, 109};
  const auto p_of = [&](double u) {
    // two documents above all ten, one above u - 20 of them, the rest below
    const values target{0, 1, 2, 3, 4, 5, 6, 100.0 + (u - 20.0) - 0.5, 199, 200};
    const mann_whitney_test test = mann_whitney(target, reference);
    EXPECT_EQ(test.u, u);
    EXPECT_TRUE(test.exact);
    return test.p_value;
  };
  EXPECT_LE(p_of(23), 0.05);
  EXPECT_GT(p_of(24), 0.05);
}

TEST(MannWhitney, ApproximatesFromTwentyOneValues) {
  values target(10);
  values reference(11);
  std::iota(target.begin(), target.end(), 100.0);
  std::iota(reference.begin(), reference.end(), 0.0);
  const mann_whitney_test test = mann_whitney(target, reference);
  EXPECT_FALSE(test.exact);
  EXPECT_EQ(test.u, 110.0);
  EXPECT_NEAR(test.p_value, std::erfc(54.5 / std::sqrt(110.0 * 22.0 / 12.0) / std::sqrt(2.0)), 1e-15);
}

TEST(MannWhitney, IsTheSameFromTheReference) {
  const values x{0.1, 0.35, 0.2};
  const values y{0.3, 0.05, 0.25, 0.5};
  EXPECT_EQ(mann_whitney(x, y).p_value, mann_whitney(y, x).p_value);
  EXPECT_EQ(mann_whitney(x, y).u + mann_whitney(y, x).u, 12.0);
  EXPECT_NEAR(mann_whitney(kilgarriff_target, kilgarriff_reference).p_value,
              mann_whitney(kilgarriff_reference, kilgarriff_target).p_value, 1e-15);
}

TEST(MannWhitney, HasProbabilityOneAtTheMiddle) {
  EXPECT_EQ(mann_whitney(values{1, 4}, values{2, 3}).p_value, 1.0);        // exact, U = 2 of 4
  EXPECT_EQ(mann_whitney(values{1, 1, 2}, values{1, 1, 2}).p_value, 1.0);  // approximate, with ties
}

TEST(MannWhitney, DoesNotExistForAnEmptyGroupOrEqualValues) {
  EXPECT_TRUE(std::isnan(mann_whitney(values{}, values{1}).p_value));
  EXPECT_TRUE(std::isnan(mann_whitney(values{}, values{1}).u));
  EXPECT_TRUE(std::isnan(mann_whitney(values{2, 2}, values{2, 2}).p_value));
  EXPECT_EQ(mann_whitney(values{2, 2}, values{2, 2}).u, 2.0);
}

TEST(MannWhitney, IsTheSameWithoutItsZeros) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::array<values, 2> groups, positive;
    for (std::size_t g = 0; g < 2; ++g) {
      const std::size_t n = random() % (round % 2 == 0 ? 8 : 200);
      const unsigned distinct = round % 3 == 0 ? 5 : 1'000'000;
      const auto zeros = 1 + random() % 10;
      for (std::size_t i = 0; i < n; ++i) {
        groups[g].push_back(random() % zeros > 1 ? 0.0 : 0.1 * static_cast<double>(random() % distinct));
        if (groups[g].back() > 0) positive[g].push_back(groups[g].back());
      }
    }
    const auto whole = mann_whitney(groups[0], groups[1]);
    const auto sparse = mann_whitney({positive[0], groups[0].size()}, {positive[1], groups[1].size()});
    EXPECT_EQ(whole.exact, sparse.exact);
    if (!std::isnan(whole.u)) {
      EXPECT_EQ(whole.u, sparse.u);
      EXPECT_EQ(whole.rank_sum, sparse.rank_sum);
    }
    EXPECT_EQ(std::isnan(whole.p_value), std::isnan(sparse.p_value));
    if (!std::isnan(whole.p_value)) {
      EXPECT_EQ(whole.p_value, sparse.p_value);
    }
  }
}

TEST(MannWhitney, RejectsZerosAmongWhatIsNotAndMoreValuesThanThereAre) {
  EXPECT_THROW(static_cast<void>(mann_whitney({values{0}, 2}, {values{1}, 2})), std::domain_error);
  EXPECT_THROW(static_cast<void>(mann_whitney({values{1}, 2}, {values{NAN}, 2})), std::domain_error);
  EXPECT_THROW(static_cast<void>(mann_whitney({values{1, 2}, 1}, {values{1}, 2})), std::domain_error);
}

TEST(MannWhitney, RejectsARateThatDoesNotExist) {
  EXPECT_DOMAIN_ERROR(mann_whitney(values{1}, values{INFINITY}),
                      "mann_whitney: reference[0] is inf, but must be a finite number");
}

}  // namespace
}  // namespace isogloss::statistics
