#include <gtest/gtest.h>

#include <string>

#include "isogloss/text/graphemes.hpp"
#include "isogloss/text/sentences.hpp"

namespace isogloss::text {
namespace {

const std::string prose =
    "The delegates walked from the station to the\nhall of columns, where the choir stood and\nsang until evening.\n";

TEST(HardWrap, IsProseCutAtAColumn) {
  EXPECT_TRUE(is_hard_wrapped(prose));
  EXPECT_TRUE(is_hard_wrapped(prose + "\n" + prose + "\n\nA heading\n\n" + prose));
}

TEST(HardWrap, IsSeenWithWindowsLineEnds) {
  std::string windows;
  for (const char c : prose) windows += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_TRUE(is_hard_wrapped(windows));
}

TEST(HardWrap, CountsCharactersNotBytes) {
  // 22 letters of two bytes each: too short for a wrapped line
  EXPECT_FALSE(is_hard_wrapped("Мы шли на вокзал втроем\nи молчали\n"));
  EXPECT_TRUE(is_hard_wrapped("Мы шли на вокзал втроем по улице\nи молчали\n"));
}

TEST(HardWrap, IsNotAParagraphALine) {
  const std::string paragraph = "It rained that day. Nobody went out before the evening.\n";
  EXPECT_FALSE(is_hard_wrapped(paragraph + paragraph + paragraph));
  EXPECT_FALSE(is_hard_wrapped("Heading\n" + paragraph + "Another\n" + paragraph));
}

TEST(HardWrap, IsNotTextOfSingleLines) {
  EXPECT_FALSE(is_hard_wrapped(""));
  EXPECT_FALSE(is_hard_wrapped("One line without an end that goes on for a while"));
  EXPECT_FALSE(is_hard_wrapped("One line that goes on for quite a while\n\nAnother line that goes on for a while\n"));
}

TEST(HardWrap, IsNotPoetryOfShortLines) {
  EXPECT_FALSE(
      is_hard_wrapped("Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\n"));
}

TEST(HardWrap, IsNotLinesLongerThanAColumn) {
  const std::string line(200, 'a');
  EXPECT_FALSE(is_hard_wrapped(line + "\n" + line + "\n" + line));
}

// Paragraphs of one line that end as paragraphs do, in typographic quotes or another script.
TEST(HardWrap, IsNotDialogueInTypographicQuotes) {
  EXPECT_FALSE(
      is_hard_wrapped("“Where are you going this evening, Anna?”\n“To the station, where else should I go!”\n"
                      "“Then I shall come along and carry it.”\n"));
}

TEST(HardWrap, IsNotParagraphsOfAnotherScript) {
  EXPECT_FALSE(
      is_hard_wrapped("我们昨天晚上从火车站一直走到大会堂，在那里听了很久的合唱，然后回家。\n"
                      "他们昨天晚上从火车站一直走到大会堂，在那里听了很久的合唱，然后回家。\n很好。\n"));
  EXPECT_FALSE(
      is_hard_wrapped("هل ذهبت أمس من المحطة إلى القاعة الكبيرة؟\nهل ذهبت أمس من المحطة إلى القاعة الكبيرة؟\n"
                      "نعم.\n"));
}

TEST(Graphemes, OfAsciiAreItsBytes) {
  EXPECT_EQ(grapheme_starts("abc"), (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_TRUE(grapheme_starts("").empty());
}

TEST(Graphemes, KeepMarksJoinersAndFlagsTogether) {
  EXPECT_EQ(grapheme_starts("ae\u0301b"), (std::vector<std::size_t>{0, 1, 4}));
  EXPECT_EQ(grapheme_starts("👩‍👩‍👧x"), (std::vector<std::size_t>{0, 18}));
  EXPECT_EQ(grapheme_starts("🇫🇷🇩🇪"), (std::vector<std::size_t>{0, 8}));
  EXPECT_EQ(grapheme_starts("\u1100\u1161\u11A8가"), (std::vector<std::size_t>{0, 9}));
  EXPECT_EQ(grapheme_starts("กำ"), (std::vector<std::size_t>{0}));
}

TEST(Graphemes, KeepCarriageReturnAndLineFeedTogether) {
  EXPECT_EQ(grapheme_starts("a\r\nb"), (std::vector<std::size_t>{0, 1, 3}));
}

}  // namespace
}  // namespace isogloss::text
