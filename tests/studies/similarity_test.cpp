#include "isogloss/studies/similarity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "isogloss/base/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;
using statistics::measure;

constexpr const char* fox =
    "The fox is red and quick. Perhaps the quick fox of the house runs home. A good fox sleeps well.";
constexpr const char* hen =
    "A hen sat in a house. Perhaps it slept; no hen is quick. The bad house was not safe from a fox.";
constexpr const char* owl =
    "Owls see well at night. An owl hunts mice in the good woods and never sleeps in a red house.";

material read(const scratch_folder& folder, material_options o = {}) {
  corpus::study s = corpus::open_study(folder.path());
  o.lexicons = s.files.lexicons;
  o.segmentation.segment_tokens = 5;
  o.replicates = std::min<std::uint32_t>(o.replicates, 100);
  return {std::move(s), std::move(o)};
}

// Options with some of them set.
template <class Set>
material_options with(const Set& set) {
  material_options o;
  set(o);
  return o;
}

void write_lexicon(const scratch_folder& folder) {
  folder.write("lexicons/tone.csv",
               "category,pattern\npositive,good\npositive,well\nnegative,bad\nnegative,not\nhedge,perhaps\n");
}

using pairs = std::map<std::pair<std::string, std::set<std::string>>, double>;

pairs values_of(const table& t) {
  pairs result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    result[{t.texts("layer")[i] + " " + t.texts("measure")[i], {t.texts("document_a")[i], t.texts("document_b")[i]}}] =
        t.numbers("value")[i];
  }
  return result;
}

similarity_options of(layer_kind layer, std::vector<measure> measures) {
  return {{layer}, std::move(measures), false};
}

TEST(Similarity, OfIdenticalDocumentsIsTheGreatest) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("b.txt", hen);
  folder.write("same.txt", fox);
  write_lexicon(folder);
  auto values = values_of(similarity(read(folder)));
  ASSERT_EQ(values.size(), 4U * 3U);
  EXPECT_NEAR((values[{"vocabulary cosine", {"a", "same"}}]), 1, 1e-12);
  EXPECT_NEAR((values[{"style burrows_delta", {"a", "same"}}]), 0, 1e-12);
  EXPECT_NEAR((values[{"style cosine_delta", {"a", "same"}}]), 0, 1e-12);
  EXPECT_NEAR((values[{"stance burrows_delta", {"a", "same"}}]), 0, 1e-12);
  EXPECT_LT((values[{"vocabulary cosine", {"a", "b"}}]), 0.9);
  EXPECT_GT((values[{"style burrows_delta", {"a", "b"}}]), 0.1);
}

double only_value(const table& t) {
  EXPECT_EQ(t.n_rows(), 1U);
  return t.numbers("value")[0];
}

TEST(Similarity, OfTwoDocumentsWithoutACommonWordIsZero) {
  const scratch_folder folder;
  folder.write("a.txt", "Cats purr.");
  folder.write("b.txt", "Dogs bark.");
  EXPECT_EQ(only_value(similarity(read(folder), of(layer_kind::vocabulary, {}))), 0);
}

// The z-scores of two documents are 1 and -1 over the root of 2, whatever the word.
TEST(Similarity, OfTwoDocumentsHasTheDeltasThatTwoAlwaysHave) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("b.txt", hen);
  EXPECT_NEAR(only_value(similarity(read(folder), of(layer_kind::style, {measure::burrows_delta}))), std::sqrt(2),
              1e-12);
  EXPECT_NEAR(only_value(similarity(read(folder), of(layer_kind::style, {measure::cosine_delta}))), 2, 1e-12);
}

// No word varies, so there are no z-scores.
TEST(Similarity, OfTwoIdenticalDocumentsAloneHasACosineAndNoDelta) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("b.txt", fox);
  EXPECT_NEAR(only_value(similarity(read(folder), of(layer_kind::vocabulary, {}))), 1, 1e-12);
  EXPECT_TRUE(std::isnan(only_value(similarity(read(folder), of(layer_kind::style, {measure::burrows_delta})))));
}

