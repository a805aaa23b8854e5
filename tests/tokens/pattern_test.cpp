#include "isogloss/tokens/pattern.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "support/errors.hpp"
#include "support/small_study.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using isogloss::testing::stream_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using places = std::vector<std::size_t>;

// Where a pattern begins in a text, in words.
places found(const std::string& text, const std::string& written, const pattern_options& o = {},
             const term_options& terms = {}) {
  const term_rules rules(terms);
  const token_stream stream = stream_of(text, rules);
  const stream_words words(stream);
  return pattern_finder(pattern(written, o), words, rules).find(words.of_document(stream.documents[0]));
}

constexpr pattern_options regex{.regex = true, .keep_case = false, .form = {}, .token_pattern = {}};

TEST(Pattern, FindsAWordWhateverItsCase) {
  EXPECT_THAT(found("State and state; the STATE.", "state"), ElementsAre(0, 2, 4));
  EXPECT_THAT(found("State and state; the STATE.", "STATE"), ElementsAre(0, 2, 4));
}

TEST(Pattern, KeepsCaseWhenAsked) {
  const pattern_options strict{.regex = false, .keep_case = true, .form = {}, .token_pattern = {}};
  term_options terms;
  terms.keep_case = true;
  EXPECT_THAT(found("State and state.", "state", strict, terms), ElementsAre(2));
  EXPECT_THAT(found("State and states.", "St*", strict, terms), ElementsAre(0));
}

TEST(Pattern, TakesWildcards) {
  EXPECT_THAT(found("bureaucracy, Bureaucrats and a bureau", "bureaucra*"), ElementsAre(0, 1));
  EXPECT_THAT(found("cat cot coat", "c?t"), ElementsAre(0, 1));
}

TEST(Pattern, FindsPhrasesAcrossBlanksHyphensAndLineBreaks) {
  EXPECT_THAT(found("State capitalism is state-capitalist.", "state capital*"), ElementsAre(0, 3));
  EXPECT_THAT(found("the state, capital, and a short\nstate\ncapital", "state capital"), ElementsAre(6));
  EXPECT_THAT(found("the state, capital. Or a state. Capital is.", "state capital"), IsEmpty());
  EXPECT_THAT(found("any state of any kind", "any *"), ElementsAre(0, 3));
}

TEST(Pattern, DoesNotOverlapItself) {
  EXPECT_THAT(found("very very very very very", "very very"), ElementsAre(0, 2));
}

TEST(Pattern, TakesJoinedPhrasesApart) {
  const scratch_folder folder;
  term_options terms;
  terms.phrases = folder.write("phrases.csv", "phrase\ncentral committee\n");
  EXPECT_THAT(found("The Central Committee met.", "committee", {}, terms), ElementsAre(2));
  EXPECT_THAT(found("The Central Committee met.", "committee met", {}, terms), ElementsAre(2));
  EXPECT_THAT(found("The Central Committee met.", "the central", {}, terms), ElementsAre(0));
}

TEST(Pattern, UnifiesSpellingVariants) {
  const scratch_folder folder;
  term_options terms;
  terms.variants = folder.write("variants.csv", "variant,term\nlabor,labour\n");
  EXPECT_THAT(found("Labor and labour", "labor", {}, terms), ElementsAre(0, 2));
  EXPECT_THAT(found("Labor and labour", "labour", {}, terms), ElementsAre(0, 2));
  EXPECT_THAT(found("Labor and labour", "labor*", {}, terms), ElementsAre(0)) << "as written";
  EXPECT_THAT(found("Labor and labour", "labour*", {}, terms), ElementsAre(0, 2)) << "and as its variant";
}

TEST(Pattern, UnifiesApostrophes) {
  EXPECT_THAT(found("Stalin’s and Stalin's", "stalin's"), ElementsAre(0, 2));
  EXPECT_THAT(found("Stalin’s and Stalin's", "stalin’s"), ElementsAre(0, 2));
  EXPECT_THAT(found("Stalin’s and Stalin", "stalin"), ElementsAre(2));
}

TEST(Pattern, FindsNumbers) {
  EXPECT_THAT(found("In 1937 and 1938", "193?"), ElementsAre(1, 3));
  EXPECT_THAT(found("In 1937 and 1938", "1937"), ElementsAre(1));
}

TEST(Pattern, IsCutIntoWordsAsTheTextIs) {
  const std::string chinese = "中国共产党领导人民。";
  const term_rules rules{term_options{}};
  const auto words = isogloss::testing::surfaces(stream_of(chinese, rules));
  ASSERT_GT(words.size(), 2U);
  EXPECT_THAT(found(chinese, words[0] + words[1]), ElementsAre(0)) << "written without a blank";
  EXPECT_THAT(found("ที่นี่มีคนมาก", isogloss::testing::surfaces(stream_of("ที่นี่มีคนมาก", rules))[1]), ElementsAre(1));
  EXPECT_THAT(found("قال الرئيس ثم الرئيس", "الرئيس"), ElementsAre(1, 3));
}

TEST(Pattern, FollowsTheTokenPattern) {
  const scratch_folder folder;
  const term_rules rules{term_options{}};
  const auto study = isogloss::testing::study_of(folder, {{"a", "state-capital and state"}});
  const auto stream = tokenise(study, {.token_pattern = "[\\w-]+", .segment_tokens = 200}, rules);
  const stream_words words(stream);
  const auto row = words.of_document(stream.documents[0]);
  const auto look = [&](const char* written) {
    return pattern_finder(
               pattern(written, {.regex = false, .keep_case = false, .form = {}, .token_pattern = "[\\w-]+"}), words,
               rules)
        .find(row);
  };
  EXPECT_THAT(look("state-capital"), ElementsAre(0));
  EXPECT_THAT(look("state-*"), ElementsAre(0));
  EXPECT_THAT(look("state"), ElementsAre(2));
}

TEST(Pattern, TakesRegularExpressionsOneAWord) {
  EXPECT_THAT(found("The colour, the color and the Colours", "colou?rs?", regex), ElementsAre(1, 3, 6));
  EXPECT_THAT(found("The colour, the color and the Colours", "colou?r", regex), ElementsAre(1, 3)) << "whole words";
  EXPECT_THAT(found("state capitalism, State capital", "STATE capital(ism)?", regex), ElementsAre(0, 2));
  EXPECT_THAT(found("state capitalism, state power", "state .+", regex), ElementsAre(0, 2));
}

TEST(Pattern, MustSaySomething) {
  const auto make = [](const std::string& written, bool is_regex = false) {
    return problems_of([&] {
      return pattern(written, {.regex = is_regex, .keep_case = false, .form = {}, .token_pattern = {}}).n_words();
    });
  };
  for (const char* empty : {"", " ", "- ...", "!"}) EXPECT_TRUE(has_problem(make(empty), "PATTERN", "has no word"));
  for (const char* all : {"*", "??", "* *", "?*"})
    EXPECT_TRUE(has_problem(make(all), "PATTERN", "matches every word")) << all;
  for (const char* all : {".+", "\\S+", "\\w+", "\\p{L}+", ".+ .+", "(?s).{1,}"})
    EXPECT_TRUE(has_problem(make(all, true), "PATTERN", "matches every word")) << all;
  EXPECT_TRUE(has_problem(make("a [", true), "PATTERN", "is not a regular expression"));
  EXPECT_TRUE(has_problem(make("a\xFF"), "PATTERN", "is not UTF-8 (byte 1: 0xFF)"));
  EXPECT_TRUE(make("[a-z]{3}", true).empty());
  EXPECT_TRUE(make("a*").empty());
}

}  // namespace
}  // namespace isogloss::tokens
