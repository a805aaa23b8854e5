#include "isogloss/statistics/reduced_frequency.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "golden_table.hpp"
#include "gries.hpp"

namespace isogloss::statistics {
namespace {

using places = std::vector<std::size_t>;

TEST(AverageReducedFrequency, IsThatOfGriesForTheLetterA) {
  ASSERT_EQ(gries::corpus_2008.size(), 50U);
  EXPECT_NEAR(average_reduced_frequency(gries::positions_2008('a'), 50), 10.8, 1e-14);  // 2008, p. 410
}

TEST(AverageReducedFrequency, IsTheCountOfAnEvenlySpacedTerm) {
  EXPECT_DOUBLE_EQ(average_reduced_frequency(places{0, 25, 50, 75}, 100), 4.0);
  EXPECT_DOUBLE_EQ(average_reduced_frequency(places{7, 32, 57, 82}, 100), 4.0);
  EXPECT_DOUBLE_EQ(average_reduced_frequency(places{0, 1, 2, 3}, 4), 4.0);
}

TEST(AverageReducedFrequency, ApproachesOneForASingleCluster) {
  // f = 4 of N = 10^6: distances 1, 1, 1, rest; v = 250000, so 1 + 3 / v
  EXPECT_DOUBLE_EQ(average_reduced_frequency(places{10, 11, 12, 13}, 1000000), 1.0 + 3.0 / 250000.0);
}

TEST(AverageReducedFrequency, ReachesRoundTheEndOfTheCorpus) {
  // the same cluster, cut by the end
  EXPECT_DOUBLE_EQ(average_reduced_frequency(places{0, 1, 999998, 999999}, 1000000), 1.0 + 3.0 / 250000.0);
}

TEST(AverageReducedFrequency, IsOneForASingleOccurrenceAndZeroForNone) {
  EXPECT_EQ(average_reduced_frequency(places{3}, 100), 1.0);
  EXPECT_EQ(average_reduced_frequency(places{}, 100), 0.0);
  EXPECT_EQ(average_reduced_frequency(places{}, 0), 0.0);
}

TEST(AverageReducedFrequency, TakesACorpusOfTenToTheTwelve) {
  EXPECT_DOUBLE_EQ(average_reduced_frequency(places{0, 500000000000}, 1000000000000), 2.0);
}

TEST(AverageReducedFrequency, RejectsPositionsThatDoNotRiseOrLieBeyondTheEnd) {
  EXPECT_DOMAIN_ERROR(average_reduced_frequency(places{3, 3}, 10),
                      "average_reduced_frequency: positions[1] is 3, but must be above the one before it");
  EXPECT_DOMAIN_ERROR(average_reduced_frequency(places{3, 10}, 10),
                      "average_reduced_frequency: positions[1] is 10, but must be below 10");
}

}  // namespace
}  // namespace isogloss::statistics
