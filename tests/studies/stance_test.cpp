#include "isogloss/studies/stance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "isogloss/studies/counting.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

// Segments of four words, so that a sentence makes one.
material read(const scratch_folder& folder, material_options o = {}) {
  corpus::study s = corpus::open_study(folder.path());
  o.lexicons = s.files.lexicons;
  if (o.segmentation.segment_tokens == 200) o.segmentation.segment_tokens = 4;
  return {std::move(s), std::move(o)};
}

// Options with some of them set.
template <class Set>
material_options with(const Set& set) {
  material_options o;
  set(o);
  return o;
}

// a: 12 words, 3 segments; b: 8 words of body and 5 of quotation; c: one segment.
void write_study(const scratch_folder& folder) {
  folder.write("documents.csv", "document\na\nb\nc\n");
  folder.write("a.txt", "Good dogs sleep well. Perhaps good cats sleep. Of course nobody knows.");
  folder.write("b.txt", "Bad dogs bark much. \"Perhaps good dogs bark too.\" Nobody knows good dogs.");
  folder.write("c.txt", "Bad dogs bark.");
  folder.write("zones.csv", "document,begin,end,zone,speaker\nb,20,49,quotation,Ann\n");
  folder.write("lexicons/tone.csv", "category,pattern,weight\npositive,good,1\nnegative,bad,-1\n");
  folder.write("lexicons/hedging.csv", "category,pattern\nhedge,perhaps\nbooster,of course\nbooster,clearly\n");
}

struct row {
  std::int64_t hits, tokens;
  double rate, low, high;
};

std::map<std::string, row> rows_of(const table& t) {
  std::map<std::string, row> result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    result[t.texts("document")[i] + " " + t.texts("category")[i] + " " + t.texts("voice")[i]] = {
        t.integers("hits")[i], t.integers("tokens")[i], t.numbers("per_thousand")[i], t.numbers("low")[i],
        t.numbers("high")[i]};
  }
  return result;
}

TEST(Stance, CountsHitsAndTokensOfEachVoice) {
  const scratch_folder folder;
  write_study(folder);
  auto rows = rows_of(stance(read(folder)));
  ASSERT_EQ(rows.size(), 3U * 4U * 2U);
  EXPECT_EQ(rows["a positive own"].hits, 2);
  EXPECT_EQ(rows["a positive own"].tokens, 12);
  EXPECT_DOUBLE_EQ(rows["a positive own"].rate, 1000.0 * 2 / 12);
  EXPECT_EQ(rows["a booster own"].hits, 1);
  EXPECT_EQ(rows["b positive own"].hits, 1);
  EXPECT_EQ(rows["b positive own"].tokens, 8);
  EXPECT_EQ(rows["b positive quoted"].hits, 1);
  EXPECT_EQ(rows["b positive quoted"].tokens, 5);
  EXPECT_EQ(rows["b hedge own"].hits, 0);
  EXPECT_EQ(rows["b hedge own"].rate, 0);
  EXPECT_EQ(rows["b hedge quoted"].hits, 1);
}

TEST(Stance, HasNoRateWhereAVoiceSaysNothing) {
  const scratch_folder folder;
  write_study(folder);
  auto rows = rows_of(stance(read(folder)));
  EXPECT_EQ(rows["a positive quoted"].tokens, 0);
  EXPECT_TRUE(std::isnan(rows["a positive quoted"].rate));
  EXPECT_TRUE(std::isnan(rows["a positive quoted"].low));
}

TEST(Stance, HasIntervalsWhereThereAreHitsInSeveralSegments) {
  const scratch_folder folder;
  write_study(folder);
  auto rows = rows_of(stance(read(folder)));
  const row& hits = rows["a positive own"];
  EXPECT_LE(0, hits.low);
  EXPECT_LE(hits.low, hits.rate);
  EXPECT_LE(hits.rate, hits.high);
  EXPECT_LT(hits.low, hits.high);
  EXPECT_TRUE(std::isnan(rows["a negative own"].low)) << "no hits";
  EXPECT_TRUE(std::isnan(rows["a negative own"].high));
  EXPECT_EQ(rows["c negative own"].hits, 1);
  EXPECT_TRUE(std::isnan(rows["c negative own"].low)) << "one segment";
}

TEST(Stance, HasNoIntervalsWithoutReplicates) {
  const scratch_folder folder;
  write_study(folder);
  auto rows = rows_of(stance(read(folder, with([](auto& o) { o.replicates = 0; }))));
  EXPECT_EQ(rows["a positive own"].hits, 2);
  EXPECT_TRUE(std::isnan(rows["a positive own"].low));
}

TEST(Stance, CountsQuotationsAsOwnWhereTheyAreChosen) {
  const scratch_folder folder;
  write_study(folder);
  auto rows = rows_of(stance(read(folder, with([](auto& o) { o.zones = corpus::zone_set("all", ""); }))));
  EXPECT_EQ(rows["b positive own"].hits, 2);
  EXPECT_EQ(rows["b positive own"].tokens, 13);
}

// Sums over the terms of a category, for every document.
std::map<std::string, std::int64_t> sums_of(const table& t) {
  std::map<std::string, std::int64_t> result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    result[t.texts("document")[i] + " " + t.texts("lexicon")[i] + " " + t.texts("category")[i]] +=
        t.integers("count")[i];
  }
  return result;
}