TEST(Similarity, OfOneDocumentHasNoRows) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  EXPECT_EQ(similarity(read(folder), {{layer_kind::vocabulary, layer_kind::style}, {}, true}).n_rows(), 0U);
}

TEST(Similarity, DoesNotChangeWhenDocumentsAreRenamed) {
  const scratch_folder folder, renamed;
  const std::map<std::string, std::string> names = {{"a", "z"}, {"b", "y"}, {"c", "x"}};
  const std::map<std::string, const char*> texts = {{"a", fox}, {"b", hen}, {"c", owl}};
  for (const auto& [name, text] : texts) {
    folder.write(name + ".txt", text);
    renamed.write(names.at(name) + ".txt", text);
  }
  write_lexicon(folder);
  write_lexicon(renamed);
  const pairs before = values_of(similarity(read(folder)));
  const pairs after = values_of(similarity(read(renamed)));
  ASSERT_EQ(before.size(), 4U * 3U);
  for (const auto& [key, value] : before) {
    std::set<std::string> documents;
    for (const auto& name : key.second) documents.insert(names.at(name));
    EXPECT_NEAR(value, after.at({key.first, documents}), 1e-12) << key.first;
  }
}

TEST(Similarity, HasIntervalsInOrderAndInRange) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("b.txt", hen);
  folder.write("c.txt", owl);
  write_lexicon(folder);
  const table t = similarity(read(folder));
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    EXPECT_LT(t.numbers("low")[i], t.numbers("high")[i]);
    EXPECT_GE(t.numbers("low")[i], 0);
    const std::string& with = t.texts("measure")[i];
    EXPECT_LE(t.numbers("high")[i], with == "cosine" ? 1 : with == "cosine_delta" ? 2 : 10);
  }
}

TEST(Similarity, HasNoIntervalWithADocumentOfOneSegment) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("b.txt", hen);
  folder.write("short.txt", "The fox sleeps.");
  const table t = similarity(read(folder), {{layer_kind::vocabulary}, {}, true});
  ASSERT_EQ(t.n_rows(), 3U);
  EXPECT_FALSE(std::isnan(t.numbers("low")[0]));
  EXPECT_TRUE(std::isnan(t.numbers("low")[1]));
  EXPECT_TRUE(std::isnan(t.numbers("high")[2]));
}

TEST(Similarity, HasNoIntervalsWhereTheyAreNotWanted) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("b.txt", hen);
  EXPECT_TRUE(std::isnan(similarity(read(folder), of(layer_kind::vocabulary, {})).numbers("low")[0]));
  EXPECT_TRUE(
      std::isnan(similarity(read(folder, with([](auto& o) { o.replicates = 0; })), {{layer_kind::style}, {}, true})
                     .numbers("low")[0]));
}

TEST(Similarity, NamesADocumentWithoutTokensInTheChosenZone) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("years.txt", "1917 1918");
  try {
    static_cast<void>(similarity(read(folder), of(layer_kind::vocabulary, {})));
    FAIL() << "it was compared";
  } catch (const data_error& error) {
    EXPECT_NE(std::string(error.what()).find("document \"years\" has no tokens in zone body"), std::string::npos)
        << error.what();
  }
}

TEST(Similarity, WithADocumentOfStopWordsAloneDoesNotExist) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("b.txt", "The and of.");
  folder.write("lists/stop.txt", "the\nand\nof\n");
  const material m = read(folder, with([&](auto& o) { o.content_stopwords = folder.path() / "lists" / "stop.txt"; }));
  EXPECT_TRUE(std::isnan(only_value(similarity(m, of(layer_kind::vocabulary, {})))));
}

TEST(Similarity, ComparesScriptsThatAreNotLatin) {
  const scratch_folder folder;
  folder.write("a.txt", "Мир и труд, и май.");
  folder.write("b.txt", "мир И ТРУД и МАЙ");
  EXPECT_NEAR(only_value(similarity(read(folder), of(layer_kind::vocabulary, {}))), 1, 1e-12);
}

