#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/program.hpp"
#include "support/word_order.hpp"

namespace isogloss::testing {
namespace {

namespace fs = std::filesystem;

const std::string shipped = ISOGLOSS_CORPUS "/soviet-accounts";

// The lists of the shipped study, given for a folder that holds the texts alone.
std::string lists() {
  std::string options = " --config '" + shipped + "/analysis.ini' --phrases '" + shipped +
                        "/phrases.csv' --variants '" + shipped + "/variants.csv' --content-stopwords '" + shipped +
                        "/stopwords.txt' --targets '" + shipped + "/targets.csv'";
  std::set<fs::path> lexicons;
  for (const auto& entry : fs::directory_iterator(shipped + "/lexicons")) {
    if (entry.path().extension() == ".csv") lexicons.insert(entry.path());
  }
  for (const auto& lexicon : lexicons) options += " --lexicon '" + lexicon.string() + "'";
  return options;
}

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class FullTexts : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* const folder = std::getenv("ISOGLOSS_FULL_TEXT_STUDY");
    if (folder == nullptr) GTEST_SKIP() << "ISOGLOSS_FULL_TEXT_STUDY names no study";
    texts = folder;
  }
  std::string texts;
  scratch_folder here;
};

TEST_F(FullTexts, GiveTheTablesThatTheShippedFeaturesGive) {
  const auto of_texts = run_isogloss("run '" + texts + "'" + lists() + " --within segment -o texts", here);
  ASSERT_EQ(of_texts.exit_code, 0) << of_texts.err;
  const auto of_features = run_isogloss("run '" + shipped + "' -o features", here);
  ASSERT_EQ(of_features.exit_code, 0) << of_features.err;
  std::size_t compared = 0;
  for (const auto& entry : fs::directory_iterator(here.path() / "features")) {
    if (entry.path().extension() != ".csv" && entry.path().extension() != ".nwk") continue;
    ++compared;
    // Not EXPECT_EQ: a difference must not print a file.
    const std::string name = entry.path().filename().string();
    EXPECT_TRUE(without_word_order(name, content(entry.path())) ==
                without_word_order(name, content(here.path() / "texts" / name)))
        << name;
  }
  EXPECT_EQ(compared, 29U);
}

TEST_F(FullTexts, GiveTheShippedFeaturesWhenExtractedAgain) {
  const auto done = run_isogloss("extract '" + texts + "'" + lists() + " -o features", here);
  ASSERT_EQ(done.exit_code, 0) << done.err;
  for (const char* name : {"features.csv", "segments.csv", "lexicon_phrases.csv"}) {
    EXPECT_TRUE(content(here.path() / "features" / name) == content(fs::path(shipped) / name)) << name;
  }
}

}  // namespace
}  // namespace isogloss::testing
