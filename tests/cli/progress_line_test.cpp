#include "cli/progress_line.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace isogloss::cli {
namespace {

const progress_view keyness{"run 4/14 keyness", "resampling log ratios", "terms", 1200, 4800, 85.4, 14.2};

// Every character of a line is one column wide.
std::size_t columns(const std::string& line) {
  std::size_t n = 0;
  for (const char c : line) n += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U;
  return n;
}

TEST(ProgressLine, SaysWhatIsDoneHowFastAndHowLongItStillTakes) {
  EXPECT_EQ(progress_line(keyness, 100, false),
            "run 4/14 keyness: resampling log ratios [#######......................]  25 %  85 terms/s  0:43 left");
  EXPECT_EQ(progress_line(keyness, 100, true),
            "run 4/14 keyness: resampling log ratios \u2595\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u258E"
            "                     \u258F  25 %  85 terms/s  0:43 left");
}

TEST(ProgressLine, IsNeverWiderThanItMayBe) {
  for (std::size_t width = 0; width < 200; ++width) {
    for (const bool utf8 : {false, true}) {
      progress_view v = keyness;
      EXPECT_LE(columns(progress_line(v, width, utf8)), width);
      v.total = 0;
      EXPECT_LE(columns(progress_line(v, width, utf8)), width);
      v.doing.clear();
      EXPECT_LE(columns(progress_line(v, width, utf8)), width);
      v.total = v.done = std::numeric_limits<std::uint64_t>::max();
      v.rate = 1e300;
      v.seconds = 1e300;
      EXPECT_LE(columns(progress_line(v, width, utf8)), width);
    }
  }
}

TEST(ProgressLine, LosesItsRateFirstThenItsBarThenItsName) {
  EXPECT_EQ(progress_line(keyness, 80, false),
            "run 4/14 keyness: resampling log ratios [#####................]  25 %  0:43 left");
  EXPECT_EQ(progress_line(keyness, 60, false), "run 4/14 keyness: resampling log ratios  25 %  0:43 left");
  EXPECT_EQ(progress_line(keyness, 40, false), "run 4/14 keyness: re...  25 %  0:43 left");
  EXPECT_EQ(progress_line(keyness, 5, false), "run 4");
  EXPECT_EQ(progress_line(keyness, 0, false), "");
}

TEST(ProgressLine, WithoutATotalSaysHowMuchAndHowLongSoFar) {
  progress_view v{"scaling", "climbing", "steps", 42, 0, 3.5, 12};
  EXPECT_EQ(progress_line(v, 80, false),
            "scaling: climbing [......###...............]  42 steps  3.5 steps/s  0:12 so far");
  v.done = 0;
  v.rate = 0;
  EXPECT_EQ(progress_line(v, 50, false), "scaling: climbing [........###......]  0:12 so far");
}

TEST(ProgressLine, SaysWhichRoundItIsWhereThereAreSeveral) {
  progress_view v{"contested", "dealing contexts", "terms", 1, 4, 0, 3, 2, 6};
  EXPECT_EQ(progress_line(v, 50, false), "contested 2/6: dealing contexts [##........]  25 %");
  v.rounds = 1;
  v.round = 1;
  EXPECT_EQ(progress_line(v, 46, false), "contested: dealing contexts [##........]  25 %");
}

TEST(ProgressLine, OutsideOfAStageSaysTheTaskOnly) {
  EXPECT_EQ(progress_line({"ordination", "", "", 0, 0, 0, 3}, 40, false), "ordination [..........###.]  0:03 so far");
}

TEST(ProgressLine, MovesWhereNothingIsCounted) {
  progress_view v{"ordination", "", "", 0, 0, 0, 3};
  const std::string before = progress_line(v, 60, true);
  v.seconds = 3.3;
  EXPECT_NE(progress_line(v, 60, true), before);
}

TEST(ProgressLine, IsAtItsEndWhenAllIsDoneAndNotBefore) {
  progress_view v{"a", "b", "terms", 9999, 10000, 0, 3};
  EXPECT_EQ(progress_line(v, 30, false), "a: b [################.]  99 %");
  v.done = 10000;
  EXPECT_EQ(progress_line(v, 30, false), "a: b [#################] 100 %");
  v.done = 20000;
  EXPECT_EQ(progress_line(v, 30, false), "a: b [#################] 100 %");
}

TEST(ShownTime, HasMinutesHoursOrDays) {
  EXPECT_EQ(shown_time(0), "0:00");
  EXPECT_EQ(shown_time(41.2), "0:42");
  EXPECT_EQ(shown_time(725), "12:05");
  EXPECT_EQ(shown_time(3723), "1:02:03");
  EXPECT_EQ(shown_time(12.5 * 86400), "12 days");
  EXPECT_EQ(shown_time(std::numeric_limits<double>::infinity()), "1000 days or more");
}

TEST(ShownAmount, HasAtMostThreeDigitsBeforeItsLetter) {
  EXPECT_EQ(shown_amount(0.0512, false), "0.051");
  EXPECT_EQ(shown_amount(7, false), "7");
  EXPECT_EQ(shown_amount(999.4, false), "999");
  EXPECT_EQ(shown_amount(1234, false), "1,234");
  EXPECT_EQ(shown_amount(9999.6, false), "10.0k");
  EXPECT_EQ(shown_amount(56'700, false), "56.7k");
  EXPECT_EQ(shown_amount(999'900, false), "1.00M");
  EXPECT_EQ(shown_amount(1.234e9, false), "1.23G");
  EXPECT_EQ(shown_amount(1.8e19, false), "18.0E");
  EXPECT_EQ(shown_amount(980, true), "980 B");
  EXPECT_EQ(shown_amount(56'700, true), "56.7 kB");
  EXPECT_EQ(shown_amount(1'230'000, true), "1.23 MB");
}

TEST(RecentRate, IsThatOfTheLastTenSeconds) {
  recent_rate rate;
  EXPECT_EQ(rate.after(1, 2, 0), 0);
  EXPECT_DOUBLE_EQ(rate.after(1, 4, 40), 10);  // since it began
  EXPECT_DOUBLE_EQ(rate.after(1, 14, 1040), 100);
  EXPECT_DOUBLE_EQ(rate.after(1, 24, 1040), 1040.0 / 24);
}

TEST(RecentRate, BeginsAnewWithAStage) {
  recent_rate rate;
  EXPECT_DOUBLE_EQ(rate.after(1, 4, 40), 10);
  EXPECT_DOUBLE_EQ(rate.after(2, 1, 500), 500);
  EXPECT_DOUBLE_EQ(rate.after(0, 0, 0), 0);
}

}  // namespace
}  // namespace isogloss::cli
