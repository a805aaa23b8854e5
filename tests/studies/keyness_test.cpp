#include "isogloss/studies/keyness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/effect_sizes.hpp"
#include "isogloss/statistics/log_likelihood.hpp"
#include "isogloss/statistics/multiple_testing.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

material_options grouped(const std::string& column = "side") {
  material_options o;
  o.group_by = column;
  o.replicates = 100;
  o.segmentation.segment_tokens = 10;
  return o;
}

// "word" so many times, in sentences of five words, the others filler.
std::string text(int words, int sentences) {
  std::string result;
  for (int s = 0; s < sentences; ++s) {
    result += s < words ? "A word of no use. " : "A thing of no use. ";
  }
  return result;
}

// Six documents, two a side, with `word` the more frequent the further left.
void write_three_sides(const scratch_folder& folder) {
  folder.write("documents.csv",
               "document,side,author\na,left,x\nb,left,y\nc,middle,z\nd,middle,z\ne,right,u\nf,right,v\n");
  const std::map<std::string, int> words = {{"a", 30}, {"b", 25}, {"c", 15}, {"d", 14}, {"e", 0}, {"f", 0}};
  for (const auto& [name, n] : words) folder.write(name + ".txt", text(n, 40));
}

material three_sides(const scratch_folder& folder) {
  write_three_sides(folder);
  return {corpus::open_study(folder.path()), grouped()};
}

struct found_row {
  const table* t;
  std::size_t i;
  [[nodiscard]] double number(const char* column) const { return t->numbers(column)[i]; }
};

found_row find(const table& t, const std::string& target, const std::string& reference, const std::string& term) {
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("target")[i] == target && t.texts("reference")[i] == reference && t.texts("term")[i] == term)
      return {&t, i};
  }
  throw std::runtime_error("no row " + target + ' ' + reference + ' ' + term);
}

TEST(Keyness, ComparesEachWithTheRestAndEveryPair) {
  const scratch_folder folder;
  const auto result = keyness(three_sides(folder));
  std::set<std::pair<std::string, std::string>> comparisons;
  for (std::size_t i = 0; i < result.keyness.n_rows(); ++i) {
    comparisons.emplace(result.keyness.texts("target")[i], result.keyness.texts("reference")[i]);
  }
  EXPECT_EQ(comparisons, (std::set<std::pair<std::string, std::string>>{{"left", "rest"},
                                                                        {"middle", "rest"},
                                                                        {"right", "rest"},
                                                                        {"left", "middle"},
                                                                        {"left", "right"},
                                                                        {"middle", "right"}}));
}

TEST(Keyness, CountsAndMeasuresByHand) {
  const scratch_folder folder;
  const auto result = keyness(three_sides(folder));
  const auto row = find(result.keyness, "left", "rest", "word");
  EXPECT_EQ(result.keyness.integers("target_count")[row.i], 55);
  EXPECT_EQ(result.keyness.integers("reference_count")[row.i], 29);
  const statistics::contingency cells{55, 29, 400, 800};
  EXPECT_DOUBLE_EQ(row.number("target_relative_frequency"), 55.0 / 400);
  EXPECT_DOUBLE_EQ(row.number("log_likelihood"), statistics::log_likelihood(cells));
  EXPECT_DOUBLE_EQ(row.number("log_ratio"), statistics::log_ratio(cells));
  EXPECT_EQ(row.number("consistency"), 1);
  EXPECT_DOUBLE_EQ(row.number("p_attainable"), 1.0 / 15);  // 6 documents, 2 of them: 15 choices
  EXPECT_EQ(row.number("odds_ratio") > 1, true);
  EXPECT_EQ(result.keyness.integers("target_document_range")[row.i], 2);
  EXPECT_EQ(result.keyness.integers("reference_document_range")[row.i], 2);
  EXPECT_LT(row.number("log_ratio_low"), row.number("log_ratio"));
  EXPECT_GT(row.number("log_ratio_high"), row.number("log_ratio"));
  EXPECT_LE(row.number("log_ratio_low_beyond"), row.number("log_ratio_low"));
}

