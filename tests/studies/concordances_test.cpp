#include "isogloss/studies/concordances.hpp"

#include <gmock/gmock.h>

#include <numeric>
#include <string>
#include <vector>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/studies/kwic.hpp"
#include "support/small_study.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::named_texts;
using isogloss::testing::scratch_folder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using strings = std::vector<std::string>;

concordance_name term(const std::string& name) {
  return {concordance_name::kind::term, name};
}

// document: pre|keyword|post (zone speaker)
strings lines(const material& m, const many_concordances& all, std::size_t i = 0) {
  strings result;
  for (const auto& l : all.of[i].lines) {
    const auto& text = all.passages[l.document];
    const auto cut = [&](std::size_t from, std::size_t to) { return text.substr(from, to - from); };
    result.push_back(m.study().documents[l.document].name + ": " + cut(l.around.begin, l.keyword.begin) + '|' +
                     cut(l.keyword.begin, l.keyword.end) + '|' + cut(l.keyword.end, l.around.end) + " (" +
                     std::string(corpus::name(all.voices[l.voice].kind)) + ' ' + all.voices[l.voice].speaker + ')');
  }
  return result;
}

strings kwic_lines(const material& m, const kwic_pattern& pattern) {
  const table t = kwic(m, {.pattern = pattern.written, .regex = pattern.regex});
  strings result;
  for (std::size_t i = 0; i < t.n_rows(); ++i)
    result.push_back(t.texts("document")[i] + ": " + t.texts("pre")[i] + '|' + t.texts("keyword")[i] + '|' +
                     t.texts("post")[i] + " (" + t.texts("zone")[i] + ' ' + t.texts("speaker")[i] + ')');
  return result;
}

// The lines of a term that kwic finds by one pattern; checked against kwic's.
strings checked(const material& m, const std::string& name, const kwic_pattern& by) {
  const auto all = concordances(m, {term(name)}, {});
  EXPECT_THAT(all.of[0].patterns, ElementsAre(by)) << all.of[0].patterns.at(0).written;
  const auto found = lines(m, all);
  EXPECT_EQ(found, kwic_lines(m, by));
  EXPECT_EQ(std::accumulate(all.of[0].counts.begin(), all.of[0].counts.end(), std::size_t{0}), found.size());
  return found;
}

const named_texts some = {{"a", "The State is a state.\r\nWe governed; they are governing, \"the government\" not."},
                          {"b", "Colour, color & <script>alert('1')</script> \u2028 of the state’s «état»."}};

TEST(Concordances, HaveTheLinesOfKwicForATerm) {
  const scratch_folder folder;
  const material m(isogloss::testing::study_of(folder, some), {});
  EXPECT_EQ(checked(m, "state", {"state", false}).size(), 2U);
  EXPECT_EQ(checked(m, "script", {"script", false}).size(), 2U);
  EXPECT_THAT(checked(m, "of", {"of", false}),
              ElementsAre("b: color & <script>alert('1')</script>   |of| the state’s «état (body )"));
  EXPECT_THAT(checked(m, "nowhere", {"nowhere", false}), IsEmpty());
}

TEST(Concordances, FindAStemByTheWordsThatWereCounted) {
  const scratch_folder folder;
  material_options o;
  o.terms.stem = "english";
  const material m(isogloss::testing::study_of(folder, some), std::move(o));
  EXPECT_EQ(checked(m, "govern", {"(governed|governing|government)", true}).size(), 3U);
}

TEST(Concordances, FindVariantsAndPossessives) {
  const scratch_folder folder;
  material_options o;
  o.terms.variants = folder.write("variants.csv", "variant,term\ncolor,colour\n");
  o.terms.strip_possessive = true;
  const material m(isogloss::testing::study_of(folder, some), std::move(o));
  EXPECT_EQ(checked(m, "colour", {"colour", false}).size(), 2U);
  EXPECT_EQ(checked(m, "state", {"state", false}).size(), 3U);
}

