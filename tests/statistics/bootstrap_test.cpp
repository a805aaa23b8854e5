#include "isogloss/statistics/bootstrap.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "isogloss/statistics/jackknife.hpp"

namespace isogloss::statistics {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<double> up_to(int n) {
  std::vector<double> values(static_cast<std::size_t>(n));
  std::iota(values.begin(), values.end(), 1.0);
  return values;
}

TEST(Quantile, IsRsTypeSeven) {
  const std::vector<double> values = {1, 2, 4, 8};
  EXPECT_EQ(quantile(values, 0), 1);
  EXPECT_EQ(quantile(values, 1), 8);
  EXPECT_EQ(quantile(values, 0.5), 3);
  EXPECT_NEAR(quantile(values, 0.9), 6.8, 1e-15);  // R: quantile(c(1,2,4,8), .9)
  EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
}

TEST(PercentileInterval, CutsTwoAndAHalfPercentAtEitherEnd) {
  const auto ends = percentile_interval(up_to(1001));
  EXPECT_NEAR(ends.low, 26, 1e-12);
  EXPECT_NEAR(ends.high, 976, 1e-12);
}

TEST(PercentileInterval, DoesNotExistForFewReplicatesOrWhereManyHaveNoNumber) {
  EXPECT_TRUE(std::isnan(percentile_interval(up_to(39)).low));
  EXPECT_FALSE(std::isnan(percentile_interval(up_to(40)).low));
  auto some = up_to(100);
  for (std::size_t i = 0; i < 5; ++i) some[i] = nan;
  EXPECT_FALSE(std::isnan(percentile_interval(some).high));
  some[50] = nan;
  EXPECT_TRUE(std::isnan(percentile_interval(some).high));
}

TEST(CentredInterval, HasTheSpreadOfTheReplicatesAroundTheValue) {
  const auto plain = percentile_interval(up_to(1001));
  const auto moved = centred_interval(up_to(1001), 100);
  EXPECT_NEAR(moved.high - moved.low, plain.high - plain.low, 1e-12);
  EXPECT_NEAR(moved.low + moved.high, 200, 1e-9);
  EXPECT_TRUE(std::isnan(centred_interval(up_to(1001), nan).low));
}

TEST(ResampleSegments, DrawsAsManyOfEachDocumentAsItHas) {
  const std::vector<std::size_t> document_of = {0, 0, 0, 1, 2, 2};
  for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
    const auto w = resample_segments(document_of, 7, random_study::stance, replicate);
    EXPECT_EQ(w[0] + w[1] + w[2], 3);
    EXPECT_EQ(w[3], 1);
    EXPECT_EQ(w[4] + w[5], 2);
  }
}

TEST(ResampleSegments, DependsOnItsAddressOnly) {
  const std::vector<std::size_t> document_of(30, 0);
  const auto first = resample_segments(document_of, 7, random_study::stance, 3);
  EXPECT_EQ(first, resample_segments(document_of, 7, random_study::stance, 3));
  EXPECT_NE(first, resample_segments(document_of, 8, random_study::stance, 3));
  EXPECT_NE(first, resample_segments(document_of, 7, random_study::similarity, 3));
  EXPECT_NE(first, resample_segments(document_of, 7, random_study::stance, 4));
}

// Each of n segments is drawn once on average, with the binomial's variance (n - 1)/n.
TEST(ResampleSegments, IsMultinomial) {
  const std::vector<std::size_t> document_of(5, 0);
  double sum = 0, squares = 0;
  constexpr int replicates = 20000;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    const double w = resample_segments(document_of, 1, random_study::stance, r)[2];
    sum += w;
    squares += w * w;
  }
  const double mean = sum / replicates;
  EXPECT_NEAR(mean, 1, 0.03);  // 4.7 standard errors
  EXPECT_NEAR(squares / replicates - mean * mean, 0.8, 0.05);
}

// Of a mean, the jackknife's standard error is the usual one: s / sqrt(n).
TEST(JackknifeInterval, IsStudentsForAMean) {
  const std::vector<double> x = {3, 1, 4, 1, 5};
  std::vector<double> without;
  for (const double v : x) without.push_back((14 - v) / 4);
  const auto ends = jackknife_interval(without, 2.8);
  const double s = std::sqrt(3.2);                                               // variance of x, n - 1
  EXPECT_NEAR(ends.high - 2.8, 2.7764451051977987 * s / std::sqrt(5.0), 1e-12);  // R: qt(.975, 4)
  EXPECT_NEAR(2.8 - ends.low, ends.high - 2.8, 1e-12);
}

TEST(JackknifeInterval, DoesNotExistForOneSegmentOrAMissingValue) {
  EXPECT_TRUE(std::isnan(jackknife_interval(std::vector<double>{1}, 1).low));
  EXPECT_TRUE(std::isnan(jackknife_interval(std::vector<double>{1, nan, 2}, 1).high));
}

}  // namespace
}  // namespace isogloss::statistics
