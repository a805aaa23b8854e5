#include "isogloss/studies/counting.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "isogloss/base/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

material read(const scratch_folder& folder, material_options o = {}) {
  return {corpus::open_study(folder.path()), std::move(o)};
}

// Options with some of them set.
template <class Set>
material_options with(const Set& set) {
  material_options o;
  set(o);
  return o;
}

TEST(Documents, CountsByHand) {
  const scratch_folder folder;
  folder.write("documents.csv", "document,side\na,left\n\"b, \"\"second\"\"\",right\n");
  // Ten words: two of heading, five of body, three of quotation; one number.
  folder.write("a.txt", "On Cats\n\nThe cat saw 3 cats. \"I see you.\"");
  folder.write("b, \"second\".txt", "No zones here. None.");
  folder.write("zones.csv", "document,begin,end,zone\na,0,7,heading\na,29,41,quotation\n");
  const table t =
      documents(read(folder, with([](auto& o) { o.segmentation.segment_tokens = 2, o.group_by = "side"; })));
  ASSERT_EQ(t.n_rows(), 2U);
  EXPECT_EQ(t.texts("group")[0], "left");
  EXPECT_EQ(t.integers("tokens")[0], 4);
  EXPECT_EQ(t.integers("types")[0], 4);
  EXPECT_EQ(t.numbers("sentences")[0], 1);
  EXPECT_DOUBLE_EQ(t.numbers("body_share")[0], 4.0 / 9);
  EXPECT_DOUBLE_EQ(t.numbers("quotation_share")[0], 3.0 / 9);
  EXPECT_EQ(t.texts("document")[1], "b, \"second\"");
  EXPECT_EQ(t.integers("tokens")[1], 4);
  EXPECT_EQ(t.numbers("sentences")[1], 2);
  EXPECT_EQ(t.numbers("body_share")[1], 1);
  EXPECT_EQ(t.numbers("quotation_share")[1], 0);
}

TEST(Documents, CountsSegmentsCutAtSentences) {
  const scratch_folder folder;
  folder.write("a.txt", "One two three. Four five six. Seven eight nine. Ten.");
  EXPECT_EQ(documents(read(folder)).integers("segments")[0], 1);
  EXPECT_EQ(documents(read(folder, with([](auto& o) { o.segmentation.segment_tokens = 3; }))).integers("segments")[0],
            3)
      << "the rest goes with the last";
}

TEST(Documents, CountsRunningWordsWhateverTheTerms) {
  const scratch_folder folder;
  folder.write("a.txt", "One two three. Four five six.");
  EXPECT_EQ(documents(read(folder)).integers("tokens")[0], 6);
  EXPECT_EQ(documents(read(folder, with([](auto& o) { o.ngrams = 2; }))).integers("tokens")[0], 6);
  EXPECT_EQ(documents(read(folder, with([](auto& o) { o.terms.character_ngrams = 3; }))).integers("tokens")[0], 6);
}

TEST(Documents, HasSharesOfADocumentWithoutTokensInTheChosenZone) {
  const scratch_folder folder;
  folder.write("documents.csv", "document\na\nb\n");
  folder.write("a.txt", "All is quoted.");
  folder.write("b.txt", "Nothing is.");
  folder.write("zones.csv", "document,begin,end,zone\na,0,14,quotation\n");
  const material m = read(folder);
  const table t = documents(m);
  EXPECT_EQ(t.integers("tokens")[0], 0);
  EXPECT_EQ(t.integers("segments")[0], 0);
  EXPECT_EQ(t.numbers("body_share")[0], 0);
  EXPECT_EQ(t.numbers("quotation_share")[0], 1);
  ASSERT_EQ(m.notes().size(), 1U);
  EXPECT_EQ(m.notes()[0], "document \"a\" has no tokens in zone body; its rates do not exist");
  EXPECT_EQ(frequencies(m).texts("document")[0], "b");
}

TEST(Documents, HasNaSharesWhereOnlyNumbersStand) {
  const scratch_folder folder;
  folder.write("a.txt", "1917 1918 1919");
  folder.write("b.txt", "Years.");
  const table t = documents(read(folder));
  EXPECT_EQ(t.integers("tokens")[0], 0);
  EXPECT_TRUE(std::isnan(t.numbers("body_share")[0]));
}

struct term_row {
  std::int64_t count, rank;
  double share;
};

std::map<std::string, term_row> terms_of(const table& t, const std::string& document) {
  std::map<std::string, term_row> result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("document")[i] != document) continue;
    result[t.texts("term")[i]] = {t.integers("count")[i], t.integers("rank")[i], t.numbers("relative_frequency")[i]};
  }
  return result;
}

