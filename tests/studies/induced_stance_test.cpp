#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "isogloss/base/philox.hpp"
#include "isogloss/studies/stance.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

// A sentence of ten words is a segment. "sun" goes with good words, "rain" with bad ones, "tree" and "stone" with
// either.
std::string text_of(std::uint32_t document) {
  philox random(3, 5, 0, document);
  std::string text;
  for (int s = 0; s < 60; ++s) {
    const bool good = random.below(2) == 0;
    const std::string seed = good ? "good" : "bad";
    text += "It was " + seed + (random.below(3) == 0 ? " " + seed : " day") + (good ? " sun" : " rain");
    text += random.below(2) == 0 ? " tree" : " stone";
    text += good ? " fine Smith" : " poor Brown";
    text += good ? " well done" : " badly made";
    text += ".\n\n";
  }
  return text;
}

void write_study(const scratch_folder& folder) {
  for (const std::uint32_t d : {0U, 1U, 2U}) {
    folder.write("texts/d" + std::to_string(d) + ".txt", text_of(d));
  }
  folder.write("documents.csv", "document\nd0\nd1\nd2\n");
  folder.write("lexicons/tone.csv", "category,pattern,weight\nup,good,1\nup,fine,2\nup,well done,1\ndown,bad,-1\n");
  folder.write("lexicons/plain.csv", "category,pattern\nneutral,tree\n");
  folder.write("targets.csv", "target,pattern\nSmith,Smith\nBrown,Brown\n");
  folder.write("stop.txt", "it\nwas\n");
}

material read(const scratch_folder& folder, std::uint32_t replicates = 400) {
  corpus::study s = corpus::open_study(folder.path());
  material_options o;
  o.lexicons = s.files.lexicons;
  o.content_stopwords = folder.path() / "stop.txt";
  o.segmentation.segment_tokens = 10;
  o.replicates = replicates;
  return {std::move(s), std::move(o)};
}

std::map<std::string, std::size_t> induced_rows(const table& t, const std::string& document = "d0") {
  std::map<std::string, std::size_t> rows;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("source")[i] == "induced" && t.texts("document")[i] == document) rows[t.texts("term")[i]] = i;
  }
  return rows;
}

TEST(InducedStance, FindsTermsThatGoWithSeedsOfOneSign) {
  const scratch_folder folder;
  write_study(folder);
  const table t = stance_lexicon(read(folder));
  const auto rows = induced_rows(t);
  ASSERT_TRUE(rows.contains("sun"));
  ASSERT_TRUE(rows.contains("rain"));
  const auto sun = rows.at("sun");
  EXPECT_EQ(t.texts("lexicon")[sun], "tone");
  EXPECT_EQ(t.texts("category")[sun], "positive");
  EXPECT_EQ(t.texts("category")[rows.at("rain")], "negative");
  EXPECT_GT(t.numbers("weight")[sun], 1);
  EXPECT_GT(t.numbers("low")[sun], 0);
  EXPECT_LT(t.numbers("high")[rows.at("rain")], 0);
  EXPECT_LT(t.numbers("q_value")[sun], 0.001);
  const std::string text = text_of(0);
  std::int64_t count = 0;
  for (auto at = text.find("sun"); at != std::string::npos; at = text.find("sun", at + 1)) ++count;
  EXPECT_EQ(t.integers("count")[sun], count);
}

TEST(InducedStance, LeavesOutSeedsStopWordsAndNames) {
  const scratch_folder folder;
  write_study(folder);
  const auto rows = induced_rows(stance_lexicon(read(folder)));
  for (const char* term : {"good", "bad", "fine", "it", "smith", "brown"}) EXPECT_FALSE(rows.contains(term)) << term;
  EXPECT_FALSE(rows.contains("well")) << "a word of a phrase that the lexicon finds";
  EXPECT_FALSE(rows.contains("done"));
  EXPECT_TRUE(rows.contains("poor"));
}

TEST(InducedStance, SeedsHaveNoInterval) {
  const scratch_folder folder;
  write_study(folder);
  const table t = stance_lexicon(read(folder));
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("source")[i] != "seed") continue;
    EXPECT_TRUE(std::isnan(t.numbers("low")[i]));
    EXPECT_TRUE(std::isnan(t.numbers("q_value")[i]));
  }
}

// A segment for itself, ten words and more.
std::string segments_of(const std::string& term, int n) {
  std::string text;
  for (int i = 0; i < n; ++i) text += "Good " + term + " as one two three four five six seven eight nine.\n\n";
  return text;
}

TEST(InducedStance, TakesTermsOfTenSegmentsAndTwoDocuments) {
  const scratch_folder folder;
  write_study(folder);
  folder.write("texts/d0.txt", text_of(0) + segments_of("lonely", 12));
  folder.write("texts/d1.txt", text_of(1) + segments_of("seldom", 5) + segments_of("often", 5));
  folder.write("texts/d2.txt", text_of(2) + segments_of("seldom", 4) + segments_of("often", 5));
  const table t = stance_lexicon(read(folder));
  EXPECT_FALSE(induced_rows(t).contains("lonely")) << "in one document";
  EXPECT_FALSE(induced_rows(t, "d1").contains("seldom")) << "in nine segments";
  EXPECT_TRUE(induced_rows(t, "d1").contains("often"));
}

TEST(InducedStance, SaysWhyThereIsNone) {
  const scratch_folder folder;
  write_study(folder);
  EXPECT_EQ(why_nothing_induced(read(folder)), "");
  EXPECT_NE(why_nothing_induced(read(folder, 39)).find("--replicates"), std::string::npos);
  EXPECT_TRUE(induced_rows(stance_lexicon(read(folder, 39))).empty());
  folder.write("lexicons/tone.csv", "category,pattern,weight\nup,good,1\nup,fine,2\n");
  EXPECT_NE(why_nothing_induced(read(folder)).find("above and below 0"), std::string::npos);
  EXPECT_TRUE(induced_rows(stance_lexicon(read(folder))).empty());
}

}  // namespace
}  // namespace isogloss::studies
