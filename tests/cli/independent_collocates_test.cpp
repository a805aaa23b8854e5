#include <gtest/gtest.h>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

struct search {
  const char* name;
  const char* node;
  const char* left;
  const char* right;
  const char* zones;
  bool across_sentences;
  const char* options;  // of both commands
};

void PrintTo(const search& s, std::ostream* out) {
  *out << s.name;
}

class IndependentCollocates : public ::testing::TestWithParam<search> {};

TEST_P(IndependentCollocates, AgreeOnTheTramwayDebate) {
  if (std::system("python3 -c '' > /dev/null 2>&1") != 0) GTEST_SKIP() << "python3 is not here";
  const auto& s = GetParam();
  const scratch_folder here;
  const std::string study = "'" ISOGLOSS_CORPUS "/tramway-debate' ";
  const auto stream = run_isogloss("tokens " + study + s.options + " --zones all --quiet -o tokens.csv", here);
  ASSERT_EQ(stream.exit_code, 0) << stream.err;
  const auto found =
      run_isogloss("collocates " + study + "'" + s.node + "' " + s.options + " --min-observed 1 --left " + s.left +
                       " --right " + s.right + " --zones " + s.zones +
                       (s.across_sentences ? " --across-sentences" : "") + " --quiet -o collocates.csv",
                   here);
  ASSERT_EQ(found.exit_code, 0) << found.err;
  const std::string command = "python3 '" ISOGLOSS_TEST_DATA "/cli/independent_collocates.py' '" +
                              here.path().string() + "' '" + s.node + "' " + s.left + " " + s.right + " " + s.zones +
                              (s.across_sentences ? " across" : " sentences") + " > '" +
                              (here.path() / "said").string() + "' 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0) << here.read("said");
}

INSTANTIATE_TEST_SUITE_P(Searches, IndependentCollocates,
                         ::testing::Values(search{"AWord", "line", "5", "5", "body", false, ""},
                                           search{"AWildcardThatJoinedPhrasesHold", "tram*", "5", "5", "body", false,
                                                  ""},
                                           search{"AFunctionWordInWideWindows", "the", "20", "20", "body", false, ""},
                                           search{"AcrossSentences", "the", "3", "12", "body", true, ""},
                                           search{"AllVoicesAcrossSentences", "the", "8", "8",
                                                  "body,quotation,heading,note,reference,caption,furniture", true, ""},
                                           search{"OneSideOfQuotations", "the", "0", "4", "quotation", false, ""},
                                           search{"WithNumbersAndWithoutPhrases", "network", "4", "4", "body", false,
                                                  "--keep-numbers --phrases none --variants none"}),
                         [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace isogloss::testing