TEST(Concordances, FindJoinedPhrasesAndTheirWords) {
  const scratch_folder folder;
  material_options o;
  o.terms.phrases = folder.write("phrases.csv",
                                 "phrase,term\ncentral committee,central committee\ntrade union,union\n"
                                 "trade unions,union\n");
  const material m(
      isogloss::testing::study_of(
          folder, {{"a", "The Central Committee, a committee. Trade unions and the trade union, a union."}}),
      std::move(o));
  EXPECT_EQ(checked(m, "central committee", {"central committee", false}).size(), 1U);
  EXPECT_EQ(checked(m, "committee", {"committee", false}).size(), 2U);
  const auto all = concordances(m, {term("union")}, {});
  EXPECT_THAT(all.of[0].patterns, ElementsAre(kwic_pattern{"union", false}, kwic_pattern{"trade union", false},
                                              kwic_pattern{"trade unions", false}));
  EXPECT_THAT(all.of[0].counts, ElementsAre(3)) << "each hit once, the longest pattern of it";
}

TEST(Concordances, FindNGramsOfStems) {
  const scratch_folder folder;
  material_options o;
  o.ngrams = 2;
  o.terms.stem = "english";
  const material m(isogloss::testing::study_of(folder, {{"a", "We vote now. They voted now; she votes never."}}),
                   std::move(o));
  EXPECT_EQ(checked(m, "vote now", {"(vote|voted|votes) now", true}).size(), 2U);
}

TEST(Concordances, KeepLettersThatRegularExpressionsRead) {
  const scratch_folder folder;
  material_options o;
  o.segmentation.token_pattern = "[a-z+*]+";
  const material m(isogloss::testing::study_of(folder, {{"a", "c++ and c* and c."}}), std::move(o));
  EXPECT_EQ(checked(m, "c++", {"c++", false}).size(), 1U);
  EXPECT_EQ(checked(m, "c*", {"c\\*", true}).size(), 1U);
}

TEST(Concordances, KeepToTheChosenZones) {
  const scratch_folder folder;
  material_options o;
  o.zones = corpus::zone_set("quotation", "test");
  const material m(
      isogloss::testing::study_of(folder, {{"a", "He said \"we vote\" and I vote too."}}, "a,8,17,quotation,Smith\n"),
      std::move(o));
  EXPECT_THAT(checked(m, "vote", {"vote", false}),
              ElementsAre("a: He said \"we |vote|\" and I vote too (quotation Smith)"));
}

TEST(Concordances, CutNoGraphemeWhateverTheScript) {
  const scratch_folder folder;
  const material m(
      isogloss::testing::study_of(
          folder,
          {{"a",
            "cafq\u0301s 👩🏽‍🚀 day\r\nقال الرئيس: «نعم». e\u0301te\u0301 中国的人民。"}}),
      {});
  EXPECT_EQ(checked(m, "day", {"day", false}).size(), 1U);
  EXPECT_EQ(checked(m, "الرئيس", {"الرئيس", false}).size(), 1U);
  EXPECT_EQ(checked(m, "été", {"été", false}).size(), 1U);
  EXPECT_EQ(checked(m, "人民", {"人民", false}).size(), 1U);
}

TEST(Concordances, FindTargetsAsTheirEvidenceDoes) {
  const scratch_folder folder;
  material_options o;
  o.targets = folder.write("targets.csv", "target,pattern\nParty,the Party\nParty,Party line\ncity,old city\n");
  const material m(isogloss::testing::study_of(
                       folder, {{"a", "The party ended. We love the Party line. The old city and the Party's."}}),
                   std::move(o));
  const auto all = concordances(m, {{concordance_name::kind::target, "Party"}, term("party")}, {});
  EXPECT_THAT(lines(m, all), ElementsAre("a: The party ended. We love |the Party| line. The old city and (body )",
                                         "a: line. The old city and |the Party's| (body )"));
  EXPECT_THAT(all.of[0].patterns, ElementsAre(kwic_pattern{"the Party", false}, kwic_pattern{"Party line", false}));
  EXPECT_EQ(all.of[1].counts[0], 2U) << "party’s is another word";
}

// Three documents of x, one of y, each with `n` hits or as many as the letter of its name says.
struct uneven_study {
  uneven_study() {
    std::string documents = "document,camp\n";
    for (const auto& [name, n] :
         std::vector<std::pair<std::string, int>>{{"p", 2000}, {"q", 2}, {"r", 500}, {"s", 300}}) {
      documents += name + (name == "s" ? ",y\n" : ",x\n");
      std::string text;
      for (int i = 0; i < n; ++i) text += "it is said " + std::to_string(i) + " times that word again, and so on. ";
      folder.write("texts/" + name + ".txt", text);
    }
    folder.write("documents.csv", documents);
  }
  [[nodiscard]] material read() const {
    material_options o;
    o.group_by = "camp";
    return {corpus::open_study(folder.path()), std::move(o)};
  }
  scratch_folder folder;
};

