#include "isogloss/studies/collocates.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "isogloss/base/errors.hpp"
#include "isogloss/statistics/association.hpp"
#include "isogloss/statistics/quasi_poisson.hpp"
#include "support/errors.hpp"
#include "support/small_study.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::named_texts;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

collocates_options around(const std::string& pattern, std::size_t left = 2, std::size_t right = 2) {
  collocates_options o;
  o.pattern = pattern;
  o.span = {left, right};
  o.min_observed = 1;
  return o;
}

table collocates_of(const named_texts& texts, const collocates_options& options, material_options m = {},
                    std::string_view zones = {}) {
  const scratch_folder folder;
  return collocates({isogloss::testing::study_of(folder, texts, zones), std::move(m)}, options);
}

material_options in_zones(const char* zones) {
  material_options o;
  o.zones = corpus::zone_set(zones, "test");
  return o;
}

std::map<std::string, std::int64_t> counts(const table& t, const char* column = "observed_count") {
  std::map<std::string, std::int64_t> result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) result[t.texts("collocate")[i]] = t.integers(column)[i];
  return result;
}

TEST(Collocates, CountsWhatStandsInTheWindows) {
  const table t = collocates_of({{"a", "a b c node d e f"}}, around("node"));
  EXPECT_THAT(counts(t), UnorderedElementsAre(Pair("b", 1), Pair("c", 1), Pair("d", 1), Pair("e", 1)));
  EXPECT_EQ(counts(t, "left_count")["b"], 1);
  EXPECT_EQ(counts(t, "right_count")["b"], 0);
  EXPECT_EQ(counts(t, "right_count")["e"], 1);
}

TEST(Collocates, CountsATokenOnceForEachNodeAroundIt) {
  const table t = collocates_of({{"a", "node x node"}}, around("node", 1, 1));
  EXPECT_THAT(counts(t), UnorderedElementsAre(Pair("x", 2)));
  EXPECT_EQ(t.integers("collocate_count")[0], 1);
  EXPECT_TRUE(std::isnan(t.numbers("log_likelihood")[0]));
}

TEST(Collocates, TakesTheNodeForItsOwnCollocateToo) {
  EXPECT_THAT(counts(collocates_of({{"a", "node node x"}}, around("node", 1, 1))),
              UnorderedElementsAre(Pair("node", 2), Pair("x", 1)));
}

TEST(Collocates, MeasuresWithTheNumbersOfTheTable) {
  const table t =
      collocates_of({{"a", "A node b. A c. B a node c d e f g h."}, {"b", "A b c d e f g h."}}, around("node"));
  const auto& names = t.texts("collocate");
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (names[i] != "a") continue;
    const statistics::cooccurrence pair{2, 2, 4, 22, 4};
    EXPECT_EQ(t.integers("observed_count")[i], 2);
    EXPECT_EQ(t.integers("node_count")[i], 2);
    EXPECT_EQ(t.integers("collocate_count")[i], 4);
    EXPECT_DOUBLE_EQ(t.numbers("expected_count")[i], 2.0 * 4 * 4 / 22);
    EXPECT_EQ(t.numbers("log_likelihood")[i], statistics::log_likelihood(pair));
    EXPECT_EQ(t.numbers("t_score")[i], statistics::t_score(pair));
    EXPECT_EQ(t.numbers("log_dice")[i], statistics::log_dice(pair));
    EXPECT_EQ(t.integers("document_range")[i], 1);
    EXPECT_NEAR(t.numbers("deviation_of_proportions")[i], 1 - 14.0 / 22, 1e-15);
    return;
  }
  ADD_FAILURE() << "no row for a";
}

TEST(Collocates, KeepsToTheSentenceUnlessToldOtherwise) {
  const named_texts texts = {{"a", "One two. Node three. Four five."}};
  EXPECT_THAT(counts(collocates_of(texts, around("node"))), UnorderedElementsAre(Pair("three", 1)));
  auto across = around("node");
  across.across_sentences = true;
  EXPECT_THAT(counts(collocates_of(texts, across)),
              UnorderedElementsAre(Pair("one", 1), Pair("two", 1), Pair("three", 1), Pair("four", 1)));
}

TEST(Collocates, PassesOverOtherVoicesInTheSentence) {
  const named_texts texts = {{"a", "One said \"yes node no\" of the node there."}};
  const char* zones = "a,9,22,quotation,Smith\n";
  EXPECT_THAT(counts(collocates_of(texts, around("node", 4, 2), {}, zones)),
              UnorderedElementsAre(Pair("one", 1), Pair("said", 1), Pair("of", 1), Pair("the", 1), Pair("there", 1)));
  EXPECT_THAT(counts(collocates_of(texts, around("node"), in_zones("quotation"), zones)),
              UnorderedElementsAre(Pair("yes", 1), Pair("no", 1)));
}

