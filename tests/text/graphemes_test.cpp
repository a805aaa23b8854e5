#include "isogloss/text/graphemes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace isogloss::text {
namespace {

const std::string family = "👨‍👩‍👧";  // 18 bytes, one cluster
const std::string accented = "e\u0301";           // 3 bytes

TEST(WholeGraphemes, LeavesABoundaryWhereItIs) {
  EXPECT_EQ(whole_graphemes("a cat", {2, 5}), (range{2, 5}));
  EXPECT_EQ(whole_graphemes("", {0, 0}), (range{0, 0}));
  EXPECT_EQ(whole_graphemes("été", {0, 2}), (range{0, 2}));
}

TEST(WholeGraphemes, WidensToCombiningMarksAndJoinedEmoji) {
  const std::string text = "caf" + accented + " " + family + " x";
  EXPECT_EQ(whole_graphemes(text, {0, 4}), (range{0, 6}));
  EXPECT_EQ(whole_graphemes(text, {11, 14}), (range{7, 25}));
}

TEST(WholeGraphemes, KeepsACarriageReturnWithItsLineFeed) {
  EXPECT_EQ(whole_graphemes("a\r\nb", {0, 2}), (range{0, 3}));
  EXPECT_EQ(whole_graphemes("a\r\nb", {2, 4}), (range{1, 4}));
  EXPECT_EQ(whole_graphemes("a\r\nb", {3, 4}), (range{3, 4}));
}

TEST(WholeGraphemes, TakesAMarkOnABlankAndAtTheEnd) {
  EXPECT_EQ(whole_graphemes("a \u0301b", {0, 2}), (range{0, 4}));
  EXPECT_EQ(whole_graphemes(accented, {0, 1}), (range{0, 3}));
  EXPECT_EQ(whole_graphemes(accented, {1, 3}), (range{0, 3}));
}

// Every byte range against the list of all boundaries, with blanks far and near.
TEST(WholeGraphemes, IsTheNearestBoundaryOnEitherSide) {
  const std::string text = "中国\u0301人नमस्ते 🇫🇷🇩🇪\r\n" + family + accented + "한국어 \u0301กำ\n" + accented + family;
  auto starts = grapheme_starts(text);
  starts.push_back(text.size());
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    for (std::size_t at = starts[i]; at < std::max(end, starts[i] + 1); ++at) {
      if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
      EXPECT_EQ(whole_graphemes(text, {at, at}), (range{starts[i], at == starts[i] ? at : end})) << at;
    }
  }
}

TEST(WholeGraphemes, KnowsFlagsAndFamiliesFarFromAnyBlank) {
  std::string text(100000, 'x');
  for (int i = 0; i < 50; ++i) text += "🇫🇷";
  const std::size_t last_flag = text.size() - 8;
  text += family + "中国" + accented + std::string(100000, 'y');
  EXPECT_EQ(whole_graphemes(text, {last_flag + 4, last_flag + 12}), (range{last_flag, last_flag + 26}));
  EXPECT_EQ(whole_graphemes(text, {last_flag + 29, last_flag + 33}), (range{last_flag + 29, last_flag + 35}));
}

TEST(WholeGraphemes, TakesALetterWithMoreMarksThanItLooksAt) {
  std::string text = "a";
  for (int i = 0; i < 5000; ++i) text += "\u0301";
  const range found = whole_graphemes("x" + text + "y", {1, 2});
  EXPECT_EQ(found.begin, 1U);
  EXPECT_GT(found.end, 2000U) << "cut, but between characters";
}

}  // namespace
}  // namespace isogloss::text