void expect_sums_to_be_hits(const material& m) {
  const table rates = stance(m);
  auto sums = sums_of(stance_lexicon(m));
  std::size_t compared = 0;
  for (std::size_t i = 0; i < rates.n_rows(); ++i) {
    if (rates.texts("voice")[i] != "own") continue;
    const std::string key =
        rates.texts("document")[i] + " " + rates.texts("lexicon")[i] + " " + rates.texts("category")[i];
    EXPECT_EQ(sums[key], rates.integers("hits")[i]) << key;
    compared += rates.integers("hits")[i] > 0 ? 1U : 0U;
  }
  EXPECT_GT(compared, 3U);
}

TEST(StanceLexicon, SumsToTheHitsOfStance) {
  const scratch_folder folder;
  write_study(folder);
  expect_sums_to_be_hits(read(folder));
}

TEST(StanceLexicon, SumsToTheHitsOfStanceWherePhrasesHideTheirWords) {
  const scratch_folder folder;
  write_study(folder);
  folder.write(
      "lexicons/tone.csv",
      "category,pattern\npositive,good*\nnegative,bad\nneutral,good dogs\npositive,dog*\nneutral,bad dogs bark\n");
  expect_sums_to_be_hits(read(folder));
}

TEST(StanceLexicon, SumsToTheHitsOfStanceInTheTramwayDebate) {
  corpus::study s = corpus::open_study(ISOGLOSS_CORPUS "/tramway-debate");
  material_options o;
  o.replicates = 0;
  o.terms.variants = s.files.variants;
  o.terms.phrases = s.files.phrases;
  o.lexicons = s.files.lexicons;
  for (const char* name : {"evaluation", "metadiscourse"}) {
    o.lexicons.emplace_back(std::string(ISOGLOSS_CORPUS "/soviet-accounts/lexicons/") + name + ".csv");
  }
  expect_sums_to_be_hits(material(std::move(s), std::move(o)));
}

TEST(StanceLexicon, IsPositiveForWhatADocumentSaysMoreThanTheOthers) {
  const scratch_folder folder;
  folder.write("a.txt", "Good good good dog house tree.");
  folder.write("b.txt", "Good cat mouse bad tree stone.");
  folder.write("lexicons/tone.csv", "category,pattern\nx,good\nx,bad\nx,tree\n");
  const table t = stance_lexicon(read(folder));
  std::map<std::string, double> z;
  for (std::size_t i = 0; i < t.n_rows(); ++i)
    z[t.texts("document")[i] + " " + t.texts("term")[i]] = t.numbers("log_odds_z")[i];
  ASSERT_EQ(z.size(), 5U);
  EXPECT_GT(z["a good"], 0);
  EXPECT_LT(z["b good"], 0);
  EXPECT_DOUBLE_EQ(z["a good"], -z["b good"]);
  EXPECT_GT(z["b bad"], 0);
  EXPECT_NEAR(z["a tree"], 0, 1e-12);
}

TEST(StanceLexicon, SetsTheMostTellingTermsFirst) {
  const scratch_folder folder;
  write_study(folder);
  const table t = stance_lexicon(read(folder));
  for (std::size_t i = 1; i < t.n_rows(); ++i) {
    if (t.texts("document")[i] != t.texts("document")[i - 1]) continue;
    EXPECT_GE(std::abs(t.numbers("log_odds_z")[i - 1]), std::abs(t.numbers("log_odds_z")[i]));
  }
}

TEST(StanceLexicon, HasNothingToSetASingleDocumentAgainst) {
  const scratch_folder folder;
  folder.write("a.txt", "Good dogs sleep.");
  folder.write("lexicons/tone.csv", "category,pattern\nx,good\n");
  const table t = stance_lexicon(read(folder));
  ASSERT_EQ(t.n_rows(), 1U);
  EXPECT_TRUE(std::isnan(t.numbers("log_odds_z")[0]));
  EXPECT_DOUBLE_EQ(t.numbers("per_thousand")[0], 1000.0 / 3);
}

// Rates are of running words, whatever terms are made of them.
struct term_case {
  const char* name;
  material_options options;
};

void PrintTo(const term_case& c, std::ostream* out) {
  *out << c.name;
}

class StanceUnder : public ::testing::TestWithParam<term_case> {};

TEST_P(StanceUnder, OtherTerms_KeepsItsRates) {
  const scratch_folder folder;
  write_study(folder);
  const material m = read(folder, GetParam().options);
  EXPECT_EQ(rows_of(stance(m))["a positive own"].tokens, 12);
  const table t = stance_lexicon(m);
  std::size_t found = 0;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("document")[i] != "a" || t.texts("term")[i] != "good") continue;
    ++found;
    EXPECT_DOUBLE_EQ(t.numbers("per_thousand")[i], 1000.0 * 2 / 12);
  }
  EXPECT_EQ(found, 1U);
}

INSTANTIATE_TEST_SUITE_P(
    Terms, StanceUnder,
    ::testing::Values(term_case{"OfOneWord", {}}, term_case{"OfTwoWords", with([](auto& o) { o.ngrams = 2; })},
                      term_case{"OfThreeCharacters", with([](auto& o) { o.terms.character_ngrams = 3; })}),
    [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace isogloss::studies