std::vector<std::size_t> lines_by_document(const many_concordances& all, std::size_t i = 0) {
  std::vector<std::size_t> n(all.passages.size());
  for (const auto& l : all.of[i].lines) ++n[l.document];
  return n;
}

TEST(Concordances, AreSharedByGroupsThenByDocuments) {
  const uneven_study uneven;
  const auto m = uneven.read();
  const auto all = concordances(m, {term("word")}, {.most_lines = 20});
  EXPECT_THAT(all.of[0].counts, ElementsAre(2000, 2, 500, 300));
  EXPECT_THAT(lines_by_document(all), ElementsAre(4, 2, 4, 10));
  EXPECT_NE(lines(m, all)[0].find("said 250 times"), std::string::npos) << "the middle of the first quarter";
}

TEST(Concordances, KeepToTheirBytes) {
  const uneven_study uneven;
  const auto m = uneven.read();
  const std::vector<concordance_name> names = {term("word"), term("times"), term("said"), term("again")};
  std::size_t before = 61;
  for (std::size_t bytes = 7000; bytes >= 1500; bytes = 2 * bytes / 3) {
    const auto all = concordances(m, names, {.most_bytes = bytes});
    std::size_t held = 0;
    for (const auto& text : all.passages) held += text.size();
    for (const auto& c : all.of) held += 17 * c.lines.size();
    EXPECT_LT(held, bytes + bytes / 10);
    EXPECT_GT(held, bytes / 2);
    EXPECT_LT(all.lines_each, before);
    before = all.lines_each;
  }
}

TEST(Concordances, LeaveTheLastNamesWithoutLinesRatherThanAllWithFew) {
  const uneven_study uneven;
  const auto m = uneven.read();
  const auto all =
      concordances(m, {term("word"), term("it"), term("said"), term("again")}, {.least_lines = 4, .most_bytes = 500});
  EXPECT_EQ(all.lines_each, 4U);
  EXPECT_EQ(all.of[0].lines.size(), 4U);
  EXPECT_THAT(all.of[3].lines, IsEmpty());
  EXPECT_EQ(all.of[3].counts[0], 2000U) << "its hits are known";
}

TEST(Concordances, AreTheSameWhateverTheThreads) {
  const uneven_study uneven;
  const auto m = uneven.read();
  const auto with = [&](std::size_t threads) {
    const thread_limit limit(threads);
    const auto all = concordances(m, {term("word"), term("said"), term("on")}, {.most_bytes = 5000});
    strings shown = all.passages;
    for (std::size_t i = 0; i < 3; ++i) {
      for (auto& line : lines(m, all, i)) shown.push_back(std::move(line));
    }
    return shown;
  };
  const strings one = with(1);
  EXPECT_GT(one.size(), 20U);
  EXPECT_EQ(with(2), one);
  EXPECT_EQ(with(7), one);
}

TEST(Concordances, KeepOverlappingPassagesOnce) {
  const scratch_folder folder;
  const material m(isogloss::testing::study_of(folder, {{"a", "one two three four five six seven eight nine ten"}}),
                   {});
  const auto all = concordances(m, {term("two"), term("five"), term("ten")}, {.window = 2});
  EXPECT_THAT(all.passages, ElementsAre("one two three four five six seven\neight nine ten"));
}

TEST(Concordances, AreOfWordsInOrder) {
  const scratch_folder folder;
  folder.write("documents.csv", "document\na\n");
  folder.write("features.csv", "document,segment,zone,token,count\na,1,body,word,3\n");
  const material m(corpus::open_study(folder.path()), {});
  EXPECT_NE(why_no_concordances(m).find("counts only"), std::string::npos);
  EXPECT_THROW(static_cast<void>(concordances(m, {term("word")}, {})), data_error);
  material_options o;
  o.terms.character_ngrams = 3;
  const scratch_folder texts;
  EXPECT_NE(why_no_concordances({isogloss::testing::study_of(texts, some), std::move(o)}), "");
}

}  // namespace
}  // namespace isogloss::studies
