#include "isogloss/tokens/term_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using ::testing::Contains;
using strings = std::vector<std::string>;

std::string base(std::string_view word, const term_options& options = {}) {
  return term_rules(options).base(word);
}
strings terms(std::string_view word, const term_options& options = {}) {
  return term_rules(options).terms(word);
}

template <class Change>
term_options with(const Change& change) {
  term_options options;
  change(options);
  return options;
}

TEST(TermRules, FoldCaseAndUnifyApostrophesByDefault) {
  EXPECT_EQ(base("Straße"), "strasse");
  EXPECT_EQ(base("Don’t"), "don't");
  EXPECT_EQ(base("l\u02BCHomme"), "l'homme");
  EXPECT_EQ(base("Cafe\u0301"), "café");
  EXPECT_EQ(base("İstanbul"), "i\u0307stanbul");
  EXPECT_EQ(base("ΣΊΣΥΦΟΣ"), base("Σίσυφος"));
}

// U+0149 folds to U+02BC and n.
TEST(TermRules, UnifyApostrophesThatFoldingBrings) {
  EXPECT_EQ(base("ŉ"), "'n");
}

TEST(TermRules, GiveABaseThatIsItsOwnBase) {
  for (const char* word : {"ŉ", "ŉSkool", "ẞ", "ǰ", "ΐ", "ﬓ", "Ꭰ", "İ", "ᾳ", "K"}) {
    EXPECT_EQ(base(base(word)), base(word)) << word;
  }
}

TEST(TermRules, KeepCaseWhenAsked) {
  const auto options = with([](auto& o) { o.keep_case = true; });
  EXPECT_EQ(base("Don’t", options), "Don't");
  EXPECT_EQ(base("Cafe\u0301", options), "Café");
}

TEST(TermRules, TakeCompatibilityCharactersApartWithNfkc) {
  EXPECT_EQ(base("ﾊﾝｶｸ"), "ﾊﾝｶｸ");
  EXPECT_EQ(base("ﾊﾝｶｸ", with([](auto& o) { o.form = text::normalisation::nfkc; })), "ハンカク");
  EXPECT_EQ(base("𝐀Ｂ", with([](auto& o) { o.form = text::normalisation::nfkc; })), "ab");
}

TEST(TermRules, StripThePossessiveWhenAsked) {
  const auto options = with([](auto& o) { o.strip_possessive = true; });
  EXPECT_EQ(base("Lenin’s"), "lenin's");
  EXPECT_EQ(base("Lenin’s", options), "lenin");
  EXPECT_EQ(base("LENIN'S", options), "lenin");
  EXPECT_EQ(base("'s", options), "'s");
  EXPECT_EQ(base("classes", options), "classes");
  EXPECT_EQ(base("PARTY'S", with([](auto& o) { o.strip_possessive = o.keep_case = true; })), "PARTY");
}

TEST(TermRules, CountWordsWithALetterUnlessNumbersAreKept) {
  const term_rules rules({});
  EXPECT_TRUE(rules.is_counted("covid19"));
  EXPECT_TRUE(rules.is_counted("中"));
  EXPECT_FALSE(rules.is_counted("1917"));
  EXPECT_FALSE(rules.is_counted("٣"));
  EXPECT_TRUE(term_rules(with([](auto& o) { o.keep_numbers = true; })).is_counted("1917"));
}

TEST(TermRules, StemInTheLanguageAskedFor) {
  EXPECT_EQ(terms("Nationalising", with([](auto& o) { o.stem = "english"; })), strings{"nationalis"});
  EXPECT_EQ(terms("книгами", with([](auto& o) { o.stem = "russian"; })), strings{"книг"});
  EXPECT_THAT(stemmer_languages(), Contains("german"));
  const auto problems = problems_of([] { return term_rules(with([](auto& o) { o.stem = "klingon"; })); });
  EXPECT_TRUE(has_problem(problems, "--stem", "no stemmer for \"klingon\""));
}