TEST(Collocates, EndsAcrossSentencesWhereAnotherVoiceComesBetween) {
  auto across = around("node", 3, 3);
  across.across_sentences = true;
  const char* zones = "a,7,20,quotation,Smith\n";
  const named_texts texts = {{"a", "A node. \"Here it is.\" Then more."}};
  EXPECT_THAT(counts(collocates_of(texts, across, {}, zones)), UnorderedElementsAre(Pair("a", 1)));
  EXPECT_THAT(counts(collocates_of({{"a", "A node \"here it is.\" Then more."}}, across, {}, "a,7,20,quotation,\n")),
              UnorderedElementsAre(Pair("a", 1)))
      << "in the node's own sentence too";
  EXPECT_THAT(counts(collocates_of({{"a", "A node.[12] Then more."}}, across, {}, "a,7,11,reference,\n")),
              UnorderedElementsAre(Pair("a", 1), Pair("then", 1), Pair("more", 1)))
      << "a number is no word";
}

TEST(Collocates, LeavesStopWordsOutWithoutMovingTheWindow) {
  const scratch_folder folder;
  material_options o;
  o.terms.stopwords = folder.write("stop.txt", "the\n");
  const table t = collocates_of({{"a", "far the node the near far"}}, around("node", 1, 2), std::move(o));
  EXPECT_THAT(counts(t), UnorderedElementsAre(Pair("near", 1)));
  EXPECT_DOUBLE_EQ(t.numbers("expected_count")[0], 1.0 * 1 * 3 / 6) << "running words keep stop words";
}

TEST(Collocates, PassesOverNumbersUnlessTheyCount) {
  EXPECT_THAT(counts(collocates_of({{"a", "in 1937 node 58 out"}}, around("node", 1, 1))),
              UnorderedElementsAre(Pair("in", 1), Pair("out", 1)));
  material_options o;
  o.terms.keep_numbers = true;
  EXPECT_THAT(counts(collocates_of({{"a", "in 1937 node 58 out"}}, around("node", 1, 1), std::move(o))),
              UnorderedElementsAre(Pair("1937", 1), Pair("58", 1)));
  EXPECT_THAT(counts(collocates_of({{"a", "in 1937 out"}}, around("1937", 1, 1))),
              UnorderedElementsAre(Pair("in", 1), Pair("out", 1)))
      << "a node may be a number";
}

TEST(Collocates, GoesOutFromTheEndsOfAPhrase) {
  EXPECT_THAT(counts(collocates_of({{"a", "a the state capital b c"}}, around("state capital*", 1, 1))),
              UnorderedElementsAre(Pair("the", 1), Pair("b", 1)));
}

TEST(Collocates, CountsAJoinedPhraseAsOneWordAndOneNode) {
  const scratch_folder folder;
  const auto phrases = folder.write("p.csv", "phrase\ncentral committee\n");
  const auto with = [&] {
    material_options o;
    o.terms.phrases = phrases;
    return o;
  };
  const named_texts texts = {{"a", "a the central committee met again"}};
  EXPECT_THAT(counts(collocates_of(texts, around("met", 2, 0), with())),
              UnorderedElementsAre(Pair("central committee", 1), Pair("the", 1)));
  EXPECT_THAT(counts(collocates_of(texts, around("c*", 1, 1), with())),
              UnorderedElementsAre(Pair("the", 1), Pair("met", 1)))
      << "both words fit, but it is one token";
}

TEST(Collocates, AreSortedAndCutAsAsked) {
  const named_texts texts = {{"a", "x node. x node. x node. y node. y node. z node. x x x x x x x x x x x x."}};
  auto o = around("node", 1, 0);
  o.sort_by = "observed_count";
  EXPECT_EQ(collocates_of(texts, o).texts("collocate")[0], "x");
  o.sort_by = "mutual_information";
  const table by_size = collocates_of(texts, o);
  EXPECT_EQ(by_size.texts("collocate")[0], "y");
  EXPECT_EQ(by_size.texts("collocate")[1], "z");
  EXPECT_THAT(by_size.integers("rank"), ElementsAre(1, 1, 3)) << "y and z are never without the node";
  o.top = 1;
  EXPECT_EQ(collocates_of(texts, o).n_rows(), 1U);
  o.top = 0;
  o.min_observed = 2;
  EXPECT_EQ(collocates_of(texts, o).n_rows(), 2U);
}

