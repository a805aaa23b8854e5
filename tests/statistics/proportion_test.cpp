#include "isogloss/statistics/proportion.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace isogloss::statistics {
namespace {

// Newcombe (1998), table I, method 3; printed with four digits.
TEST(WilsonInterval, EqualsTheTableOfNewcombe) {
  struct example {
    double successes, n, low, high;
  };
  for (const auto& e : {example{81, 263, 0.2553, 0.3662}, example{15, 148, 0.0624, 0.1605},
                        example{0, 20, 0.0000, 0.1611}, example{1, 29, 0.0061, 0.1718}}) {
    const auto ends = wilson_interval(e.successes, e.n);
    EXPECT_NEAR(ends.low, e.low, 5e-5) << e.successes;
    EXPECT_NEAR(ends.high, e.high, 5e-5) << e.successes;
  }
}

TEST(WilsonInterval, ReachesTheBoundsExactlyAndIsSymmetric) {
  EXPECT_EQ(wilson_interval(0, 7).low, 0);
  EXPECT_EQ(wilson_interval(7, 7).high, 1);
  EXPECT_NEAR(wilson_interval(2, 7).low, 1 - wilson_interval(5, 7).high, 1e-15);
  // n = 1, none: z^2 / (1 + z^2)
  EXPECT_NEAR(wilson_interval(0, 1).high, 3.841458820694124 / 4.841458820694124, 1e-14);
}

TEST(WilsonInterval, DoesNotExistOfNothing) {
  EXPECT_TRUE(std::isnan(wilson_interval(0, 0).low));
  EXPECT_TRUE(std::isnan(wilson_interval(0, 0).high));
  EXPECT_THROW((void)wilson_interval(3, 2), std::domain_error);
  EXPECT_THROW((void)wilson_interval(-1, 2), std::domain_error);
  EXPECT_THROW((void)wilson_interval(0, -1), std::domain_error);
}

}  // namespace
}  // namespace isogloss::statistics
