#include "isogloss/statistics/verification.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace isogloss::statistics {
namespace {

using scores = std::vector<double>;

const scores same = {0.31, 0.44, 0.62, 0.71, 0.74, 0.8, 0.9, 0.95, 1, 1, 1};
const scores different = {0, 0, 0.02, 0.05, 0.1, 0.1, 0.2, 0.35, 0.4, 0.55, 0.66, 0.7, 0.12};

double share(const scores& list, auto test) {
  return static_cast<double>(std::ranges::count_if(list, test)) / static_cast<double>(list.size());
}

double c_at_1(double low, double high) {
  const auto above = [&](double s) { return s > high; };
  const auto below = [&](double s) { return s < low; };
  const auto within = [&](double s) { return s >= low && s <= high; };
  const double right = (share(same, above) + share(different, below)) / 2;
  const double open = (share(same, within) + share(different, within)) / 2;
  return right + open * right;
}

TEST(GreyZone, IsTheBestOfAllInHundredths) {
  const auto zone = best_grey_zone(same, different);
  ASSERT_TRUE(zone);
  double best = 0;
  for (int low = 0; low <= 100; ++low) {
    for (int high = low; high <= 100; ++high) best = std::max(best, c_at_1(low / 100.0, high / 100.0));
  }
  EXPECT_NEAR(zone->c_at_1, best, 1e-12);
  EXPECT_NEAR(c_at_1(zone->low, zone->high), best, 1e-12);
  for (int low = 0; low <= 100; ++low) {  // the widest
    for (int high = low; high <= 100; ++high) {
      if (c_at_1(low / 100.0, high / 100.0) > best - 1e-12) {
        EXPECT_LE((high - low) / 100.0, zone->high - zone->low + 1e-12);
      }
    }
  }
}

TEST(GreyZone, OfScoresWellApartIsAllThatLiesBetweenThem) {
  const auto zone = best_grey_zone(scores{0.8, 0.9}, scores{0.1, 0.3, 0.2});
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->low, 0.31);
  EXPECT_EQ(zone->high, 0.79);
  EXPECT_EQ(zone->c_at_1, 1);
  EXPECT_EQ(zone->unanswered, 0);
}

TEST(GreyZone, CountsBothKindsOfPairsForOneHalf) {
  scores many;
  for (int i = 0; i < 10; ++i) many.insert(many.end(), different.begin(), different.end());
  const auto once = best_grey_zone(same, different), often = best_grey_zone(same, many);
  EXPECT_EQ(once->low, often->low);
  EXPECT_EQ(once->high, often->high);
  EXPECT_NEAR(once->c_at_1, often->c_at_1, 1e-12);
}

TEST(GreyZone, NeedsPairsOfBothKinds) {
  EXPECT_FALSE(best_grey_zone(scores{}, different));
  EXPECT_FALSE(best_grey_zone(same, scores{}));
  EXPECT_THROW((void)best_grey_zone(scores{1.5}, different), std::domain_error);
  EXPECT_THROW((void)best_grey_zone(same, scores{std::nan("")}), std::domain_error);
}

// Two scores only: the line goes through both targets, 11/12 and 1/12.
TEST(ScoreCalibration, OfTwoScoresOnlyIsSettledByHand) {
  const auto line = calibrate(scores(10, 1.0), scores(10, 0.0));
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->probability(1), 11.0 / 12, 1e-9);
  EXPECT_NEAR(line->probability(0), 1.0 / 12, 1e-9);
  EXPECT_NEAR(line->probability(0.5), 0.5, 1e-9);
}

TEST(ScoreCalibration, LiesWhereTheLikelihoodIsLevel) {
  const auto line = calibrate(same, different);
  ASSERT_TRUE(line);
  double gradient = 0, moment = 0;
  const auto add = [&](const scores& list, double target) {
    for (const double s : list) {
      const double rest = (target - line->probability(s)) / static_cast<double>(list.size());
      gradient += rest;
      moment += rest * s;
    }
  };
  add(same, 12.0 / 13);
  add(different, 1.0 / 15);
  EXPECT_NEAR(gradient, 0, 1e-10);
  EXPECT_NEAR(moment, 0, 1e-10);
  EXPECT_GT(line->slope, 0);
}

TEST(ScoreCalibration, DoesNotExistForFewPairsOrScoresThatSayNothing) {
  EXPECT_FALSE(calibrate(scores(9, 1.0), scores(10, 0.0)));
  EXPECT_FALSE(calibrate(scores(10, 1.0), scores(9, 0.0)));
  EXPECT_FALSE(calibrate(scores(10, 0.5), scores(10, 0.5)));
  EXPECT_FALSE(calibrate(scores(10, 0.0), scores(10, 1.0)));  // the wrong way round
}

TEST(AreaUnderCurve, CountsTiesForOneHalf) {
  EXPECT_EQ(area_under_curve(scores{1, 0.5}, scores{0.5, 0}), 3.5 / 4);
  EXPECT_EQ(area_under_curve(scores{1}, scores{0}), 1);
  EXPECT_EQ(area_under_curve(scores{0}, scores{1}), 0);
  EXPECT_TRUE(std::isnan(area_under_curve(scores{}, scores{1})));
}

}  // namespace
}  // namespace isogloss::statistics
