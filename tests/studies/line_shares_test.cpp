#include "studies/line_shares.hpp"

#include <gmock/gmock.h>

namespace isogloss::studies {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(EvenShares, GiveWhatSmallPartsLeaveToTheOthers) {
  EXPECT_THAT(even_shares({100, 2, 100}, 12), ElementsAre(5, 2, 5));
  EXPECT_THAT(even_shares({1, 0, 3}, 60), ElementsAre(1, 0, 3));
  EXPECT_THAT(even_shares({4, 4}, 8), ElementsAre(4, 4));
}

TEST(EvenShares, SpreadTheRestEvenly) {
  EXPECT_THAT(even_shares({9, 9, 9, 9, 9}, 7), ElementsAre(1, 2, 1, 2, 1));
  EXPECT_THAT(even_shares({9, 9, 9, 9}, 1), ElementsAre(0, 0, 1, 0));
}

TEST(EvenShares, TakeNothing) {
  EXPECT_THAT(even_shares({}, 3), IsEmpty());
  EXPECT_THAT(even_shares({0, 0}, 3), ElementsAre(0, 0));
  EXPECT_THAT(even_shares({5, 5}, 0), ElementsAre(0, 0));
}

TEST(EvenlySpaced, AreTheMiddlesOfEqualStretches) {
  EXPECT_THAT(evenly_spaced(1, 9), ElementsAre(4));
  EXPECT_THAT(evenly_spaced(3, 9), ElementsAre(1, 4, 7));
  EXPECT_THAT(evenly_spaced(3, 3), ElementsAre(0, 1, 2));
  EXPECT_THAT(evenly_spaced(4, 10), ElementsAre(1, 3, 6, 8));
  EXPECT_THAT(evenly_spaced(0, 5), IsEmpty());
}

}  // namespace
}  // namespace isogloss::studies
