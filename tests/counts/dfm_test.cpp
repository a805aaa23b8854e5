#include "isogloss/counts/dfm.hpp"

#include <gtest/gtest.h>

#include "isogloss/base/parallel.hpp"
#include "isogloss/base/philox.hpp"
#include "support/small_study.hpp"

namespace isogloss::counts {
namespace {

using isogloss::testing::named_texts;
using isogloss::testing::scratch_folder;
using isogloss::testing::study_of;
using strings = std::vector<std::string>;

corpus::features features_of(const named_texts& texts, std::size_t segment_tokens = 200, std::string_view zones = {}) {
  const scratch_folder folder;
  return tokens::features_of(tokens::tokenise(
      study_of(folder, texts, zones), {.token_pattern = "", .segment_tokens = segment_tokens}, tokens::term_rules({})));
}

dfm dfm_of(const corpus::features& f, const tokens::term_rules& rules, const corpus::zone_set& zones = {}) {
  strings names;
  for (std::size_t i = 0; i < f.documents.size(); ++i) names.push_back("d" + std::to_string(i));
  return build_dfm(f, names, term_index(f.types, &rules), zones);
}

Eigen::MatrixXd dense(const sparse_matrix& m) {
  return Eigen::MatrixXd(m);
}

Eigen::MatrixXd matrix(Eigen::Index rows, const std::vector<double>& cells) {
  Eigen::MatrixXd m(rows, static_cast<Eigen::Index>(cells.size()) / rows);
  for (std::size_t i = 0; i < cells.size(); ++i)
    m(static_cast<Eigen::Index>(i) / m.cols(), static_cast<Eigen::Index>(i) % m.cols()) = cells[i];
  return m;
}

const tokens::term_rules plain({});

TEST(Dfm, CountsTermsByDocumentWithColumnsByCodePoint) {
  const dfm m = dfm_of(features_of({{"a", "Zebra éclair zebra 1917"}, {"b", "Łódź zebra"}}), plain);
  EXPECT_EQ(m.documents, (strings{"d0", "d1"}));
  EXPECT_EQ(m.terms, (strings{"zebra", "éclair", "łódź"}));
  EXPECT_EQ(dense(m.counts), matrix(2, {2, 1, 0, 1, 0, 1}));
  EXPECT_EQ(m.tokens, Eigen::Vector2d(3, 2));
}

TEST(Dfm, CountsTheChosenZonesOnly) {
  const auto f = features_of({{"a", "one two three"}}, 200, "a,4,7,quotation,Ann\n");
  EXPECT_EQ(dfm_of(f, plain).terms, (strings{"one", "three"}));
  EXPECT_EQ(dfm_of(f, plain, {"quotation", ""}).terms, strings{"two"});
  EXPECT_EQ(dfm_of(f, plain, {"all", ""}).tokens[0], 3);
  const dfm none = dfm_of(f, plain, {"note", ""});
  EXPECT_EQ(none.counts.rows(), 1);
  EXPECT_EQ(none.counts.cols(), 0);
  EXPECT_EQ(none.tokens[0], 0);
}

TEST(Dfm, CountsStopWordsAmongTheRunningWordsOnly) {
  const scratch_folder folder;
  tokens::term_options options;
  options.stopwords = folder.write("s.txt", "the\n");
  const dfm m = dfm_of(features_of({{"a", "The cat the mat"}}), tokens::term_rules(options));
  EXPECT_EQ(m.terms, (strings{"cat", "mat"}));
  EXPECT_EQ(m.tokens[0], 4);
}

TEST(Dfm, CountsEveryNgramOfAWord) {
  tokens::term_options options;
  options.character_ngrams = 2;
  const dfm m = dfm_of(features_of({{"a", "aaa aaa"}}), tokens::term_rules(options));
  EXPECT_EQ(m.terms, (strings{"_a", "a_", "aa"}));
  EXPECT_EQ(dense(m.counts), matrix(1, {2, 2, 4}));
  EXPECT_EQ(m.tokens[0], 8);
}

TEST(Dfm, TakesTermsAsTheyAreWithoutRules) {
  corpus::features f;
  const auto type = static_cast<type_id>(f.types.add("The 1917"));
  f.voices.emplace_back();
  f.documents.push_back({{{1, 0, type, 3}}, {}, {}});
  const dfm m = build_dfm(f, {"a"}, term_index(f.types, nullptr), {});
  EXPECT_EQ(m.terms, strings{"The 1917"});
  EXPECT_EQ(m.tokens[0], 3);
}

TEST(Segments, CountTheColumnsInTheOrderGiven) {
  const auto f = features_of({{"a", "One two. Two three. Three one."}, {"b", "Two."}}, 2);
  const term_index terms(f.types, &plain);
  const auto m = build_segments(f, terms, {}, {"two", "absent", "one"});
  EXPECT_EQ(m.document_of, (std::vector<std::size_t>{0, 0, 0, 1}));
  EXPECT_EQ(m.segment, (std::vector<std::uint32_t>{1, 2, 3, 1}));
  EXPECT_EQ(dense(m.counts), matrix(4, {1, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0}));
  EXPECT_EQ(m.tokens, Eigen::Vector4d(2, 2, 2, 1));
}

TEST(Segments, WithoutACountedTokenAreLeftOut) {
  const auto f = features_of({{"a", "One two. Two three. Three one."}}, 2, "a,9,19,quotation,\n");
  const auto m = build_segments(f, term_index(f.types, &plain), {}, {"one"});
  EXPECT_EQ(m.segment, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_EQ(build_segments(f, term_index(f.types, &plain), {"note", ""}, {"one"}).counts.rows(), 0);
}

named_texts random_texts() {
  philox random(3, 0, 0);
  named_texts texts;
  for (int d = 0; d < 12; ++d) {
    std::string text;
    for (int i = 0; i < 150; ++i)
      text += "w" + std::to_string(random.below(40)) + (random.below(6) == 0 ? ". W " : " ");
    texts.emplace_back("d" + std::to_string(d), text);
  }
  return texts;
}

TEST(Segments, AddUpToTheDocuments) {
  const auto f = features_of(random_texts(), 10);
  const dfm m = dfm_of(f, plain);
  strings reversed(m.terms.rbegin(), m.terms.rend());
  const auto s = build_segments(f, term_index(f.types, &plain), {}, reversed);
  Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(m.counts.rows(), m.counts.cols());
  Eigen::VectorXd tokens = Eigen::VectorXd::Zero(m.counts.rows());
  for (Eigen::Index i = 0; i < s.counts.rows(); ++i) {
    const auto d = static_cast<Eigen::Index>(s.document_of[static_cast<std::size_t>(i)]);
    sums.row(d) += dense(s.counts).row(i).reverse();
    tokens[d] += s.tokens[i];
  }
  EXPECT_GT(s.counts.rows(), 100);
  EXPECT_EQ(sums, dense(m.counts));
  EXPECT_EQ(tokens, m.tokens);
}

TEST(Dfm, IsTheSameOnAnyNumberOfThreads) {
  const auto f = features_of(random_texts(), 10);
  const auto with = [&](std::size_t threads) {
    const thread_limit limit(threads);
    return dfm_of(f, plain);
  };
  const dfm one = with(1);
  for (const std::size_t threads : {2U, 7U}) {
    const dfm several = with(threads);
    EXPECT_EQ(several.terms, one.terms);
    EXPECT_EQ(dense(several.counts), dense(one.counts));
    EXPECT_EQ(several.tokens, one.tokens);
  }
}

}  // namespace
}  // namespace isogloss::counts
