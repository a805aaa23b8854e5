#include "isogloss/statistics/multiple_testing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "golden_table.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;

// The definition: smallest p_(k) m / k over all k whose p_(k) is not below this p.
double by_definition(double p, const values& all) {
  values sorted = all;
  std::sort(sorted.begin(), sorted.end());
  double smallest = 1.0;
  for (std::size_t k = 1; k <= sorted.size(); ++k)
    if (sorted[k - 1] >= p)
      smallest = std::min(smallest, sorted[k - 1] * static_cast<double>(sorted.size()) / static_cast<double>(k));
  return smallest;
}

TEST(BenjaminiHochberg, RejectsTheFirstFourOfItsAuthorsExample) {
  // Benjamini & Hochberg 1995, section 3.1: 15 p-values, four rejected at 0.05
  const values p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
  const values q = benjamini_hochberg(p);
  EXPECT_EQ(std::count_if(q.begin(), q.end(), [](double x) { return x <= 0.05; }), 4);
  EXPECT_NEAR(q[0], 0.0015, 1e-15);
  EXPECT_NEAR(q[3], 0.0095 * 15.0 / 4.0, 1e-15);
  EXPECT_NEAR(q[4], 0.0201 * 15.0 / 5.0, 1e-15);
  EXPECT_NEAR(q[5], 0.0298 * 15.0 / 7.0, 1e-15);  // not 0.0278 * 15 / 6, which is larger than the next
  EXPECT_EQ(q[14], 1.0);
}

TEST(BenjaminiHochberg, IsItsDefinitionForRandomValuesWithTies) {
  std::mt19937_64 random(1995);
  for (int round = 0; round < 50; ++round) {
    values p(20);
    for (double& x : p) x = std::round(std::uniform_real_distribution<double>(0.0, 1.0)(random) * 12.0) / 12.0;
    const values q = benjamini_hochberg(p);
    for (std::size_t i = 0; i < p.size(); ++i) EXPECT_NEAR(q[i], by_definition(p[i], p), 1e-15);
  }
}

TEST(BenjaminiHochberg, KeepsTheOrderOfTheInput) {
  const values q = benjamini_hochberg(values{0.9, 0.01, 0.04, 0.02});
  EXPECT_NEAR(q[1], 0.04, 1e-15);
  EXPECT_NEAR(q[3], 0.04, 1e-15);
  EXPECT_NEAR(q[2], 0.04 * 4.0 / 3.0, 1e-15);
  EXPECT_NEAR(q[0], 0.9, 1e-15);
}

TEST(BenjaminiHochberg, LeavesOutTestsThatWereNotMade) {
  const values q = benjamini_hochberg(values{0.01, NAN, 0.04, NAN});
  EXPECT_NEAR(q[0], 0.02, 1e-15);  // two tests, not four
  EXPECT_NEAR(q[2], 0.04, 1e-15);
  EXPECT_TRUE(std::isnan(q[1]));
  EXPECT_TRUE(std::isnan(q[3]));
}

TEST(BenjaminiHochberg, NeverExceedsOneNorFallsBelowP) {
  const values p{0.0, 0.5, 0.97, 1.0, 1e-300};
  const values q = benjamini_hochberg(p);
  for (std::size_t i = 0; i < p.size(); ++i) {
    EXPECT_LE(q[i], 1.0);
    EXPECT_GE(q[i], p[i]);
  }
  EXPECT_EQ(q[0], 0.0);
  EXPECT_DOUBLE_EQ(q[4], 2.5e-300);
}

TEST(BenjaminiHochberg, GivesASingleTestItsP) {
  EXPECT_EQ(benjamini_hochberg(values{0.3}), values{0.3});
  EXPECT_TRUE(benjamini_hochberg(values{}).empty());
}

TEST(BenjaminiHochberg, RejectsWhatIsNoProbability) {
  EXPECT_DOMAIN_ERROR(benjamini_hochberg(values{0.1, 1.5}),
                      "benjamini_hochberg: p_value is 1.5, but must be in [0, 1]");
  EXPECT_DOMAIN_ERROR(benjamini_hochberg(values{-0.1}), "benjamini_hochberg: p_value is -0.1, but must be in [0, 1]");
}

}  // namespace
}  // namespace isogloss::statistics