TEST(Keyness, TurnsRoundWithTheSides) {
  const scratch_folder folder;
  const auto m = three_sides(folder);
  keyness_options options;
  options.target = "left";
  options.reference = "middle";
  const auto one = keyness(m, options);
  std::swap(options.target, options.reference);
  const auto other = keyness(m, options);
  const auto a = find(one.keyness, "left", "middle", "word");
  const auto b = find(other.keyness, "middle", "left", "word");
  for (const char* unsigned_measure : {"log_likelihood", "p_value", "chi_squared", "fisher_exact"}) {
    EXPECT_NEAR(a.number(unsigned_measure), b.number(unsigned_measure), 1e-12) << unsigned_measure;
  }
  for (const char* signed_measure : {"log_ratio", "log_odds_z", "difference_coefficient"}) {
    EXPECT_NEAR(a.number(signed_measure), -b.number(signed_measure), 1e-12) << signed_measure;
  }
  EXPECT_NEAR(a.number("consistency"), 1 - b.number("consistency"), 1e-15);
}

TEST(Keyness, SaysWhatWasResampledAndHowManyUnitsEachSideHas) {
  const scratch_folder folder;
  const auto result = keyness(three_sides(folder));
  const auto row = find(result.keyness, "left", "middle", "word");
  EXPECT_EQ(result.keyness.texts("unit")[row.i], "author");
  EXPECT_EQ(result.keyness.integers("target_units")[row.i], 2);
  EXPECT_EQ(result.keyness.integers("reference_units")[row.i], 1) << "both documents are by z";
}

TEST(Keyness, HasOneEndForATermAbsentOnOneSideAndNoInfinity) {
  const scratch_folder folder;
  const auto result = keyness(three_sides(folder));
  const auto row = find(result.keyness, "left", "right", "word");
  EXPECT_TRUE(std::isnan(row.number("log_ratio_high")));
  EXPECT_GT(row.number("log_ratio_low"), 0);
  EXPECT_TRUE(std::isnan(row.number("percent_diff")));
  for (const auto& column : result.keyness.columns()) {
    if (column.type != column_type::number) continue;
    for (const double value : result.keyness.numbers(column.name)) EXPECT_FALSE(std::isinf(value)) << column.name;
  }
}

TEST(Keyness, TakesQOverAllRowsAlsoThoseThatTopLeavesOut) {
  const scratch_folder folder;
  const auto m = three_sides(folder);
  const auto all = keyness(m);
  const auto q = statistics::benjamini_hochberg(all.keyness.numbers("p_value"));
  for (std::size_t i = 0; i < q.size(); ++i) {
    if (!std::isnan(q[i])) {
      EXPECT_NEAR(all.keyness.numbers("q_value")[i], q[i], 1e-15);
    }
  }
  keyness_options options;
  options.top = 1;
  const auto top = keyness(m, options);
  EXPECT_EQ(top.keyness.n_rows(), 6U);
  for (std::size_t i = 0; i < top.keyness.n_rows(); ++i) {
    const auto row = find(all.keyness, top.keyness.texts("target")[i], top.keyness.texts("reference")[i],
                          top.keyness.texts("term")[i]);
    EXPECT_EQ(all.keyness.integers("rank")[row.i], 1);
    if (!std::isnan(row.number("q_value"))) {
      EXPECT_EQ(top.keyness.numbers("q_value")[i], row.number("q_value"));
    }
  }
}

TEST(Keyness, RanksByTheMeasureNamed) {
  const scratch_folder folder;
  const auto m = three_sides(folder);
  for (const auto column : keyness_sort_columns()) {
    keyness_options options;
    options.sort_by = column;
    const auto t = keyness(m, options).keyness;
    for (std::size_t i = 1; i < t.n_rows(); ++i) {
      if (t.texts("target")[i] == t.texts("target")[i - 1] && t.texts("reference")[i] == t.texts("reference")[i - 1]) {
        EXPECT_GE(t.integers("rank")[i], t.integers("rank")[i - 1]) << column;
      }
    }
  }
  keyness_options unknown;
  unknown.sort_by = "g2";
  EXPECT_THROW((void)keyness(m, unknown), data_error);
}

TEST(Keyness, ComparesDocumentsAndAuthors) {
  const scratch_folder folder;
  const auto m = three_sides(folder);
  keyness_options options;
  options.by = keyness_by::document;
  options.pairs = false;
  EXPECT_NO_THROW((void)find(keyness(m, options).keyness, "a", "rest", "word"));
  options.by = keyness_by::author;
  const auto by_author = keyness(m, options).keyness;
  const auto z = find(by_author, "z", "rest", "word");
  EXPECT_EQ(by_author.integers("target_count")[z.i], 29);
}

