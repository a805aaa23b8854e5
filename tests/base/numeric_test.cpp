#include "isogloss/base/numeric.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace isogloss {
namespace {

long double exact_deviance(long double x, long double m) {
  return x * std::log(x / m) - (x - m);
}

TEST(XLogY, IsZeroForAZeroCountWhateverFollows) {
  EXPECT_EQ(x_log_y(0, 0), 0);
  EXPECT_EQ(x_log_y(0, infinity), 0);
  EXPECT_EQ(x_log_y(0, not_a_number), 0);
  EXPECT_DOUBLE_EQ(x_log_y(3, 2), 3 * std::log(2));
  EXPECT_EQ(x_log_y(3, 0), -infinity);
}

TEST(XLog2X, IsZeroAtZeroAndOne) {
  EXPECT_EQ(x_log2_x(0), 0);
  EXPECT_EQ(x_log2_x(1), 0);
  EXPECT_EQ(x_log2_x(8), 24);
  EXPECT_EQ(x_log2_x(0.25), -0.5);
}

TEST(IsWhole, TakesCountsAndRefusesFractionsAndWhatIsNoNumber) {
  EXPECT_TRUE(is_whole(0));
  EXPECT_TRUE(is_whole(-3));
  EXPECT_TRUE(is_whole(1e300));
  EXPECT_FALSE(is_whole(0.5));
  EXPECT_FALSE(is_whole(infinity));
  EXPECT_FALSE(is_whole(not_a_number));
}

TEST(DifferenceOfProducts, IsExactWherePlainArithmeticCancels) {
  const double a = 94906267;  // a^2 needs more than 53 bits
  EXPECT_EQ(difference_of_products(a, a, a - 1, a + 1), 1);
  EXPECT_EQ(difference_of_products(1 + 0x1p-30, 1 - 0x1p-30, 1, 1), -0x1p-60);
  EXPECT_EQ(difference_of_products(3, 5, 7, 2), 1);
}

TEST(DevianceTerm, AgreesWithLongDouble) {
  for (const double m : {0.01, 1.0, 7.5, 1000.0}) {
    for (const double ratio : {1e-6, 0.3, 0.79, 0.83, 1.19, 1.23, 2.0, 1e6}) {
      const double x = m * ratio;
      const auto expected = static_cast<double>(exact_deviance(x, m));
      EXPECT_NEAR(deviance_term(x, m, x - m), expected, 4e-15 * std::abs(expected)) << x << " of " << m;
    }
  }
}

// D(x, m) = d^2 / (2 m) (1 - d / (3 m) + ...), d = x - m
TEST(DevianceTerm, IsRightToFirstOrderAtCountsOfTenToThe12) {
  const double m = 1e12;
  for (const double d : {1.0, -3.0, 1000.0}) {
    const double expected = d * d / (2 * m) * (1 - d / (3 * m));
    EXPECT_NEAR(deviance_term(m + d, m, d), expected, 1e-15 * expected);
  }
}

TEST(DevianceTerm, IsZeroWhereObservedIsExpectedAndNeverNegative) {
  EXPECT_EQ(deviance_term(5, 5, 0), 0);
  EXPECT_EQ(deviance_term(0, 0, 0), 0);
  EXPECT_GT(deviance_term(5, std::nextafter(5.0, 6.0), 5 - std::nextafter(5.0, 6.0)), 0);
}

TEST(DevianceTerm, OfNothingObservedIsTheExpectation) {
  EXPECT_EQ(deviance_term(0, 2.5, -2.5), 2.5);
}

TEST(DevianceTerm, IsSmoothWhereTheExpansionTakesOver) {
  const double m = 1;
  const double edge = 1.1 / 0.9;  // (x - m) = 0.1 (x + m)
  const double below = edge * (1 - 1e-12);
  const double above = edge * (1 + 1e-12);
  EXPECT_NEAR(deviance_term(below, m, below - m), static_cast<double>(exact_deviance(below, m)), 1e-16);
  EXPECT_NEAR(deviance_term(above, m, above - m), static_cast<double>(exact_deviance(above, m)), 1e-16);
}

}  // namespace
}  // namespace isogloss