TEST(Collocates, SayWhatTheyCannotDo) {
  const auto said = [](collocates_options o, material_options m = {}) {
    return problems_of([&] { return collocates_of({{"a", "one node"}}, o, std::move(m)).n_rows(); });
  };
  auto sorted = around("node");
  sorted.sort_by = "rank";
  EXPECT_TRUE(has_problem(said(sorted), "--sort-by", "\"rank\" is not a column to sort by"));
  EXPECT_TRUE(has_problem(said(around("node", 0, 0)), "--right", "the window holds nothing"));
  EXPECT_TRUE(has_problem(said(around("*")), "PATTERN", "matches every word"));
  material_options grams;
  grams.ngrams = 2;
  EXPECT_TRUE(has_problem(said(around("node"), std::move(grams)), "--ngrams", "collocates are single terms"));
  material_options characters;
  characters.terms.character_ngrams = 3;
  EXPECT_TRUE(has_problem(said(around("node"), std::move(characters)), "--character-ngrams", "collocates are words"));
}

TEST(Collocates, AreNoneWhereTheNodeIsNot) {
  EXPECT_EQ(collocates_of({{"a", "one two"}}, around("node")).n_rows(), 0U);
  EXPECT_EQ(collocates_of({{"a", "node"}}, around("node")).n_rows(), 0U);
}

class CollocateGroups : public ::testing::Test {
 protected:
  CollocateGroups() {
    folder.write("documents.csv", "document,side\na,left\nb,left\nc,right\nd,right\ne,none\n");
    folder.write("a.txt", "Hot node. Hot node. Cold node.");
    folder.write("b.txt", "Hot node. Hot node. X.");
    folder.write("c.txt", "Cold node. Cold node. Hot node. Cold node.");
    folder.write("d.txt", "Cold node. Warm node.");
    folder.write("e.txt", "Nothing here.");
  }
  [[nodiscard]] table compared(const collocates_options& o) const {
    material_options m;
    m.group_by = "side";
    return collocate_groups({corpus::open_study(folder.path()), std::move(m)}, o);
  }
  scratch_folder folder;
};

TEST_F(CollocateGroups, HaveOneRowACollocateForEveryPair) {
  const table t = compared(around("node", 1, 1));
  ASSERT_EQ(t.n_rows(), 3U + 2U + 3U);
  EXPECT_EQ(t.texts("group_a")[0], "left");
  EXPECT_EQ(t.texts("group_b")[0], "right");
  EXPECT_EQ(t.texts("group_b")[3], "none");
  EXPECT_EQ(t.texts("unit")[0], "document");
}

TEST_F(CollocateGroups, CompareRatesOverDocuments) {
  const table t = compared(around("node", 1, 1));
  std::size_t hot = 0;
  while (t.texts("collocate")[hot] != "hot") ++hot;
  EXPECT_EQ(t.integers("observed_count_a")[hot], 4);
  EXPECT_EQ(t.integers("observed_count_b")[hot], 1);
  EXPECT_EQ(t.integers("node_count_a")[hot], 5);
  EXPECT_EQ(t.integers("node_count_b")[hot], 6);
  EXPECT_DOUBLE_EQ(t.numbers("per_thousand_a")[hot], 400.0);
  EXPECT_NEAR(t.numbers("log_ratio")[hot], std::log2((4.5 / 10) / (1.5 / 12)), 1e-14);
  const auto test = statistics::quasi_poisson(std::vector<double>{2, 2, 1, 0}, std::vector<double>{6, 4, 8, 4},
                                              std::vector<std::size_t>{0, 0, 1, 1});
  EXPECT_DOUBLE_EQ(t.numbers("p_value")[hot], test.p_value);
  EXPECT_DOUBLE_EQ(t.numbers("p_attainable")[hot], 1.0 / 6);
  EXPECT_GE(t.numbers("q_value")[hot], t.numbers("p_value")[hot]);
}

TEST_F(CollocateGroups, HaveNoRateWhereAGroupLacksTheNode) {
  const table t = compared(around("node", 1, 1));
  ASSERT_EQ(t.texts("group_b")[3], "none");
  EXPECT_TRUE(std::isnan(t.numbers("per_thousand_b")[3]));
  EXPECT_TRUE(std::isnan(t.numbers("log_ratio")[3]));
  EXPECT_TRUE(std::isnan(t.numbers("p_value")[3]));
  EXPECT_TRUE(std::isnan(t.numbers("p_attainable")[3]));
}

TEST_F(CollocateGroups, NeedGroups) {
  EXPECT_TRUE(has_problem(problems_of([&] {
                            return collocate_groups({corpus::open_study(folder.path()), {}}, around("node")).n_rows();
                          }),
                          "--group-by", "the documents are not grouped"));
}

}  // namespace
}  // namespace isogloss::studies
