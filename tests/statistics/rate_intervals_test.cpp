#include "isogloss/statistics/rate_intervals.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace isogloss::statistics {
namespace {

resample_weights weights_of(std::size_t n_segments, std::uint32_t replicates = 1000) {
  nesting n{std::vector<std::size_t>(n_segments, 0), {0}, {0}};
  return resample_within(n, 1, random_study::targets, replicates);
}

TEST(RateIntervals, AreThePercentilesOfResampledRates) {
  const Eigen::MatrixXd y = Eigen::Vector4d(1, 0, 3, 2);
  const Eigen::MatrixXd n = Eigen::Vector4d(10, 20, 10, 40);
  const auto w = weights_of(4);
  std::vector<double> rates;
  for (Eigen::Index r = 0; r < w.rows(); ++r) {
    double hits = 0, tokens = 0;
    for (Eigen::Index i = 0; i < 4; ++i) {
      hits += static_cast<double>(w(r, i)) * y(i, 0);
      tokens += static_cast<double>(w(r, i)) * n(i, 0);
    }
    rates.push_back(hits / tokens);
  }
  const auto expected = percentile_interval(rates);
  const auto found = rate_intervals(y, n, w).at(0);
  EXPECT_DOUBLE_EQ(found.low, expected.low);
  EXPECT_DOUBLE_EQ(found.high, expected.high);
  const auto wide = rate_intervals(y, n, w, 2).at(0);
  EXPECT_DOUBLE_EQ(wide.low, 6.0 / 80 + 2 * (expected.low - 6.0 / 80));
}

// 400 segments of one token, 100 of them hits: the sum of a resample is binomial(400, 1/4), sd 8.66, so its 95 %
// interval is 83 to 117 (qbinom(c(.025, .975), 400, .25)); 1,000 replicates know the ends to about 1.
TEST(RateIntervals, OfSumsHaveTheBinomialsEnds) {
  Eigen::MatrixXd y = Eigen::MatrixXd::Zero(400, 1);
  y.topRows(100).setOnes();
  const auto found = sum_intervals(y, weights_of(400)).at(0);
  EXPECT_NEAR(found.low, 83, 2.5);
  EXPECT_NEAR(found.high, 117, 2.5);
}

TEST(RateIntervals, DoNotExistWithoutAnythingToDraw) {
  const Eigen::MatrixXd none = Eigen::MatrixXd::Zero(4, 1);
  const Eigen::MatrixXd ones = Eigen::MatrixXd::Ones(4, 1);
  EXPECT_TRUE(std::isnan(rate_intervals(none, ones, weights_of(4)).at(0).low)) << "no hits";
  EXPECT_TRUE(std::isnan(sum_intervals(none, weights_of(4)).at(0).low)) << "no hits";
  EXPECT_TRUE(std::isnan(rate_intervals(ones.topRows(1), ones.topRows(1), weights_of(1)).at(0).low)) << "one segment";
  EXPECT_TRUE(std::isnan(rate_intervals(ones, ones, weights_of(4, 10)).at(0).low)) << "few replicates";
  Eigen::MatrixXd one_mention = none;
  one_mention(0, 0) = 1;
  EXPECT_TRUE(std::isnan(rate_intervals(one_mention, one_mention, weights_of(4)).at(0).low))
      << "a third of the resamples have no denominator";
}

TEST(RateIntervals, RequireEqualShapes) {
  const Eigen::MatrixXd y = Eigen::MatrixXd::Ones(3, 1);
  EXPECT_THROW((void)rate_intervals(y, y, weights_of(4)), std::invalid_argument);
  EXPECT_THROW((void)rate_intervals(y, Eigen::MatrixXd::Ones(3, 2), weights_of(3)), std::invalid_argument);
}

}  // namespace
}  // namespace isogloss::statistics
