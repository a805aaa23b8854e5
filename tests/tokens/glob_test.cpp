#include "isogloss/tokens/glob.hpp"

#include <gtest/gtest.h>

#include <string>

#include "isogloss/base/philox.hpp"

namespace isogloss::tokens {
namespace {

// The definition, word for word.
bool fits(std::string_view pattern, std::string_view word) {
  if (pattern.empty()) return word.empty();
  if (pattern[0] == '*') return fits(pattern.substr(1), word) || (!word.empty() && fits(pattern, word.substr(1)));
  return !word.empty() && (pattern[0] == '?' || pattern[0] == word[0]) && fits(pattern.substr(1), word.substr(1));
}

TEST(Glob, MatchesPlainWordsExactly) {
  EXPECT_TRUE(matches_glob("wolność", "wolność"));
  EXPECT_FALSE(matches_glob("wolność", "wolnośc"));
  EXPECT_FALSE(matches_glob("a", "ab"));
  EXPECT_TRUE(matches_glob("", ""));
  EXPECT_FALSE(matches_glob("", "a"));
}

TEST(Glob, StarStandsForAnyCharacters) {
  EXPECT_TRUE(matches_glob("bureaucra*", "bureaucracy"));
  EXPECT_TRUE(matches_glob("bureaucra*", "bureaucra"));
  EXPECT_TRUE(matches_glob("*izm*", "социализма") == false);
  EXPECT_TRUE(matches_glob("*изм*", "социализма"));
  EXPECT_TRUE(matches_glob("a**b", "ab"));
  EXPECT_TRUE(matches_glob("*", ""));
  EXPECT_FALSE(matches_glob("*ab", "aba"));
}

TEST(Glob, QuestionMarkStandsForOneCharacterOfAnyLength) {
  EXPECT_TRUE(matches_glob("wom?n", "women"));
  EXPECT_TRUE(matches_glob("?", "é"));
  EXPECT_TRUE(matches_glob("?", "中"));
  EXPECT_TRUE(matches_glob("?", "😀"));
  EXPECT_FALSE(matches_glob("?", ""));
  EXPECT_FALSE(matches_glob("??", "é"));
  EXPECT_TRUE(matches_glob("*?", "żó"));
  EXPECT_FALSE(matches_glob("*???", "żó"));
}

TEST(Glob, AgreesWithItsDefinitionOnRandomWords) {
  philox random(1, 0, 0);
  int matches = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string pattern;
    std::string word;
    for (auto n = random.below(6); n > 0; --n) pattern += "ab*?"[random.below(4)];
    for (auto n = random.below(7); n > 0; --n) word += "ab"[random.below(2)];
    ASSERT_EQ(matches_glob(pattern, word), fits(pattern, word)) << pattern << " and " << word;
    matches += fits(pattern, word) ? 1 : 0;
  }
  EXPECT_GT(matches, 2000);
}

TEST(Glob, KnowsItsWildcards) {
  EXPECT_TRUE(has_wildcard("a*"));
  EXPECT_TRUE(has_wildcard("?"));
  EXPECT_FALSE(has_wildcard("a.b"));
}

}  // namespace
}  // namespace isogloss::tokens
