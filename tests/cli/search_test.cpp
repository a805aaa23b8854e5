#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

const std::string debate = "'" ISOGLOSS_CORPUS "/tramway-debate' ";
const std::string accounts = "'" ISOGLOSS_CORPUS "/soviet-accounts' ";

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(KwicCommand, WritesAConcordance) {
  const scratch_folder here;
  here.write("a.txt", "Trams run. \"Trams,\" she said, \"are trams.\"\nNo\ttram.");
  const auto shown = run_isogloss("kwic a.txt trams --window 2", here);
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_EQ(shown.err, "");
  EXPECT_EQ(shown.out,
            "document,from,to,pre,keyword,post,pattern,zone,speaker,segment,sentence,begin,end\n"
            "a,1,1,,Trams,\" run. \"\"Trams\",trams,body,,1,1,0,5\n"
            "a,3,3,\"Trams run. \"\"\",Trams,\",\"\" she said\",trams,body,,1,2,12,17\n"
            "a,7,7,\"said, \"\"are \",trams,\".\"\" No\ttram\",trams,body,,1,2,35,40\n");
}

TEST(KwicCommand, ReadsBackFromEveryFormat) {
  const scratch_folder here;
  here.write("a.txt", "\xEF\xBB\xBFOne \"two\"\r\n\tthree, 四 👩‍👩‍👧 five\x01 six.");
  const auto rows = nlohmann::json::parse(run_isogloss("kwic a.txt three --format json", here).out);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0]["pre"], "One \"two\" \t");
  EXPECT_EQ(rows[0]["post"], ", 四 👩‍👩‍👧 five\x01 six");
  EXPECT_EQ(rows[0]["begin"], 15);
  EXPECT_EQ(lines(run_isogloss("kwic a.txt three --format csv", here).out), 2U);
  EXPECT_EQ(lines(run_isogloss("kwic a.txt three --format tsv", here).out), 2U);
}

TEST(KwicCommand, FindsAPhraseInTheDebateByZones) {
  const scratch_folder here;
  const auto body = run_isogloss("kwic " + debate + "'old network'", here);
  const auto all = run_isogloss("kwic " + debate + "'old network' --zones all", here);
  EXPECT_EQ(body.exit_code, 0);
  EXPECT_GT(lines(all.out), lines(body.out));
  EXPECT_EQ(body.out.find(",quotation,"), std::string::npos);
  EXPECT_NE(all.out.find(",quotation,Jürgen Pask,"), std::string::npos);
}

TEST(KwicCommand, FindsAsManyAsTheStreamHolds) {
  const scratch_folder here;
  const auto stream = run_isogloss("tokens " + debate + "--phrases none --variants none", here);
  std::size_t n = 0;
  for (std::size_t at = 0; (at = stream.out.find(",the\n", at)) != std::string::npos; ++at) ++n;
  EXPECT_GT(n, 100U);
  EXPECT_EQ(lines(run_isogloss("kwic " + debate + "the", here).out), n + 1);
}

TEST(SearchCommands, GiveTheSameBytesWhateverTheThreads) {
  const scratch_folder here;
  for (const std::string& command :
       {"kwic " + debate + "'the *' --zones all --sort-by left", "collocates " + debate + "the --min-observed 1",
        "collocates " + debate + "the --compare-groups --min-observed 2"}) {
    const auto one = run_isogloss(command + " --threads 1", here);
    EXPECT_EQ(one.exit_code, 0) << one.err;
    EXPECT_GT(lines(one.out), 50U);
    EXPECT_EQ(run_isogloss(command + " --threads 2", here).out, one.out);
    EXPECT_EQ(run_isogloss(command + " --threads 7", here).out, one.out);
  }
}

TEST(SearchCommands, NeedWordOrder) {
  const scratch_folder here;
  for (const std::string command : {"kwic ", "collocates "}) {
    const auto refused = run_isogloss(command + accounts + "state", here);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_EQ(refused.out, "");
    EXPECT_EQ(lines(refused.err), 1U) << refused.err;
    EXPECT_NE(refused.err.find("has features only; this needs word order"), std::string::npos) << refused.err;
  }
}

TEST(Contested, NeedsWordOrder) {
  const scratch_folder here;
  const auto refused = run_isogloss("contested " + accounts, here);
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("has features only; this needs word order"), std::string::npos) << refused.err;
  const auto run = run_isogloss("run " + accounts + " -o out --replicates 0", here);
  EXPECT_NE(run.err.find("no contested terms: the study has features only"), std::string::npos) << run.err;
}

TEST(Contested, NeedsGroups) {
  const scratch_folder here;
  here.write("s/a.txt", "The fox is red.");
  here.write("s/b.txt", "The fox is quick.");
  const auto refused = run_isogloss("contested s", here);
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find("--group-by"), std::string::npos) << refused.err;
}

TEST(Contested, WritesTheSameBytesWhateverTheThreads) {
  const scratch_folder here;
  const std::string command = "contested '" ISOGLOSS_CORPUS "/tramway-debate' --min-shared 5 --threads ";
  const auto one = run_isogloss(command + "1", here);
  ASSERT_EQ(one.exit_code, 0) << one.err;
  EXPECT_GT(lines(one.out), 20U);
  EXPECT_EQ(one.out, run_isogloss(command + "2", here).out);
  EXPECT_EQ(one.out, run_isogloss(command + "7", here).out);
}