TEST(TermRules, CutIntoNgramsOfGraphemesInAFrame) {
  const auto trigrams = with([](auto& o) { o.character_ngrams = 3; });
  EXPECT_EQ(terms("Haus", trigrams), (strings{"_ha", "hau", "aus", "us_"}));
  EXPECT_EQ(terms("a", trigrams), strings{"_a_"});
  EXPECT_EQ(terms("q\u0323x", trigrams), (strings{"_q\u0323x", "q\u0323x_"}));
  EXPECT_EQ(terms("ab", with([](auto& o) { o.character_ngrams = 9; })), strings{"_ab_"});
  EXPECT_EQ(terms("ab", with([](auto& o) { o.character_ngrams = 1; })), (strings{"_", "a", "b", "_"}));
}

class TermFiles : public ::testing::Test {
 protected:
  [[nodiscard]] term_options stopped_by(std::string_view list) const {
    return with([&](auto& o) { o.stopwords = folder.write("stopwords.txt", list); });
  }
  scratch_folder folder;
};

TEST_F(TermFiles, LeaveOutStopWordsWhateverTheirCaseAndApostrophe) {
  auto options = stopped_by("# a list\n  The  # article\r\ndon’t\n\n\nÜBER\n");
  EXPECT_TRUE(terms("the", options).empty());
  EXPECT_TRUE(terms("THE", options).empty());
  EXPECT_TRUE(terms("Don't", options).empty());
  EXPECT_TRUE(terms("u\u0308ber", options).empty());
  EXPECT_EQ(terms("list", options), strings{"list"});
  EXPECT_TRUE(term_rules(options).is_counted("the"));
  options.keep_case = true;
  EXPECT_TRUE(terms("The", options).empty());
  EXPECT_EQ(terms("the", options), strings{"the"});
}

TEST_F(TermFiles, ReadAStopListWithAByteOrderMark) {
  EXPECT_TRUE(terms("the", stopped_by("\xEF\xBB\xBFthe\nof\n")).empty());
}

TEST_F(TermFiles, CompareStopWordsBeforeStemmingAndNgrams) {
  auto options = stopped_by("parties\n");
  options.stem = "english";
  EXPECT_TRUE(terms("Parties", options).empty());
  EXPECT_EQ(terms("party", options), strings{"parti"});
  options.character_ngrams = 2;
  EXPECT_TRUE(terms("parties", options).empty());
}

TEST_F(TermFiles, UnifyVariantsAfterThePossessiveAndBeforeStopWords) {
  auto options = stopped_by("colour\n");
  options.strip_possessive = true;
  options.variants = folder.write("v.csv", "variant,term\nColor,colour\n");
  EXPECT_EQ(base("Color’s", options), "colour");
  EXPECT_TRUE(terms("color", options).empty());
  options.strip_possessive = false;
  EXPECT_EQ(base("color's", options), "color's");
}

TEST_F(TermFiles, GiveAPhraseItsTermAndLeaveItUnstemmed) {
  auto options = stopped_by("soviet union\n");
  options.stem = "english";
  options.phrases = folder.write("p.csv", "phrase,term\nSoviet Union,\nUnited Nations,UN\n");
  EXPECT_EQ(base("United  NATIONS", options), "UN");
  EXPECT_EQ(terms("United Nations", options), strings{"UN"});
  EXPECT_TRUE(terms("SOVIET Union", options).empty());
  EXPECT_EQ(terms("running dogs", options), strings{"running dogs"});
}

TEST_F(TermFiles, MustBeReadable) {
  EXPECT_FALSE(
      problems_of([&] { return term_rules(with([&](auto& o) { o.stopwords = folder.path() / "no.txt"; })); }).empty());
  EXPECT_TRUE(
      has_problem(problems_of([&] { return term_rules(stopped_by("a\n\xE9\n")); }), "stopwords.txt:2", "not UTF-8"));
}

}  // namespace
}  // namespace isogloss::tokens
