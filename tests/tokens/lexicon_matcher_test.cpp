#include "isogloss/tokens/lexicon_matcher.hpp"

#include <gtest/gtest.h>

#include "support/lexicons.hpp"
#include "support/small_study.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::small_lexicon;
using isogloss::testing::stream_of;
using strings = std::vector<std::string>;

// "category:pattern" of every entry that the word fits.
strings fitting(const small_lexicon& l, std::string_view word) {
  strings found;
  for (const auto i : l.matcher().entries_of(l.rules.word_base(word))) {
    const auto& entry = l.lexicon.entries[i];
    found.push_back(l.lexicon.categories[entry.category] + ":" + entry.pattern);
  }
  return found;
}

TEST(LexiconMatcher, PrefersTheExactPatternThenTheLongest) {
  const small_lexicon l("c,w*\nc,work*\nc,*kers\nc,workers\nc,wor*\n");
  EXPECT_EQ(fitting(l, "Workers"), strings{"c:workers"});
  EXPECT_EQ(fitting(l, "working"), strings{"c:work*"});
  EXPECT_EQ(fitting(l, "world"), strings{"c:wor*"});
  EXPECT_EQ(fitting(l, "wakers"), strings{"c:*kers"});
  EXPECT_EQ(fitting(l, "w"), strings{"c:w*"});
  EXPECT_EQ(fitting(l, "x"), strings{});
}

TEST(LexiconMatcher, CountsAWordOnceACategoryAndForEveryCategory) {
  const small_lexicon l("a,free*\nb,freedom\na,freedom\nb,f*\n");
  EXPECT_EQ(fitting(l, "freedom").size(), 2U);
  EXPECT_EQ(fitting(l, "freedom"), (strings{"b:freedom", "a:freedom"}));
  EXPECT_EQ(fitting(l, "freely"), (strings{"a:free*", "b:f*"}));
}

TEST(LexiconMatcher, TakesWildcardsInsideAndAtTheFront) {
  const small_lexicon l("c,wom?n\nc,*изм*\nc,anti*ist\n");
  EXPECT_EQ(fitting(l, "WOMEN"), strings{"c:wom?n"});
  EXPECT_EQ(fitting(l, "Социализма"), strings{"c:*изм*"});
  EXPECT_EQ(fitting(l, "antifascist"), strings{"c:anti*ist"});
  EXPECT_EQ(fitting(l, "antifascists"), strings{});
}

TEST(LexiconMatcher, TriesAFormWithItsPossessiveFirst) {
  const small_lexicon l("c,lenin\nc,it's\nc,it\nd,o'neill's\n");
  EXPECT_EQ(fitting(l, "Lenin’s"), strings{"c:lenin"});
  EXPECT_EQ(fitting(l, "It’s"), strings{"c:it's"});
  EXPECT_EQ(fitting(l, "O'Neill's"), strings{"d:o'neill's"});
  EXPECT_EQ(fitting(l, "'s"), strings{});
}

TEST(LexiconMatcher, UnifiesVariantsInWordsAndPatterns) {
  const small_lexicon l("c,color\nd,labour\n", "color,colour\nlabor,labour\n");
  EXPECT_EQ(fitting(l, "colour"), strings{"c:color"});
  EXPECT_EQ(fitting(l, "Color"), strings{"c:color"});
  EXPECT_EQ(fitting(l, "LABOR"), strings{"d:labour"});
}

TEST(LexiconMatcher, UnifiesVariantsOfAPossessiveToo) {
  const small_lexicon l("c,labour\n", "labor,labour\n");
  EXPECT_EQ(fitting(l, "labour's"), strings{"c:labour"});
  EXPECT_EQ(fitting(l, "labor's"), strings{"c:labour"});
}

TEST(LexiconForm, KeepsFormAndVariantsAndNothingElse) {
  term_options options;
  options.keep_case = options.strip_possessive = options.keep_numbers = true;
  options.form = text::normalisation::nfkc;
  options.stem = "english";
  options.character_ngrams = 3;
  options.variants = "v.csv";
  options.phrases = "p.csv";
  options.stopwords = "s.txt";
  const auto form = lexicon_form(options);
  EXPECT_FALSE(form.keep_case || form.strip_possessive);
  EXPECT_TRUE(form.stem.empty() && form.phrases.empty() && form.stopwords.empty());
  EXPECT_EQ(form.character_ngrams, 0U);
  EXPECT_EQ(form.form, text::normalisation::nfkc);
  EXPECT_EQ(form.variants, "v.csv");
}

// "pattern=words x count" of every phrase found in the text.
strings phrases_in(const small_lexicon& l, const std::string& text, std::string_view zones = {}) {
  const auto stream = stream_of(text, term_rules({}), 200, zones);
  const auto phrases = find_lexicon_phrases(stream, l.matchers, l.rules);
  strings found;
  for (const auto& p : phrases.at(0)) {
    found.push_back(p.pattern + "=" + p.words + " x " + std::to_string(p.count));
  }
  return found;
}

TEST(LexiconPhrases, AreFoundLeftmostLongestAndMerged) {
  const small_lexicon l("c,iron curtain\nc,iron curtain speech\nc,curtain call*\n");
  EXPECT_EQ(phrases_in(l, "Iron Curtain, iron curtain. Iron Curtain speech. Iron curtain calls"),
            (strings{"iron curtain=Iron Curtain x 1", "iron curtain=Iron curtain x 1", "iron curtain=iron curtain x 1",
                     "iron curtain speech=Iron Curtain speech x 1"}));
  EXPECT_EQ(phrases_in(l, "iron curtain or iron-curtain"), strings{"iron curtain=iron curtain x 2"});
}

TEST(LexiconPhrases, DoNotCrossCommasSentencesOrVoices) {
  const small_lexicon l("c,iron curtain\n");
  EXPECT_EQ(phrases_in(l, "iron, curtain. Iron. Curtain"), strings{});
  EXPECT_EQ(phrases_in(l, "iron curtain", "a,0,5,note,\n"), strings{});
}

TEST(LexiconPhrases, SeeThroughJoinedPhrases) {
  const isogloss::testing::scratch_folder folder;
  term_options options;
  options.phrases = folder.write("phrases.csv", "phrase\nbehind the\nthe iron\n");
  const auto stream = stream_of("behind the iron curtain", term_rules(options));
  const small_lexicon l("c,the iron curtain\n");
  const std::vector<corpus::lexicon_phrase> found = find_lexicon_phrases(stream, l.matchers, l.rules).at(0);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].words, "the iron curtain");
}

TEST(LexiconPhrases, OfTwoCategoriesCountForBoth) {
  const small_lexicon l("war,cold war\nfear,cold war\n");
  EXPECT_EQ(phrases_in(l, "a cold war").size(), 2U);
}

}  // namespace
}  // namespace isogloss::tokens
