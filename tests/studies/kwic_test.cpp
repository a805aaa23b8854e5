#include "isogloss/studies/kwic.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/text/graphemes.hpp"
#include "support/small_study.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::named_texts;
using isogloss::testing::scratch_folder;
using ::testing::ElementsAre;
using strings = std::vector<std::string>;

// The rows' pre|keyword|post.
strings lines(const table& t) {
  strings result;
  for (std::size_t i = 0; i < t.n_rows(); ++i)
    result.push_back(t.texts("pre")[i] + '|' + t.texts("keyword")[i] + '|' + t.texts("post")[i]);
  return result;
}

table kwic_of(const named_texts& texts, kwic_options options, material_options m = {}, std::string_view zones = {}) {
  const scratch_folder folder;
  return kwic({isogloss::testing::study_of(folder, texts, zones), std::move(m)}, options);
}

material_options in_zones(const char* zones) {
  material_options o;
  o.zones = corpus::zone_set(zones, "test");
  return o;
}

TEST(Kwic, ShowsTheTextAsItIsWritten) {
  const table t = kwic_of({{"a", "One, two; THREE \"four\" (five)! Six three."}}, {.pattern = "three", .window = 2});
  EXPECT_THAT(lines(t), ElementsAre("One, two; |THREE| \"four\" (five", "five)! Six |three|"));
  EXPECT_EQ(t.integers("from")[0], 3);
  EXPECT_EQ(t.integers("to")[0], 3);
  EXPECT_EQ(t.integers("begin")[0], 10);
  EXPECT_EQ(t.integers("end")[0], 15);
  EXPECT_EQ(t.integers("sentence")[1], 2);
  EXPECT_EQ(t.texts("zone")[0], "body");
  EXPECT_EQ(t.texts("pattern")[0], "three");
}

TEST(Kwic, WritesLineBreaksAsSpaces) {
  const table t = kwic_of({{"a", "one\r\ntwo\nthree\r\rfour\u2028five"}}, {.pattern = "three", .window = 5});
  EXPECT_THAT(lines(t), ElementsAre("one two |three|  four five"));
}

TEST(Kwic, WritesALineBreakWithinThePhraseAsASpace) {
  const table t =
      kwic_of({{"a", "The state  capital and the state-\ncapital."}}, {.pattern = "state capital", .window = 1});
  EXPECT_THAT(lines(t), ElementsAre("The |state  capital| and", "the |state- capital|"));
}

TEST(Kwic, CountsOffsetsInTheFileWithItsByteOrderMark) {
  const table t = kwic_of({{"a",
                            "\xEF\xBB\xBF"
                            "Été à Łódź"}},
                          {.pattern = "łódź", .window = 9});
  EXPECT_THAT(lines(t), ElementsAre("Été à |Łódź|"));
  EXPECT_EQ(t.integers("begin")[0], 3 + 9);
  EXPECT_EQ(t.integers("end")[0], 3 + 9 + 7);
}

TEST(Kwic, ShowsNothingAroundWithAWindowOfNothing) {
  EXPECT_THAT(lines(kwic_of({{"a", "one two three"}}, {.pattern = "two", .window = 0})), ElementsAre("|two|"));
}

TEST(Kwic, StopsAtTheEndsOfTheDocument) {
  const table t = kwic_of({{"a", "\"one two\""}, {"b", "one"}}, {.pattern = "one"});
  EXPECT_THAT(lines(t), ElementsAre("|one| two", "|one|"));
}

TEST(Kwic, CutsNoGrapheme) {
  // Tokens that end between a letter and an accent that it has no composed form with, and inside a family.
  material_options o;
  o.segmentation.token_pattern = "[a-z]+|[👩👧]";
  const std::string text = "cafq\u0301s q\u0308ber 👨‍👩‍👧 q\u0301";
  const table t = kwic_of({{"a", text}}, {.pattern = "ber", .window = 3}, std::move(o));
  EXPECT_THAT(lines(t), ElementsAre("cafq\u0301s q\u0308|ber| 👨‍👩‍👧 q\u0301"));
}

TEST(Kwic, WidensTheKeywordToWholeGraphemesAndItsOffsetsWithIt) {
  material_options o;
  o.segmentation.token_pattern = "[a-z]+";
  const std::string text = "a cafq\u0301 b";
  const table t = kwic_of({{"a", text}}, {.pattern = "cafq", .window = 1}, std::move(o));
  EXPECT_THAT(lines(t), ElementsAre("a |cafq\u0301| b"));
  EXPECT_EQ(text.substr(2, 6), "cafq\u0301");
  EXPECT_EQ(t.integers("end")[0], 8);
}

TEST(Kwic, ShowsEmojiAndOtherScriptsBetweenTheWords) {
  EXPECT_THAT(lines(kwic_of({{"a", "good 👩🏽‍🚀🇫🇷 day"}}, {.pattern = "day"})),
              ElementsAre("good 👩🏽‍🚀🇫🇷 |day|"));
  EXPECT_THAT(lines(kwic_of({{"a", "قال الرئيس: «نعم»."}}, {.pattern = "الرئيس", .window = 1})),
              ElementsAre("قال |الرئيس|: «نعم"));
  EXPECT_THAT(lines(kwic_of({{"a", "中国的人民。"}}, {.pattern = "人民", .window = 9})), ElementsAre("中国的|人民|"));
}