TEST(Frequencies, CountByHandAndShareRanks) {
  const scratch_folder folder;
  folder.write("a.txt", "The cat, the dog and THE hen.");
  auto terms = terms_of(frequencies(read(folder)), "a");
  ASSERT_EQ(terms.size(), 5U);
  EXPECT_EQ(terms["the"].count, 3);
  EXPECT_EQ(terms["the"].rank, 1);
  EXPECT_DOUBLE_EQ(terms["the"].share, 3.0 / 7);
  for (const char* term : {"and", "cat", "dog", "hen"}) {
    EXPECT_EQ(terms[term].count, 1);
    EXPECT_EQ(terms[term].rank, 2) << term;
  }
}

TEST(Frequencies, AreOfAllRunningWords_StopWordsAndTrimmedOnesToo) {
  const scratch_folder folder;
  folder.write("a.txt", "The cat, the dog and the hen.");
  folder.write("lists/stop.txt", "the # an article\n");
  material_options o;
  o.trim.min_count = 1;
  o.terms.stopwords = folder.path() / "lists" / "stop.txt";
  auto terms = terms_of(frequencies(read(folder, o)), "a");
  EXPECT_FALSE(terms.contains("the"));
  EXPECT_DOUBLE_EQ(terms["cat"].share, 1.0 / 7);
  EXPECT_EQ(terms["cat"].rank, 1);
}

TEST(Frequencies, SayWhenNoTermIsLeft) {
  const scratch_folder folder;
  folder.write("a.txt", "The cat.");
  EXPECT_THROW(static_cast<void>(frequencies(read(folder, with([](auto& o) { o.trim.min_count = 9; })))), data_error);
}

TEST(Frequencies, CountScriptsThatAreNotLatin) {
  const scratch_folder folder;
  folder.write("ar.txt", "الكتابُ على الطاولة، الكتابُ");
  folder.write("el.txt", "ΟΔΟΣ οδός Οδος");
  folder.write("ru.txt", "Мир, мир и МИР.");
  folder.write("zh.txt", "中国人民。中国人民。");
  const table t = frequencies(read(folder));
  EXPECT_EQ(terms_of(t, "ru")["мир"].count, 3);
  EXPECT_EQ(terms_of(t, "ar")["الكتابُ"].count, 2);
  EXPECT_EQ(terms_of(t, "el").size(), 2U) << "final and other sigma fold to one, an accent stays";
  for (const auto& [term, row] : terms_of(t, "zh")) EXPECT_EQ(row.count, 2) << term;
}

std::map<std::string, double> weights_of(const table& t, const std::string& document) {
  std::map<std::string, double> result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("document")[i] == document) result[t.texts("term")[i]] = t.numbers("tfidf")[i];
  }
  return result;
}

TEST(Tfidf, WeighsByHand) {
  const scratch_folder folder;
  folder.write("a.txt", "cat cat dog");
  folder.write("b.txt", "dog hen");
  auto a = weights_of(tfidf(read(folder)), "a");
  const double cat = 2 * (std::log(3.0 / 2) + 1);
  const double length = std::hypot(cat, 1);
  EXPECT_NEAR(a["cat"], cat / length, 1e-12);
  EXPECT_NEAR(a["dog"], 1 / length, 1e-12);
  auto plain = weights_of(tfidf(read(folder), {.scheme = statistics::tfidf_scheme::textbook}), "a");
  EXPECT_NEAR(plain["cat"], 2.0 / 3 * std::log(2), 1e-12);
  EXPECT_EQ(plain["dog"], 0);
}

TEST(Tfidf, CountsSegmentsWhereAsked) {
  const scratch_folder folder;
  folder.write("a.txt", "Cat cat dog. Cat hen pig. Owl fox elk.");
  folder.write("b.txt", "Dog dog dog.");
  const table t =
      tfidf(read(folder, with([](auto& o) { o.segmentation.segment_tokens = 3; })), {.unit = idf_unit::segment});
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    const std::string& term = t.texts("term")[i];
    const std::int64_t wanted = term == "cat" || term == "dog" ? 2 : 1;
    EXPECT_EQ(t.integers("document_frequency")[i], wanted) << term;
    EXPECT_NEAR(t.numbers("inverse_document_frequency")[i], std::log(5.0 / (1 + static_cast<double>(wanted))) + 1,
                1e-12);
  }
}

TEST(Tfidf, OfOneDocumentRanksByCount) {
  const scratch_folder folder;
  folder.write("a.txt", "cat cat dog");
  auto a = weights_of(tfidf(read(folder)), "a");
  EXPECT_NEAR(a["cat"], 2 / std::sqrt(5), 1e-12);
  EXPECT_NEAR(a["dog"], 1 / std::sqrt(5), 1e-12);
}

TEST(Tfidf, KeepsTheTopTermsOfEachDocument) {
  const scratch_folder folder;
  folder.write("a.txt", "cat cat dog hen");
  folder.write("b.txt", "owl");
  const table t = tfidf(read(folder), {.top = 2});
  ASSERT_EQ(t.n_rows(), 3U);
  EXPECT_EQ(t.texts("term")[0], "cat");
  EXPECT_EQ(t.texts("term")[1], "dog");
  EXPECT_EQ(t.integers("rank")[1], 2);
}

}  // namespace
}  // namespace isogloss::studies