TEST(SearchCommands, ExplainAMissingOrABadPattern) {
  const scratch_folder here;
  const auto said = [&](const std::string& command) {
    const auto refused = run_isogloss(command, here);
    EXPECT_EQ(refused.exit_code, 2) << command;
    EXPECT_EQ(refused.out, "") << command;
    EXPECT_EQ(lines(refused.err), 1U) << refused.err;
    return refused.err;
  };
  const auto holds = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
  EXPECT_TRUE(holds(said("kwic"), "no study is named"));
  EXPECT_TRUE(holds(said("kwic " + debate), "no pattern is given"));
  EXPECT_TRUE(holds(said("collocates " + debate + "old network"), "more than a study and a pattern are named"));
  EXPECT_TRUE(holds(said("frequencies " + debate + "old"), "more than one study is named"));
  EXPECT_TRUE(holds(said("kwic " + debate + "'*'"), "matches every word"));
  EXPECT_TRUE(holds(said("kwic " + debate + "''"), "has no word"));
  EXPECT_TRUE(holds(said("kwic " + debate + "'(a' --regex"), "is not a regular expression"));
  EXPECT_TRUE(holds(said("kwic " + debate + "a --sort-by size"), "There are: position, left, right, keyword."));
  EXPECT_TRUE(holds(said("kwic " + debate + "a --window -1"), "is -1, but must be at least 0"));
  EXPECT_TRUE(holds(said("collocates " + debate + "a --sort-by size"), "is not a column to sort by"));
  EXPECT_TRUE(holds(said("collocates " + debate + "a --left 0 --right 0"), "the window holds nothing"));
  EXPECT_TRUE(holds(said("collocates " + debate + "a --min-obseved 2"), "Did you mean --min-observed?"));
}

TEST(SearchCommands, TakeAPatternThatBeginsWithADash) {
  const scratch_folder here;
  here.write("a.txt", "A -ism is an ism.");
  EXPECT_EQ(lines(run_isogloss("kwic a.txt -- -ism", here).out), 3U);
}

TEST(SearchCommands, TakeSortByAndWindowFromTheCommandLineOnly) {
  const scratch_folder here;
  here.write("s/a.txt", "x node a. y node b.");
  const auto plain = run_isogloss("kwic s node", here);
  const auto plain_collocates = run_isogloss("collocates s node --min-observed 1", here);
  here.write("s/analysis.ini", "sort-by = log_likelihood\nwindow = 100\nmin-observed = 1\n");
  EXPECT_EQ(run_isogloss("kwic s node", here).out, plain.out) << "keyness and diversity mean other things by them";
  EXPECT_EQ(run_isogloss("collocates s node", here).out, plain_collocates.out) << "min-observed is nobody else's";
}

TEST(CollocatesCommand, ComparesTheGroupsOfTheStudy) {
  const scratch_folder here;
  const auto shown = run_isogloss("collocates " + debate + "'tram*' --compare-groups --min-observed 4", here);
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_EQ(shown.out.find("node,group_a,group_b,collocate,observed_count_a,observed_count_b,"), 0U);
  EXPECT_NE(shown.out.find("tram*,extenders,renewers,"), std::string::npos);
  here.write("a.txt", "A node.");
  const auto refused = run_isogloss("collocates a.txt node --compare-groups", here);
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find("the documents are not grouped"), std::string::npos) << refused.err;
}

TEST(CollocatesCommand, TakesAStopListOnlyWhenItIsGiven) {
  const scratch_folder here;
  here.write("s/a.txt", "The node is the node of the node.");
  here.write("s/stopwords.txt", "the\n");
  const auto all = run_isogloss("collocates s node --min-observed 1", here);
  EXPECT_NE(all.out.find("\nnode,the,"), std::string::npos) << all.out;
  const auto some = run_isogloss("collocates s node --min-observed 1 --stopwords s/stopwords.txt", here);
  EXPECT_EQ(some.out.find("\nnode,the,"), std::string::npos) << some.out;
}

TEST(SearchCommands, ExplainPatternsInTheirHelp) {
  const scratch_folder here;
  for (const char* command : {"kwic --help", "collocates --help"})
    EXPECT_NE(run_isogloss(command, here).out.find("\nPATTERN is a word, a word with wildcards"), std::string::npos);
  EXPECT_EQ(run_isogloss("tokens --help", here).out.find("PATTERN is"), std::string::npos);
}

TEST(CheckCommand, NamesTheSearchesWhereThereAreTexts) {
  const scratch_folder here;
  EXPECT_NE(run_isogloss("check " + debate, here).out.find("can run,\"tokens, kwic, collocates, reuse\","),
            std::string::npos);
  EXPECT_EQ(run_isogloss("check " + accounts, here).out.find("kwic"), std::string::npos);
}

TEST(Contested, TellsThatNothingIsSharedOftenEnough) {
  const scratch_folder here;
  const auto done = run_isogloss("contested '" ISOGLOSS_CORPUS "/tramway-debate' --min-shared 100000", here);
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_NE(done.err.find("lower --min-shared"), std::string::npos) << done.err;
}

}  // namespace
}  // namespace isogloss::testing
