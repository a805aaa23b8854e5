#include "isogloss/studies/positions.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "isogloss/base/parallel.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/keyness.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;
using strings = std::vector<std::string>;
using row = std::tuple<std::string, std::string, std::int64_t, double, std::int64_t, std::int64_t, double>;

material read(const scratch_folder& folder, std::size_t segment_tokens = 4) {
  material_options o;
  o.segmentation.segment_tokens = segment_tokens;
  return {corpus::open_study(folder.path()), std::move(o)};
}

std::vector<row> rows_of(const table& t) {
  std::vector<row> rows;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    rows.emplace_back(t.texts("term")[i], t.texts("document")[i], t.integers("segment")[i], t.numbers("place")[i],
                      t.integers("count")[i], t.integers("tokens")[i], t.numbers("per_thousand")[i]);
  }
  return rows;
}

constexpr positions_options all = {.most_terms = 40, .most_segments = 1, .most_rows = 10'000};

// Segments end with sentences: a has three, of 4, 4 and 2 words; b has one, of 4.
void write_two(const scratch_folder& folder) {
  folder.write("a.txt", "X x y z. X y y y. Q x.");
  folder.write("b.txt", "X q q q.");
}

TEST(Positions, AreAsWorkedByHand) {
  const scratch_folder folder;
  write_two(folder);
  const auto found = positions(read(folder), {"x", "z"}, all);
  // The middles of a's segments: words 2, 6 and 9 of 10.
  const std::vector<row> expected = {{"x", "a", 1, 0.2, 2, 4, 500},
                                     {"x", "a", 2, 0.6, 1, 4, 250},
                                     {"x", "a", 3, 0.9, 1, 2, 500},
                                     {"x", "b", 1, 0.5, 1, 4, 250},
                                     {"z", "a", 1, 0.2, 1, 4, 250}};
  EXPECT_EQ(rows_of(found.positions), expected);
  EXPECT_TRUE(found.notes.empty());
}

TEST(Positions, PassOverTermsThatDoNotOccurOrStandTwice) {
  const scratch_folder folder;
  write_two(folder);
  const auto found = positions(read(folder), {"zebra", "z", "z"});
  EXPECT_EQ(rows_of(found.positions), (std::vector<row>{{"z", "a", 1, 0.2, 1, 4, 250}}));
  EXPECT_EQ(positions(read(folder), {}).positions.n_rows(), 0U);
}

TEST(Positions, PassOverTermsInMoreThanHalfOfTheSegments) {
  const scratch_folder folder;
  write_two(folder);
  // Of four segments x is in all, y in two, q in two, z in one.
  const auto rows = rows_of(positions(read(folder), {"x", "y", "z", "q"}).positions);
  strings terms;
  for (const auto& r : rows) terms.push_back(std::get<0>(r));
  EXPECT_EQ(terms, (strings{"y", "y", "z", "q", "q"}));
}

TEST(Positions, OfOtherZonesCountNeitherAsTermsNorAsPlace) {
  const scratch_folder folder;
  folder.write("texts/a.txt", "X x y z. X y y y. Q x.");
  folder.write("documents.csv", "document\na\n");
  // The first sentence is quoted.
  folder.write("zones.csv", "document,begin,end,zone,speaker\na,0,8,quotation,somebody\n");
  const auto rows = rows_of(positions(read(folder), {"x"}, all).positions);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_DOUBLE_EQ(std::get<3>(rows[0]), 2.0 / 6);
  EXPECT_DOUBLE_EQ(std::get<3>(rows[1]), 5.0 / 6);
}

TEST(Positions, LeaveOutWholeTermsOnlyAndSayHowMany) {
  const scratch_folder folder;
  write_two(folder);
  const auto found = positions(read(folder), {"z", "x", "q"}, {.most_terms = 40, .most_segments = 1, .most_rows = 3});
  EXPECT_EQ(
      rows_of(found.positions),
      (std::vector<row>{{"z", "a", 1, 0.2, 1, 4, 250}, {"q", "a", 3, 0.9, 1, 2, 500}, {"q", "b", 1, 0.5, 3, 4, 750}}));
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0], "the table positions leaves out 1 of the telling terms: it would have more than 3 rows");
  EXPECT_EQ(positions(read(folder), {"z", "x", "q"}, {.most_terms = 1, .most_segments = 1}).positions.n_rows(), 1U);
}

TEST(Positions, TakeTermsOfMoreThanOneWordAndOfAnyScript) {
  const scratch_folder folder;
  folder.write("a.txt", "Émile voit. Москва далеко. 今天 好.\r\nÉmile dort.");
  const auto rows = rows_of(positions(read(folder, 2), {"émile", "москва"}).positions);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(std::get<0>(rows[0]), "émile");
  EXPECT_LT(std::get<3>(rows[0]), std::get<3>(rows[1]));
  EXPECT_EQ(std::get<0>(rows[2]), "москва");
}

TEST(Positions, AreTheSameWhateverTheThreads) {
  const auto run = [](std::size_t threads) {
    const thread_limit limit(threads);
    const material m(corpus::open_study(ISOGLOSS_CORPUS "/tramway-debate"), {});
    return rows_of(positions(m, telling_terms(nullptr, tfidf(m), 40)).positions);
  };
  const auto one = run(1);
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(run(2), one);
  EXPECT_EQ(run(7), one);
}

table ranked(const std::vector<std::tuple<const char*, const char*, const char*>>& rows) {
  using enum column_type;
  table t("keyness", "Terms.", "rank",
          {{"target", string, "", ""},
           {"reference", string, "", ""},
           {"document", string, "", ""},
           {"term", string, "", ""}});
  for (const auto& [target, reference, term] : rows) t.add(target, reference, target, term);
  return t;
}

TEST(TellingTerms, AreTheFirstOfEachComparisonThenTheSecondAndNoneTwice) {
  const table keyness = ranked({{"a", "rest", "one"},
                                {"a", "rest", "two"},
                                {"a", "rest", "three"},
                                {"b", "rest", "two"},
                                {"b", "rest", "four"},
                                {"a", "b", "five"}});
  const table tfidf = ranked({{"d", "", "six"}, {"e", "", "seven"}});
  EXPECT_EQ(telling_terms(&keyness, tfidf, 40), (strings{"one", "two", "five", "four", "three"}));
  EXPECT_EQ(telling_terms(&keyness, tfidf, 2), (strings{"one", "two"}));
  EXPECT_EQ(telling_terms(nullptr, tfidf, 40), (strings{"six", "seven"})) << "without groups those of documents";
  const table none = ranked({});
  EXPECT_EQ(telling_terms(&none, none, 40), strings{});
}

}  // namespace
}  // namespace isogloss::studies
