#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/reports/table_writer.hpp"
#include "isogloss/statistics/distances.hpp"
#include "isogloss/studies/similarity.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;
using statistics::measure;

void write_texts(const scratch_folder& folder) {
  folder.write("a.txt", "The fox is red and quick. Perhaps the quick fox of the house runs home. A good fox sleeps.");
  folder.write("b.txt", "A hen sat in a house. Perhaps it slept; no hen is quick. The bad house was not safe.");
  folder.write("c.txt", "Η αλεπού, la poule, 狐 and Ünïcode: owls see well at night in the good woods.");
  folder.write("lexicons/tone.csv", "category,pattern\npositive,good\npositive,well\nnegative,bad\nhedge,perhaps\n");
}

material read(const scratch_folder& folder) {
  corpus::study s = corpus::open_study(folder.path());
  material_options o;
  o.lexicons = s.files.lexicons;
  return {std::move(s), std::move(o)};
}

similarity_options of(layer_kind layer, std::vector<measure> measures) {
  return {{layer}, std::move(measures), false};
}

// layer, measure, both documents and what is explained -> sum of the contributions
std::map<std::string, double> sums(const table& t) {
  std::map<std::string, double> result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    result[t.texts("layer")[i] + " " + t.texts("measure")[i] + " " + t.texts("document_a")[i] + " " +
           t.texts("document_b")[i] + " " + t.texts("of")[i]] += t.numbers("contribution")[i];
  }
  return result;
}

void expect_sums(const material& m, layer_kind kind, measure with, std::size_t top) {
  const auto options = of(kind, {with});
  auto found = sums(contributions(m, options, top));
  const table values = similarity(m, options);
  ASSERT_EQ(values.n_rows(), 3U);
  for (std::size_t i = 0; i < values.n_rows(); ++i) {
    const std::string pair = std::string(name(kind)) + " " + std::string(statistics::name(with)) + " " +
                             values.texts("document_a")[i] + " " + values.texts("document_b")[i];
    const double value = values.numbers("value")[i];
    const bool similar = statistics::is_similarity(with);
    ASSERT_TRUE(found.contains(pair + " difference"));
    EXPECT_NEAR(found[pair + " difference"], similar ? 1 - value : value, 1e-12 * std::max(1.0, value)) << pair;
    EXPECT_EQ(found.contains(pair + " likeness"), similar) << pair;
    if (similar) {
      EXPECT_NEAR(found[pair + " likeness"], value, 1e-12) << pair;
    }
  }
}

TEST(ContributionsTable, SumsToTheTableOfSimilarityForEveryMeasure) {
  const scratch_folder folder;
  write_texts(folder);
  const material m = read(folder);
  for (const measure with : statistics::all_measures()) {
    for (const std::size_t top : {std::size_t{1}, std::size_t{4}, std::size_t{1000}}) {
      expect_sums(m, layer_kind::vocabulary, with, top);
      expect_sums(m, layer_kind::style, with, top);
    }
  }
  expect_sums(m, layer_kind::stance, measure::burrows_delta, 2);
  expect_sums(m, layer_kind::stance, measure::eder_delta, 2);
}

TEST(ContributionsTable, ListsTheLargestFirstAndTheOthersLast) {
  const scratch_folder folder;
  write_texts(folder);
  const table t = contributions(read(folder), of(layer_kind::style, {measure::manhattan}), 3);
  ASSERT_EQ(t.n_rows(), 3U * 4U);
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    const std::size_t place = i % 4;
    EXPECT_EQ(t.integers("rank")[i], static_cast<std::int64_t>(place + 1));
    EXPECT_EQ(t.texts("term")[i] == other_terms, place == 3);
    EXPECT_EQ(std::isnan(t.numbers("value_a")[i]), place == 3);
    if (place == 3) continue;
    EXPECT_NEAR(t.numbers("contribution")[i], std::abs(t.numbers("value_a")[i] - t.numbers("value_b")[i]), 1e-15);
    if (place > 0) {
      EXPECT_LE(t.numbers("contribution")[i], t.numbers("contribution")[i - 1]);
    }
  }
  // Of 19 words of a, three are "the" and three are "fox"; c has one "the" and no fox.
  EXPECT_EQ(t.texts("term")[4], "fox");
  EXPECT_NEAR(t.numbers("value_a")[4], 3.0 / 19, 1e-15);
  EXPECT_EQ(t.numbers("value_b")[4], 0);
}

TEST(ContributionsTable, GivesSharesThatSumToOne) {
  const scratch_folder folder;
  write_texts(folder);
  const table t = contributions(read(folder), of(layer_kind::vocabulary, {measure::cosine}), 2);
  double share = 0;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    share += t.numbers("share")[i];
    if (t.texts("term")[i] != other_terms) continue;
    EXPECT_NEAR(share, 1, 1e-12);
    share = 0;
  }
}

TEST(ContributionsTable, HasOneRowForIdenticalDocuments) {
  const scratch_folder folder;
  folder.write("a.txt", "The same fox sleeps.");
  folder.write("b.txt", "The same fox sleeps.");
  const table t = contributions(read(folder), of(layer_kind::style, {measure::manhattan}), 5);
  ASSERT_EQ(t.n_rows(), 1U);
  EXPECT_EQ(t.texts("term")[0], other_terms);
  EXPECT_EQ(t.numbers("contribution")[0], 0);
  EXPECT_TRUE(std::isnan(t.numbers("share")[0]));
}

TEST(ContributionsTable, SaysThatADistanceDoesNotExist) {
  const scratch_folder folder;
  folder.write("a.txt", "The same fox sleeps.");
  folder.write("b.txt", "The same fox sleeps.");
  const table t = contributions(read(folder), of(layer_kind::style, {measure::burrows_delta}), 5);
  ASSERT_EQ(t.n_rows(), 1U);
  EXPECT_TRUE(std::isnan(t.numbers("contribution")[0]));
}

TEST(ContributionsTable, IsEmptyForOneDocument) {
  const scratch_folder folder;
  folder.write("a.txt", "A fox.");
  EXPECT_EQ(contributions(read(folder), of(layer_kind::style, {measure::manhattan}), 5).n_rows(), 0U);
}

TEST(ContributionsTable, WantsANumberOfTerms) {
  const scratch_folder folder;
  write_texts(folder);
  EXPECT_THROW(static_cast<void>(contributions(read(folder), {}, 0)), data_error);
}

TEST(ContributionsTable, IsTheSameForAnyNumberOfThreads) {
  const scratch_folder folder;
  write_texts(folder);
  const auto bytes = [&](std::size_t threads) {
    const thread_limit limit(threads);
    std::string text;
    reports::write(contributions(read(folder), {}, 4), reports::format::csv,
                   [&](std::string_view more) { text += more; });
    return text;
  };
  const std::string one = bytes(1);
  EXPECT_EQ(bytes(2), one);
  EXPECT_EQ(bytes(7), one);
}

}  // namespace
}  // namespace isogloss::studies
