#include "isogloss/tokens/phrase_trie.hpp"

#include <gtest/gtest.h>

namespace isogloss::tokens {
namespace {

using strings = std::vector<std::string>;

phrase_trie trie_of(const std::vector<strings>& phrases) {
  phrase_trie trie;
  for (const auto& words : phrases) trie.add(words);
  return trie;
}

// {words, phrase} of the longest; {0, 0} for none.
std::pair<std::size_t, std::size_t> longest(const phrase_trie& trie, std::string_view text) {
  const auto found = trie.longest(split_words(text));
  return found ? std::pair(found->n_words, found->phrase) : std::pair<std::size_t, std::size_t>(0, 0);
}

TEST(PhraseTrie, FindsTheLongestAtTheBeginning) {
  const auto trie = trie_of({{"iron"}, {"iron", "curtain", "speech"}, {"iron", "curtain"}});
  EXPECT_EQ(longest(trie, "iron curtain fell"), std::pair(std::size_t{2}, std::size_t{2}));
  EXPECT_EQ(longest(trie, "iron curtain speech"), std::pair(std::size_t{3}, std::size_t{1}));
  EXPECT_EQ(longest(trie, "iron"), std::pair(std::size_t{1}, std::size_t{0}));
  EXPECT_EQ(longest(trie, "the iron curtain").first, 0U);
}

TEST(PhraseTrie, FallsBackToAShorterPhraseWhenALongerBreaksOff) {
  const auto trie = trie_of({{"a", "b"}, {"a", "b", "c", "d"}});
  EXPECT_EQ(longest(trie, "a b c e").first, 2U);
}

TEST(PhraseTrie, TakesTheFirstOfTwoEqualOnes) {
  const auto trie = trie_of({{"a", "b"}, {"a", "b"}, {"a", "c"}});
  EXPECT_EQ(longest(trie, "a b").second, 0U);
  EXPECT_EQ(longest(trie, "a c").second, 2U);
}

TEST(PhraseTrie, TriesEveryPathWithWildcards) {
  const auto trie = trie_of({{"work*", "part?"}, {"workers", "of", "the", "world"}, {"w*", "party"}});
  EXPECT_EQ(longest(trie, "workers party"), std::pair(std::size_t{2}, std::size_t{0}));
  EXPECT_EQ(longest(trie, "workers of the world").second, 1U);
  EXPECT_EQ(longest(trie, "women party").second, 2U);
  EXPECT_EQ(longest(trie, "workers of").first, 0U);
}

TEST(PhraseTrie, GivesTheFirstAddedOfEquallyLongOnes) {
  EXPECT_EQ(longest(trie_of({{"a*", "b"}, {"ab", "b"}}), "ab b").second, 0U);
  EXPECT_EQ(longest(trie_of({{"ab", "b"}, {"a*", "b"}}), "ab b").second, 0U);
}

TEST(PhraseTrie, KnowsWhatAPhraseMayBeginWith) {
  const auto trie = trie_of({{"iron", "curtain"}, {"bour*", "class"}});
  EXPECT_TRUE(trie.starts_with("iron"));
  EXPECT_TRUE(trie.starts_with("bourgeois"));
  EXPECT_FALSE(trie.starts_with("curtain"));
  EXPECT_FALSE(trie.empty());
  EXPECT_TRUE(phrase_trie().empty());
  EXPECT_FALSE(phrase_trie().longest({}));
}

TEST(PatternWords, AreCutAtSpacesAndHyphens) {
  EXPECT_EQ(pattern_words("iron  curtain\tfell"), (strings{"iron", "curtain", "fell"}));
  EXPECT_EQ(pattern_words("-anti-soviet*-"), (strings{"anti", "soviet*"}));
  EXPECT_TRUE(pattern_words(" - ").empty());
}

TEST(PatternWords, LoseApostrophesAndStopsAtTheirEnds) {
  EXPECT_EQ(pattern_words("workers' council"), (strings{"workers", "council"}));
  EXPECT_EQ(pattern_words("i.e. don't ..."), (strings{"i.e", "don't"}));
}

TEST(SplitWords, AreCutAtSpacesOnly) {
  EXPECT_EQ(split_words(" a  b-c "), (std::vector<std::string_view>{"a", "b-c"}));
  EXPECT_TRUE(split_words("").empty());
}

}  // namespace
}  // namespace isogloss::tokens
