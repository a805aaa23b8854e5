#include "isogloss/statistics/welch.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "golden_table.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;

TEST(Welch, IsTheTestByHand) {
  // means 3 and 6, variances 2.5 and 10, n = 5: t = -3 / sqrt(0.5 + 2), df = 2.5^2 / (0.5^2 / 4 + 2^2 / 4)
  const welch_test test = welch(values{1, 2, 3, 4, 5}, values{2, 4, 6, 8, 10});
  EXPECT_NEAR(test.statistic, -3.0 / std::sqrt(2.5), 1e-15);
  EXPECT_NEAR(test.degrees_of_freedom, 6.25 / 1.0625, 1e-14);
  EXPECT_NEAR(test.p_value, 0.1075, 5e-5);
}

TEST(Welch, HasThePValueInClosedFormForTwoDegreesOfFreedom) {
  // df = 2 where both groups have two values and equal variance: p = 1 - |t| / sqrt(2 + t^2)
  const welch_test test = welch(values{0, 2}, values{10, 12});
  EXPECT_NEAR(test.statistic, -10.0 / std::sqrt(2.0), 1e-14);
  EXPECT_NEAR(test.degrees_of_freedom, 2.0, 1e-15);
  EXPECT_NEAR(test.p_value, 1.0 - std::sqrt(50.0 / 52.0), 1e-15);
}

TEST(Welch, HasThePValueInClosedFormForOneDegreeOfFreedom) {
  // one group without variance leaves df = n - 1 of the other: p = 2 / pi * atan(1 / |t|)
  const welch_test test = welch(values{0, 2}, values{5, 5, 5});
  EXPECT_NEAR(test.degrees_of_freedom, 1.0, 1e-15);
  EXPECT_NEAR(test.statistic, -4.0, 1e-15);
  EXPECT_NEAR(test.p_value, 2.0 / std::acos(-1.0) * std::atan(0.25), 1e-15);
}

TEST(Welch, IsAccurateInTheFarTail) {
  // df = 2 and huge t: p = 1 - t / sqrt(2 + t^2) = 1 / t^2 to first order
  const double t2 = 1e24 / 2.0;
  EXPECT_NEAR(welch(values{0, 2}, values{1e12, 1e12 + 2}).p_value * t2, 1.0, 1e-9);
}

TEST(Welch, ChangesSignWhenTargetAndReferenceAreSwapped) {
  const values x{0.1, 0.3, 0.2};
  const values y{0.3, 0.05, 0.25, 0.9};
  EXPECT_DOUBLE_EQ(welch(x, y).statistic, -welch(y, x).statistic);
  EXPECT_DOUBLE_EQ(welch(x, y).p_value, welch(y, x).p_value);
}

TEST(Welch, DoesNotDependOnTheUnit) {
  const welch_test share = welch(values{1e-100, 3e-100}, values{2e-100, 7e-100, 4e-100});
  const welch_test million = welch(values{1, 3}, values{2, 7, 4});
  EXPECT_NEAR(share.degrees_of_freedom, million.degrees_of_freedom, 1e-13);
}

TEST(Welch, GivesZeroForEqualMeans) {
  const welch_test test = welch(values{1, 3}, values{0, 4});
  EXPECT_EQ(test.statistic, 0.0);
  EXPECT_DOUBLE_EQ(test.p_value, 1.0);
}

TEST(Welch, DoesNotExistForASingleDocumentOrWithoutVariance) {
  for (const welch_test& test : {welch(values{1}, values{1, 2}), welch(values{1, 2}, values{}),
                                 welch(values{0.1, 0.1, 0.1}, values{0.3, 0.3})}) {
    EXPECT_TRUE(std::isnan(test.statistic));
    EXPECT_TRUE(std::isnan(test.degrees_of_freedom));
    EXPECT_TRUE(std::isnan(test.p_value));
  }
}

TEST(Welch, RejectsARateThatDoesNotExist) {
  EXPECT_DOMAIN_ERROR(welch(values{1, NAN}, values{1, 2}), "welch: target[1] is nan, but must be a finite number");
}

}  // namespace
}  // namespace isogloss::statistics
