#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/small_study.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using isogloss::testing::stream_of;
using isogloss::testing::surfaces;
using strings = std::vector<std::string>;

term_rules rules_of(std::string_view phrases, std::string_view variants = {}, bool keep_case = false) {
  const scratch_folder folder;
  term_options options;
  options.keep_case = keep_case;
  options.phrases = folder.write("phrases.csv", phrases);
  if (!variants.empty()) options.variants = folder.write("variants.csv", variants);
  return term_rules(options);
}

// The tokens as written, when "iron curtain" and "five year plan" are phrases.
strings joined(const std::string& text, std::string_view zones = {}) {
  return surfaces(stream_of(text, rules_of("phrase\niron curtain\nfive year plan\n"), 200, zones));
}

TEST(JoinedPhrases, AreOneTokenAsWritten) {
  EXPECT_EQ(joined("The Iron Curtain fell"), (strings{"The", "Iron Curtain", "fell"}));
  const auto stream = stream_of("an iron  curtain", rules_of("phrase\niron curtain\n"));
  EXPECT_EQ(stream.documents[0][1].begin, 3U);
  EXPECT_EQ(stream.documents[0][1].end, 16U);
  EXPECT_EQ(stream.types[index(stream.documents[0][1].type)], "iron curtain");
}

TEST(JoinedPhrases, RunAcrossHyphensAndWrappedLines) {
  EXPECT_EQ(joined("a five-year plan"), (strings{"a", "five year plan"}));
  EXPECT_EQ(joined("the delegates met again beyond the iron\ncurtain and sang"),
            (strings{"the", "delegates", "met", "again", "beyond", "the", "iron curtain", "and", "sang"}));
  EXPECT_EQ(joined("five\u2010year\u00A0plan"), strings{"five year plan"});
}

// Non-breaking hyphen, ideographic space, em space: hyphens and white space all the same.
TEST(JoinedPhrases, RunAcrossEveryHyphenAndSpace) {
  EXPECT_EQ(joined("five\u2011year plan"), strings{"five year plan"});
  EXPECT_EQ(joined("iron\u3000curtain"), strings{"iron curtain"});
  EXPECT_EQ(joined("iron\u2003curtain"), strings{"iron curtain"});
}

TEST(JoinedPhrases, DoNotRunAcrossOtherMarksSentencesOrVoices) {
  EXPECT_EQ(joined("iron, curtain"), (strings{"iron", "curtain"}));
  EXPECT_EQ(joined("Iron. Curtain"), (strings{"Iron", "Curtain"}));
  EXPECT_EQ(joined("iron\n\ncurtain"), (strings{"iron", "curtain"}));
  EXPECT_EQ(joined("iron — curtain"), (strings{"iron", "curtain"}));
  EXPECT_EQ(joined("iron curtain", "a,0,5,quotation,\n"), (strings{"iron", "curtain"}));
}

TEST(JoinedPhrases, TakeTheLeftmostThenTheLongest) {
  const auto rules = rules_of("phrase\na b\nb c\na b c\nc d\n");
  EXPECT_EQ(surfaces(stream_of("a b c d", rules)), (strings{"a b c", "d"}));
  EXPECT_EQ(surfaces(stream_of("x b c d", rules)), (strings{"x", "b c", "d"}));
}

TEST(JoinedPhrases, AreComparedInTheirBase) {
  const auto rules = rules_of("phrase,term\nLabour Party,LP\n", "variant,term\nlabor,labour\n");
  const auto stream = stream_of("LABOR party", rules);
  EXPECT_EQ(surfaces(stream), strings{"LABOR party"});
  EXPECT_EQ(rules.base("LABOR party"), "LP");
}

TEST(JoinedPhrases, TakeWildcardsWhateverTheirCase) {
  EXPECT_EQ(surfaces(stream_of("Soviet unions met", rules_of("phrase\nsoviet union*\n"))),
            (strings{"Soviet unions", "met"}));
  EXPECT_EQ(surfaces(stream_of("Soviet unions met", rules_of("phrase\nSoviet Union*\n"))),
            (strings{"Soviet unions", "met"}));
  EXPECT_EQ(surfaces(stream_of("Soviet unions met", rules_of("phrase\nSoviet Union*\n", {}, true))),
            (strings{"Soviet", "unions", "met"}));
}

TEST(JoinedPhrases, TakeEitherApostropheAtAWordsEnd) {
  EXPECT_EQ(surfaces(stream_of("the workers' council", rules_of("phrase\nworkers' council\n"))),
            (strings{"the", "workers council"}));
  EXPECT_EQ(surfaces(stream_of("the workers’ council", rules_of("phrase\nworkers’ council\n"))),
            (strings{"the", "workers council"}));
}

TEST(JoinedPhrases, CountAsOneTokenOfASegment) {
  const auto stream = stream_of("Iron curtain fell. It rusted.", rules_of("phrase\niron curtain\n"), 2);
  EXPECT_EQ(stream.documents[0].back().segment, 2U);
}

TEST(PhraseList, RefusesSingleWords) {
  const auto problems = problems_of([] { return rules_of("phrase\nSoviet\n\"iron curtain\"\n'.' a\n"); });
  EXPECT_EQ(problems.size(), 2U);
  EXPECT_TRUE(has_problem(problems, ":2", "\"Soviet\" is no phrase"));
  EXPECT_TRUE(has_problem(problems, ":4", "is no phrase"));
}

}  // namespace
}  // namespace isogloss::tokens
