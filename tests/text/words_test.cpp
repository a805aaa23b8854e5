#include "isogloss/text/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/errors.hpp"

namespace isogloss::text {
namespace {

using isogloss::testing::problems_of;
using strings = std::vector<std::string>;

strings words_in(std::string_view text, const std::string& pattern = "") {
  word_segmenter segmenter(pattern);
  strings words;
  segmenter.for_each_word(text, [&](range r) { words.emplace_back(text.substr(r.begin, r.end - r.begin)); });
  return words;
}

TEST(Words, HoldALetterOrANumber) {
  EXPECT_EQ(words_in("Well — 3.14, or 1,000? #yes! … €5"), (strings{"Well", "3.14", "or", "1,000", "yes", "5"}));
  EXPECT_EQ(words_in(""), strings{});
  EXPECT_EQ(words_in(" \n\t— … 👍 🇫🇷 👩‍👩‍👧 ☃"), strings{});
}

TEST(Words, KeepApostrophesInsideAndLeaveThemAtTheEnds) {
  EXPECT_EQ(words_in("don't don’t l’homme"), (strings{"don't", "don’t", "l’homme"}));
  EXPECT_EQ(words_in("'tis the workers' ‘cause’"), (strings{"tis", "the", "workers", "cause"}));
}

TEST(Words, PartAtHyphensAndSlashes) {
  EXPECT_EQ(words_in("well-known and/or half\u2010way"), (strings{"well", "known", "and", "or", "half", "way"}));
  EXPECT_EQ(words_in("snake_case"), strings{"snake_case"});
}

TEST(Words, OfAnAddressAreItsParts) {
  EXPECT_EQ(words_in("https://www.example.org/a?b=c"), (strings{"https", "www.example.org", "a", "b", "c"}));
}

TEST(Words, AreFoundInGermanAndTurkish) {
  EXPECT_EQ(words_in("Die Straße, größer."), (strings{"Die", "Straße", "größer"}));
  EXPECT_EQ(words_in("İstanbul'da ışık"), (strings{"İstanbul'da", "ışık"}));
}

TEST(Words, AreFoundInArabicWithItsMarks) {
  EXPECT_EQ(words_in("اَلْكِتَابُ جَدِيدٌ، نعم؟"), (strings{"اَلْكِتَابُ", "جَدِيدٌ", "نعم"}));
}

TEST(Words, KeepHebrewGershayimInside) {
  EXPECT_EQ(words_in("צה״ל וצה\"ל ג׳ירפה"), (strings{"צה״ל", "וצה\"ל", "ג׳ירפה"}));
}

TEST(Words, AreFoundInThaiByDictionary) {
  EXPECT_EQ(words_in("ภาษาไทย"), (strings{"ภาษา", "ไทย"}));
}

TEST(Words, AreFoundInChineseAndJapaneseByDictionary) {
  EXPECT_EQ(words_in("我们在北京大学。"), (strings{"我们", "在", "北京", "大学"}));
  EXPECT_EQ(words_in("東京は日本の首都です"), (strings{"東京", "は", "日本", "の", "首都", "です"}));
}

// The n-th word of both forms is the same text.
TEST(Words, AreTheSameInBothNormalForms) {
  const strings composed = words_in("Łódź naïve café Ångström 각하 Việt");
  const strings decomposed = words_in(
      "Ło\u0301dz\u0301 nai\u0308ve cafe\u0301 A\u030Angstro\u0308m \u1100\u1161\u11A8\u1112\u1161 Vie\u0323\u0302t");
  EXPECT_EQ(composed.size(), 6U);
  EXPECT_EQ(decomposed.size(), composed.size());
  EXPECT_EQ(decomposed[0], "Ło\u0301dz\u0301");
  EXPECT_EQ(words_in("cafe\u0301s"), strings{"cafe\u0301s"});
}

TEST(Words, CarryOffsetsInBytes) {
  std::vector<range> found;
  word_segmenter().for_each_word("é → ж", [&](range r) { found.push_back(r); });
  EXPECT_EQ(found, (std::vector<range>{{0, 2}, {7, 9}}));
}

TEST(TokenPattern, TakesWhatItMatches) {
  EXPECT_EQ(words_in("Don't — 3x ж́", "\\p{L}+"), (strings{"Don", "t", "x", "ж"}));
  EXPECT_EQ(words_in("a,b;c", "[,;]"), (strings{",", ";"}));
  EXPECT_EQ(words_in("well-known", "[\\p{L}-]+"), strings{"well-known"});
}

// A letter and its accent are one, and the ranges are those of the text as it is.
TEST(TokenPattern, IsTheSameInBothNormalForms) {
  EXPECT_EQ(words_in("l’e\u0301te\u0301, nai\u0308f Vie\u0323\u0302t; été", "\\p{L}+"),
            (strings{"l", "e\u0301te\u0301", "nai\u0308f", "Vie\u0323\u0302t", "été"}));
  EXPECT_EQ(words_in("\u1100\u1161\u11A8\u1112\u1161 x", "."),
            (strings{"\u1100\u1161\u11A8", "\u1112\u1161", " ", "x"}));
  EXPECT_EQ(words_in("ae\u0301\nb\u0302", "(?m)^\\p{L}+"), (strings{"ae\u0301", "b"}));
}

TEST(TokenPattern, KnowsLineAndWordEdges) {
  EXPECT_EQ(words_in("one two\nthree four", "(?m)^\\w+"), (strings{"one", "three"}));
  EXPECT_EQ(words_in("cat concat", "\\bcat\\b"), strings{"cat"});
}

TEST(TokenPattern, SkipsMatchesOfNothing) {
  EXPECT_EQ(words_in("ab", "(?=a)|b"), strings{"b"});
}

TEST(TokenPattern, MustBeARegularExpression) {
  const auto problems = problems_of([] { return word_segmenter("(\\w+"); });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].where, "--token-pattern");
  EXPECT_NE(problems[0].what.find("\"(\\w+\" is not a regular expression"), std::string::npos);
}

TEST(TokenPattern, MustNotMatchNothing) {
  for (const char* pattern : {"\\w*", "a?", "x|", "^"}) {
    const auto problems = problems_of([&] { return word_segmenter(pattern); });
    ASSERT_EQ(problems.size(), 1U) << pattern;
    EXPECT_NE(problems[0].what.find("matches the empty string"), std::string::npos);
  }
}

TEST(WordSegmenter, CanBeMovedAndUsedAgain) {
  word_segmenter first("\\d+");
  word_segmenter second = std::move(first);
  first = word_segmenter();
  int n = 0;
  second.for_each_word("1 a 2", [&](range) { ++n; });
  second.for_each_word("3", [&](range) { ++n; });
  first.for_each_word("1 a 2", [&](range) { n += 10; });
  EXPECT_EQ(n, 33);
}

}  // namespace
}  // namespace isogloss::text
