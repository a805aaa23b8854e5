#include "isogloss/statistics/nested_bootstrap.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/log_ratio_intervals.hpp"

namespace isogloss::statistics {
namespace {

// Target: author 0 with documents 0 (2 segments) and 1 (1), author 1 with document 2 (3). Reference: author 2, document
// 3 (2).
const nesting example = {{0, 0, 1, 2, 2, 2, 3, 3}, {0, 0, 1, 2}, {0, 0, 1}};
constexpr auto study = random_study::keyness;

TEST(Nesting, KnowsItsHighestUnitAndHowManyThereAre) {
  EXPECT_EQ(highest_unit(example), resampled_unit::author);
  EXPECT_EQ(count_units(example, resampled_unit::author).target, 2U);
  EXPECT_EQ(count_units(example, resampled_unit::author).reference, 1U);
  EXPECT_EQ(count_units(example, resampled_unit::document).target, 3U);
  EXPECT_EQ(count_units(example, resampled_unit::segment).reference, 2U);
  EXPECT_EQ(highest_unit({{0, 1, 2}, {0, 0, 1}, {0, 1}}), resampled_unit::document);
  EXPECT_EQ(highest_unit({{0, 0, 1}, {0, 1}, {0, 1}}), resampled_unit::segment);
  EXPECT_EQ(highest_unit({{0, 1}, {0, 1}, {0, 1}}), resampled_unit::none);
}

TEST(ResampleWithin, KeepsEveryDocumentsSize) {
  const auto w = resample_within(example, 3, study, 200);
  std::set<float> seen;
  for (Eigen::Index r = 0; r < w.rows(); ++r) {
    EXPECT_EQ(w(r, 0) + w(r, 1), 2);
    EXPECT_EQ(w(r, 2), 1);
    EXPECT_EQ(w(r, 3) + w(r, 4) + w(r, 5), 3);
    EXPECT_EQ(w(r, 6) + w(r, 7), 2);
    seen.insert(w(r, 0));
  }
  EXPECT_EQ(seen, (std::set<float>{0, 1, 2}));
}

TEST(ResampleBeyond, DrawsAuthorsThenDocumentsThenSegments) {
  const auto w = resample_beyond(example, 3, study, 2000);
  std::map<float, int> author_0, of_reference;
  for (Eigen::Index r = 0; r < w.rows(); ++r) {
    // Author 0 is drawn 0, 1 or 2 times, each time with two documents: of 2, 3 or 4 segments.
    ++author_0[w(r, 0) + w(r, 1) + w(r, 2)];
    ++of_reference[w(r, 6) + w(r, 7)];
    EXPECT_EQ(std::fmod(w(r, 3) + w(r, 4) + w(r, 5), 3.0F), 0);
  }
  EXPECT_NEAR(author_0[0], 500, 100);  // a quarter, 5 standard errors
  EXPECT_EQ(of_reference, (std::map<float, int>{{2, 2000}}));
}

TEST(Resamples, AreTheSameForAnyNumberOfThreads) {
  std::vector<resample_weights> beyond, within;
  for (const std::size_t threads : {1, 2, 7}) {
    const thread_limit limit(threads);
    beyond.push_back(resample_beyond(example, 11, study, 300));
    within.push_back(resample_within(example, 11, study, 300));
  }
  EXPECT_EQ(beyond[0], beyond[1]);
  EXPECT_EQ(beyond[0], beyond[2]);
  EXPECT_EQ(within[0], within[1]);
  EXPECT_EQ(within[0], within[2]);
  EXPECT_NE(beyond[0], resample_beyond(example, 12, study, 300));
}

// t(0.975, 4) / z(0.975) * sqrt(6/4), and so on; t and z as R's qt and qnorm give them.
TEST(SmallSampleExpansion, IsAsWorkedByHand) {
  EXPECT_NEAR(small_sample_expansion({3, 3}), 2.7764451051977987 / 1.9599639845400545 * std::sqrt(1.5), 1e-12);
  EXPECT_NEAR(small_sample_expansion({2, 1}), 12.706204736174698 / 1.9599639845400545 * std::sqrt(2.0), 1e-11);
  EXPECT_NEAR(small_sample_expansion({100000, 100000}), 1, 1e-4);
  EXPECT_EQ(small_sample_expansion({1, 1}), 1);
  EXPECT_EQ(small_sample_expansion({0, 0}), 1);
}

segment_counts one_term(const std::vector<double>& counts, const std::vector<bool>& is_target) {
  segment_counts s;
  const auto n = static_cast<Eigen::Index>(counts.size());
  s.counts.resize(n, 1);
  for (Eigen::Index i = 0; i < n; ++i) {
    if (counts[static_cast<std::size_t>(i)] > 0) s.counts.insert(i, 0) = counts[static_cast<std::size_t>(i)];
  }
  s.tokens = Eigen::VectorXd::Constant(n, 200);
  s.is_target = is_target;
  return s;
}

const std::vector<bool> halves = {true, true, true, true, false, false, false, false};
const nesting two_documents = {{0, 0, 0, 0, 1, 1, 1, 1}, {0, 1}, {0, 1}};

// Every resample's log ratio computed anew, and R's quantiles of them.
TEST(LogRatioIntervals, AreThePercentilesOfResampledTexts) {
  const std::vector<double> counts = {3, 0, 5, 2, 1, 0, 0, 2};
  const auto s = one_term(counts, halves);
  const auto weights = resample_within(two_documents, 5, study, 400);
  std::vector<double> ratios;
  for (Eigen::Index r = 0; r < weights.rows(); ++r) {
    double target = 0.5, reference = 0.5;
    for (std::size_t i = 0; i < 8; ++i) {
      (i < 4 ? target : reference) += counts[i] * static_cast<double>(weights(r, static_cast<Eigen::Index>(i)));
    }
    ratios.push_back(std::log2(target / reference));
  }
  const auto expected = percentile_interval(ratios);
  const auto ends = log_ratio_intervals(s, weights).front();
  EXPECT_NEAR(ends.low, expected.low, 1e-12);
  EXPECT_NEAR(ends.high, expected.high, 1e-12);

  const double value = std::log2(10.5 / 3.5);
  const auto stretched = log_ratio_intervals(s, weights, 2).front();
  EXPECT_NEAR(stretched.low, value + 2 * (expected.low - value), 1e-12);
  EXPECT_NEAR(stretched.high, value + 2 * (expected.high - value), 1e-12);
}

TEST(LogRatioIntervals, HaveOneEndForATermAbsentOnOneSide) {
  const auto weights = resample_within(two_documents, 5, study, 400);
  const auto only_target = log_ratio_intervals(one_term({3, 1, 5, 2, 0, 0, 0, 0}, halves), weights).front();
  EXPECT_TRUE(std::isnan(only_target.high));
  EXPECT_GT(only_target.low, 0);
  EXPECT_LT(only_target.low, std::log2(11.5 / 3.69));
  const auto only_reference = log_ratio_intervals(one_term({0, 0, 0, 0, 3, 1, 5, 2}, halves), weights).front();
  EXPECT_TRUE(std::isnan(only_reference.low));
  EXPECT_NEAR(only_reference.high, -only_target.low, 0.2);  // other draws of the same numbers
  const auto absent = log_ratio_intervals(one_term(std::vector<double>(8), halves), weights).front();
  EXPECT_TRUE(std::isnan(absent.low) && std::isnan(absent.high));
}

TEST(LogRatioIntervals, TurnRoundWithTheSides) {
  const std::vector<double> counts = {3, 0, 5, 2, 1, 0, 0, 2};
  auto s = one_term(counts, halves);
  const auto weights = resample_within(two_documents, 5, study, 400);
  const auto ends = log_ratio_intervals(s, weights).front();
  s.is_target.flip();
  const auto turned = log_ratio_intervals(s, weights).front();
  EXPECT_NEAR(turned.low, -ends.high, 1e-12);
  EXPECT_NEAR(turned.high, -ends.low, 1e-12);
}

TEST(LogRatioIntervals, DoNotExistWhereNothingIsDrawn) {
  const nesting single = {{0, 1}, {0, 1}, {0, 1}};
  const auto ends =
      log_ratio_intervals(one_term({3, 1}, {true, false}), resample_within(single, 5, study, 400)).front();
  EXPECT_TRUE(std::isnan(ends.low) && std::isnan(ends.high));
  const auto few = resample_within(two_documents, 5, study, 39);
  EXPECT_TRUE(std::isnan(log_ratio_intervals(one_term({3, 0, 5, 2, 1, 0, 0, 2}, halves), few).front().low));
}

TEST(LogRatioIntervals, RejectWeightsOfOtherSegments) {
  const auto weights = resample_within(two_documents, 5, study, 50);
  EXPECT_THROW((void)log_ratio_intervals(one_term({3, 1}, {true, false}), weights), std::invalid_argument);
}

// A segment without tokens, drawn too often for small whole numbers, changes nothing but the way of counting.
TEST(LogRatioIntervals, AreTheSameInWholeNumbersAndInOthers) {
  for (const double scale : {1.0, 40.0, 10'000.0, 1e9}) {
    auto s = one_term({3 * scale, 0, 5 * scale, 2 * scale, 1 * scale, 0, 0, 2 * scale}, halves);
    s.tokens.setConstant(10 * scale);
    const auto weights = resample_within(two_documents, 5, study, 400);
    const auto ends = log_ratio_intervals(s, weights).front();

    auto other = one_term({3 * scale, 0, 5 * scale, 2 * scale, 1 * scale, 0, 0, 2 * scale, 0},
                          {true, true, true, true, false, false, false, false, false});
    other.tokens.setConstant(10 * scale);
    other.tokens[8] = 0;
    resample_weights more(weights.rows(), 9);
    more.leftCols(8) = weights;
    more.col(8).setConstant(300);
    const auto same = log_ratio_intervals(other, more).front();
    EXPECT_EQ(ends.low, same.low);
    EXPECT_EQ(ends.high, same.high);
  }
}

TEST(LogRatioIntervals, TakeCountsOfATrillion) {
  const auto weights = resample_within(two_documents, 5, study, 400);
  auto s = one_term({3e12, 1e12, 5e12, 2e12, 1e12, 4e12, 2e12, 2e12}, halves);
  s.tokens.setConstant(1e13);
  const auto ends = log_ratio_intervals(s, weights).front();
  EXPECT_TRUE(std::isfinite(ends.low) && std::isfinite(ends.high));
  EXPECT_LT(ends.low, ends.high);
}

}  // namespace
}  // namespace isogloss::statistics
