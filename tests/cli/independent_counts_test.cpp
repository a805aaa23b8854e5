#include <gtest/gtest.h>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

bool python_is_here() {
  return std::system("python3 -c '' > /dev/null 2>&1") == 0;
}

// The tables that independent_counts.py reads, all of one study under the same options.
void write_tables(const scratch_folder& here, const std::string& study, const std::string& options) {
  const auto write = [&](const std::string& command, const std::string& file) {
    const auto done = run_isogloss(command + " '" + study + "' " + options + " --quiet -o " + file + ".csv", here);
    ASSERT_EQ(done.exit_code, 0) << done.err;
  };
  write("tokens", "tokens");
  write("frequencies", "frequencies");
  for (const std::string scheme : {"sklearn", "textbook", "quanteda", "tidytext", "bm25"}) {
    write("tfidf --content-stopwords none --scheme " + scheme, "tfidf-" + scheme);
  }
  write("similarity --replicates 0 --content-stopwords none --layer vocabulary --measure cosine", "similarity");
}

void compare(const std::string& study, const std::string& options) {
  const scratch_folder here;
  write_tables(here, study, options);
  if (::testing::Test::HasFatalFailure()) return;
  const std::string command = "python3 '" ISOGLOSS_TEST_DATA "/cli/independent_counts.py' '" + here.path().string() +
                              "' > '" + (here.path() / "said").string() + "' 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0) << here.read("said");
}

TEST(IndependentCounts, AgreeOnTheTramwayDebate) {
  if (!python_is_here()) GTEST_SKIP() << "python3 is not here";
  compare(ISOGLOSS_CORPUS "/tramway-debate", "");
}

TEST(IndependentCounts, AgreeOnTheTramwayDebateInAllZonesWithCaseAndNumbers) {
  if (!python_is_here()) GTEST_SKIP() << "python3 is not here";
  compare(ISOGLOSS_CORPUS "/tramway-debate", "--zones all --keep-case --keep-numbers");
}

TEST(IndependentCounts, AgreeOnTheTramwayDebateWithStems) {
  if (!python_is_here()) GTEST_SKIP() << "python3 is not here";
  compare(ISOGLOSS_CORPUS "/tramway-debate", "--stem english --phrases none --variants none");
}

TEST(IndependentCounts, AgreeOnTheFullTexts) {
  if (!python_is_here()) GTEST_SKIP() << "python3 is not here";
  const char* const study = std::getenv("ISOGLOSS_FULL_TEXT_STUDY");
  if (study == nullptr) GTEST_SKIP() << "ISOGLOSS_FULL_TEXT_STUDY names no study";
  compare(study, "");
}

}  // namespace
}  // namespace isogloss::testing