TEST(Keyness, GivesNoTestWithTwoDocuments) {
  const scratch_folder folder;
  folder.write("documents.csv", "document,side\na,left\nb,right\n");
  folder.write("a.txt", text(20, 40));
  folder.write("b.txt", text(5, 40));
  const auto result = keyness({corpus::open_study(folder.path()), grouped()});
  const auto row = find(result.keyness, "left", "right", "word");
  EXPECT_TRUE(std::isnan(row.number("p_value")));
  EXPECT_TRUE(std::isnan(row.number("q_value")));
  EXPECT_EQ(row.number("p_attainable"), 0.5);
  EXPECT_EQ(result.keyness.texts("unit")[row.i], "segment");
  EXPECT_TRUE(std::isnan(result.omnibus.numbers("p_value")[0]));
}

TEST(Keyness, RejectsWhatCannotBeCompared) {
  const scratch_folder folder;
  write_three_sides(folder);
  const material m(corpus::open_study(folder.path()), grouped());
  keyness_options options;
  options.target = "centre";
  EXPECT_THROW((void)keyness(m, options), data_error);
  options.target = options.reference = "left";
  EXPECT_THROW((void)keyness(m, options), data_error);
  const material ungrouped(corpus::open_study(folder.path()), grouped(""));
  EXPECT_THROW((void)keyness(ungrouped), data_error);
  const material one(corpus::open_study(folder.path(), {{"side", "left"}}), grouped());
  EXPECT_THROW((void)keyness(one), data_error);
}

TEST(Keyness, NamesAGroupWithoutTokens) {
  const scratch_folder folder;
  write_three_sides(folder);
  folder.write("zones.csv", "document,begin,end,zone\ne,0,760,quotation\nf,0,760,quotation\n");
  const material m(corpus::open_study(folder.path()), grouped());
  try {
    (void)keyness(m);
    FAIL() << "right has no words of its own";
  } catch (const data_error& error) {
    EXPECT_NE(std::string(error.what()).find("\"right\" has no tokens in zone body"), std::string::npos)
        << error.what();
  }
}

TEST(Keyness, IsTheSameForAnyNumberOfThreads) {
  const scratch_folder folder;
  const auto m = three_sides(folder);
  std::vector<std::vector<double>> lows;
  for (const std::size_t threads : {1, 2, 7}) {
    const thread_limit limit(threads);
    const auto found = keyness(m);
    auto values = found.keyness.numbers("log_ratio_low_beyond");
    const auto& of_all = found.omnibus.numbers("p_value");
    EXPECT_FALSE(of_all.empty());
    values.insert(values.end(), of_all.begin(), of_all.end());
    std::erase_if(values, [](double v) { return std::isnan(v); });
    lows.push_back(std::move(values));
  }
  EXPECT_FALSE(lows[0].empty());
  EXPECT_EQ(lows[0], lows[1]);
  EXPECT_EQ(lows[0], lows[2]);
}

TEST(Keyness, TakesTwentyGroupsAndATermInEveryToken) {
  const scratch_folder folder;
  std::string documents = "document,side\n";
  for (int i = 0; i < 20; ++i) {
    documents += 'd' + std::to_string(i) + ",g" + std::to_string(i) + '\n';
    folder.write('d' + std::to_string(i) + ".txt", "same same same same same same. same same same same same same.");
  }
  folder.write("documents.csv", documents);
  const auto result = keyness({corpus::open_study(folder.path()), grouped()});
  EXPECT_EQ(result.keyness.n_rows(), 20U + 190U);
  const auto row = find(result.keyness, "g0", "g1", "same");
  EXPECT_EQ(row.number("log_likelihood"), 0);
  EXPECT_EQ(row.number("consistency"), 0.5);
  EXPECT_EQ(result.omnibus.numbers("log_likelihood")[0], 0);
}

TEST(KeynessSummary, CountsWhatHoldsByItsOwnDefinition) {
  const scratch_folder folder;
  const auto result = keyness(three_sides(folder));
  std::size_t within = 0, beyond = 0;
  const auto& t = result.keyness;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    const bool apart = t.numbers("log_ratio_low")[i] > 0 || t.numbers("log_ratio_high")[i] < 0;
    const double consistency = t.numbers("consistency")[i];
    within += apart && (consistency == 0 || consistency == 1) ? 1U : 0U;
    beyond += t.numbers("q_value")[i] < 0.05 ? 1U : 0U;
  }
  EXPECT_EQ(result.summary.n_differences, t.n_rows());
  EXPECT_EQ(result.summary.within, within);
  EXPECT_GT(within, 0U);
  EXPECT_EQ(result.summary.beyond, beyond);
  EXPECT_DOUBLE_EQ(result.summary.smallest_p, 1.0 / 15);
}

}  // namespace
}  // namespace isogloss::studies