TEST(Kwic, JoinsToTheTextItself) {
  const std::string text = "L'État, c'est moi ; l'état — “l’État” – n'est plus. Ça va: état!";
  const table t = kwic_of({{"a", text}}, {.pattern = "*état", .window = 3});
  ASSERT_EQ(t.n_rows(), 4U);
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    const auto begin = static_cast<std::size_t>(t.integers("begin")[i]);
    const auto& pre = t.texts("pre")[i];
    const std::string joined = pre + t.texts("keyword")[i] + t.texts("post")[i];
    EXPECT_EQ(text.substr(begin - pre.size(), joined.size()), joined);
  }
}

TEST(Kwic, FindsWordsInsideJoinedPhrases) {
  const scratch_folder folder;
  material_options o;
  o.terms.phrases = folder.write("p.csv", "phrase\ncentral committee\n");
  const table t = kwic_of({{"a", "The Central\nCommittee of the central committee met."}},
                          {.pattern = "committee", .window = 1}, std::move(o));
  EXPECT_THAT(lines(t), ElementsAre("Central |Committee| of", "central |committee| met"));
  EXPECT_EQ(t.integers("from")[0], 3);
  EXPECT_EQ(t.integers("from")[1], 7);
  EXPECT_EQ(t.integers("begin")[0], 12);
}

TEST(Kwic, TellsEqualWordsOfAJoinedPhraseApart) {
  const scratch_folder folder;
  material_options o;
  o.terms.phrases = folder.write("p.csv", "phrase\nstate by state\n");
  const table t = kwic_of({{"a", "Go state by state on."}}, {.pattern = "state", .window = 1}, std::move(o));
  EXPECT_THAT(lines(t), ElementsAre("Go |state| by", "by |state| on"));
  EXPECT_THAT(t.integers("begin"), ElementsAre(3, 12));
}

TEST(Kwic, LooksInTheChosenZonesAndShowsAny) {
  const named_texts texts = {{"a", "He said \"we vote\" and I vote too."}};
  const char* zones = "a,8,17,quotation,Smith\n";
  const table body = kwic_of(texts, {.pattern = "vote", .window = 2}, {}, zones);
  EXPECT_THAT(lines(body), ElementsAre("and I |vote| too"));
  const table all = kwic_of(texts, {.pattern = "vote", .window = 2}, in_zones("all"), zones);
  EXPECT_THAT(lines(all), ElementsAre("said \"we |vote|\" and I", "and I |vote| too"));
  EXPECT_EQ(all.texts("zone")[0], "quotation");
  EXPECT_EQ(all.texts("speaker")[0], "Smith");
  EXPECT_EQ(kwic_of(texts, {.pattern = "said we"}, in_zones("all"), zones).n_rows(), 0U) << "two voices";
}

TEST(Kwic, SortsByWhatIsAsked) {
  const named_texts texts = {{"b", "a x d. b X c."}, {"a", "A xy d e. a x C."}};
  const auto sorted = [&](kwic_order order) {
    return lines(kwic_of(texts, {.pattern = "x*", .window = 1, .order = order}));
  };
  EXPECT_THAT(sorted(kwic_order::position), ElementsAre("a |x| d", "b |X| c", "A |xy| d", "a |x| C"));
  EXPECT_THAT(sorted(kwic_order::left), ElementsAre("a |x| d", "A |xy| d", "a |x| C", "b |X| c"));
  EXPECT_THAT(sorted(kwic_order::right), ElementsAre("b |X| c", "a |x| C", "a |x| d", "A |xy| d"));
  EXPECT_THAT(sorted(kwic_order::keyword), ElementsAre("b |X| c", "a |x| C", "a |x| d", "A |xy| d"));
}

TEST(Kwic, SortsByTheNearestWordFirst) {
  const named_texts texts = {{"a", "a b x. b a x. c a x."}};
  EXPECT_THAT(lines(kwic_of(texts, {.pattern = "x", .window = 2, .order = kwic_order::left})),
              ElementsAre("b a |x|. c a", "c a |x|", "a b |x|. b a"));
}

TEST(Kwic, IsTheSameWhateverTheThreads) {
  named_texts texts;
  for (int i = 0; i < 20; ++i)
    texts.emplace_back("d" + std::to_string(i), "The state of state " + std::to_string(i) + " is a state.");
  const auto with = [&](std::size_t threads) {
    const thread_limit limit(threads);
    return lines(kwic_of(texts, {.pattern = "state", .order = kwic_order::right}));
  };
  const strings one = with(1);
  EXPECT_EQ(one.size(), 60U);
  EXPECT_EQ(with(2), one);
  EXPECT_EQ(with(7), one);
}

TEST(Kwic, IsEmptyWhereNothingIsFound) {
  EXPECT_EQ(kwic_of({{"a", "one two"}}, {.pattern = "three"}).n_rows(), 0U);
}

}  // namespace
}  // namespace isogloss::studies