TEST(SimilarityMatrix, IsSymmetricWithItsLikenessToItselfOnTheDiagonal) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("b.txt", hen);
  folder.write("c.txt", owl);
  write_lexicon(folder);
  const material m = read(folder);
  auto listed = values_of(similarity(m));
  for (const layer_kind kind : all_layers()) {
    const table t = similarity_matrix(m, kind);
    const std::string with = std::string(name(kind)) + " " + std::string(name(default_measures(kind).front()));
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string& row = t.texts("document")[i];
      EXPECT_NEAR(t.numbers(row)[i], kind == layer_kind::vocabulary ? 1 : 0, 1e-12) << with;
      for (std::size_t j = 0; j < i; ++j) {
        const std::string& column = t.texts("document")[j];
        EXPECT_EQ(t.numbers(column)[i], t.numbers(row)[j]);
        EXPECT_EQ(t.numbers(column)[i], (listed[{with, {row, column}}])) << with;
      }
    }
  }
}

// eder_delta weighs a term by its rank among the terms, whatever the layer lists them by.
TEST(Similarity, OfEderDeltaDoesNotDependOnTheNamesOfTerms) {
  const auto deltas = [](const std::string& often, const std::string& seldom) {
    const scratch_folder folder;
    const auto repeat = [&](int a, int b) {
      std::string text;
      for (int i = 0; i < a; ++i) text += often + ' ';
      for (int i = 0; i < b; ++i) text += seldom + ' ';
      return text + "mice mice mice.";
    };
    folder.write("a.txt", repeat(9, 1));
    folder.write("b.txt", repeat(7, 2));
    folder.write("c.txt", repeat(8, 4));
    const auto [first, second] = std::minmax(often, seldom);
    folder.write("lexicons/tone.csv", "category,pattern\n" + first + ',' + first + '\n' + second + ',' + second + '\n');
    const material m = read(folder);
    std::vector<double> values;
    for (const layer_kind kind : {layer_kind::vocabulary, layer_kind::stance}) {
      for (const measure with : {measure::eder_delta, measure::eder_delta_stylo}) {
        const table t = similarity(m, of(kind, {with}));
        for (const double value : t.numbers("value")) values.push_back(value);
      }
    }
    return values;
  };
  const auto ascending = deltas("ants", "wasps"), descending = deltas("wasps", "ants");
  ASSERT_EQ(ascending.size(), 12U);
  for (std::size_t i = 0; i < ascending.size(); ++i) EXPECT_NEAR(ascending[i], descending[i], 1e-12) << i;
}

TEST(Similarity, IsTheSameInParts) {
  const scratch_folder folder;
  for (int i = 0; i < 270; ++i) {
    folder.write(std::to_string(1000 + i) + ".txt",
                 std::string(i % 2 == 0 ? fox : hen) + " Fox " + (i % 7 == 0 ? "red" : "owl") + "\n");
  }
  const material m = read(folder, with([](auto& o) { o.replicates = 0; }));
  const auto options = of(layer_kind::style, {measure::cosine, measure::burrows_delta});
  const table whole = similarity(m, options);
  ASSERT_EQ(whole.n_rows(), 2U * 270 * 269 / 2);
  std::size_t row = 0, n_parts = 0;
  similarity(m, compared_layers(m, options), options, [&](const table& part) {
    ++n_parts;
    for (std::size_t i = 0; i < part.n_rows(); ++i, ++row) {
      ASSERT_LT(row, whole.n_rows());
      ASSERT_EQ(part.texts("measure")[i], whole.texts("measure")[row]);
      ASSERT_EQ(part.texts("document_a")[i], whole.texts("document_a")[row]);
      ASSERT_EQ(part.texts("document_b")[i], whole.texts("document_b")[row]);
      ASSERT_EQ(part.numbers("value")[i], whole.numbers("value")[row]);
    }
  });
  EXPECT_EQ(row, whole.n_rows());
  EXPECT_GT(n_parts, 2U);
}

TEST(Similarity, OfALayerThatCannotBeMadeIsRefusedBeforeThereAreRows) {
  const scratch_folder folder;
  folder.write("fox.txt", fox);
  folder.write("hen.txt", hen);
  const material m = read(folder);
  EXPECT_THROW(static_cast<void>(compared_layers(m, of(layer_kind::stance, {}))), data_error);
}

}  // namespace
}  // namespace isogloss::studies
