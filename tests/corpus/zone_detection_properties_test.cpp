#include <gmock/gmock.h>

#include <array>

#include "isogloss/base/philox.hpp"
#include "isogloss/text/utf8.hpp"
#include "support/zones.hpp"

namespace isogloss::testing {
namespace {

constexpr std::array<std::string_view, 46> pieces = {
    "ice",  "Petrova", "wrote", "don’t", "workers’", "’tis",   "лёд",  "冰",          "氷です",  "Eis",
    " ",    " ",       " ",     " ",     "\n",       "\n\n",   "\n\n", ". ",          ", ",      ": ",
    "? ",   "“",       "”",     "\"",    "‘",        "’",      "'",    "„",           "«",       "»",
    "「",   "」",      "(",     ")",     "[1]",      "[",      "²",    "(Ling 1936)", "Notes\n", "References\n",
    "    ", "> ",      "# ",    "- ",    "\u00A0",   "e\u0301"};

std::string random_text(std::uint64_t seed) {
  philox random(seed, 0, 0);
  std::string text;
  const std::size_t n = 1 + random() % 160;
  for (std::size_t i = 0; i < n; ++i) text += pieces[random() % pieces.size()];
  return text;
}

TEST(DetectedZones, AscendDoNotOverlapAndCutNoCharacter) {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const std::string text = random_text(seed);
    std::size_t last = 0;
    for (const auto& z : corpus::detect_zones(text).zones) {
      ASSERT_LE(last, z.begin) << text;
      ASSERT_LT(z.begin, z.end) << text;
      ASSERT_LE(z.end, text.size()) << text;
      ASSERT_TRUE(text::is_character_boundary(text, z.begin) && text::is_character_boundary(text, z.end)) << text;
      last = z.end;
    }
  }
}

TEST(DetectedZones, AreTheSameEveryTime) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const std::string text = random_text(seed);
    const auto first = corpus::detect_zones(text).zones;
    const auto again = corpus::detect_zones(text).zones;
    ASSERT_EQ(first.size(), again.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
      ASSERT_EQ(first[i].begin, again[i].begin);
      ASSERT_EQ(first[i].end, again[i].end);
      ASSERT_EQ(first[i].speaker, again[i].speaker);
    }
  }
}

// Whatever mark is lost, what follows the paragraph and its neighbour stays the author's.
TEST(DetectedZones, AMarkThatNothingClosesSwallowsNoDocument) {
  for (const std::string mark : {"\"", "“", "‘", "'", "„", "«", "»", "「", "『", "”"}) {
    std::string text = "It began so. Then came " + mark + "the long winter that nobody had foreseen. It was cold.\n\n";
    for (int i = 0; i < 50; ++i) text += "It was cold and it was wet. Nobody sailed and nobody sang.\n\n";
    std::size_t quoted = 0;
    for (const auto& q : quotations(text)) quoted += q.size();
    EXPECT_LT(quoted, 100U) << mark;
  }
}

TEST(DetectedZones, OfNothingAreNone) {
  for (const char* text : {"", " ", "\n\n", "\xEF\xBB\xBF", "“", "”", "(", "\"\"", "“”"}) {
    EXPECT_THAT(corpus::detect_zones(text).zones, ::testing::IsEmpty()) << text;
  }
}

TEST(DetectedZones, StandALineOfAMegabyte) {
  std::string text = "Petrova wrote: “";
  while (text.size() < 1000000) text += "(ice and [iron ";
  EXPECT_LE(corpus::detect_zones(text).zones.size(), 10U);
}

}  // namespace
}  // namespace isogloss::testing
