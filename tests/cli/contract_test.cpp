#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

using ::testing::TestWithParam;
namespace fs = std::filesystem;

const std::string debate = "'" ISOGLOSS_CORPUS "/tramway-debate'";

// The columns of interface.md, and those that say what is in a check.
struct command_columns {
  const char* name;
  std::vector<std::string> columns;
};

void PrintTo(const command_columns& c, std::ostream* out) {
  *out << c.name;
}

const std::vector<command_columns> all_commands = {
    {"run",
     {"document", "body_share", "term", "relative_frequency", "tfidf", "hits", "log_odds_z", "document_a", "low",
      "high", "support", "silhouette", "adjusted_rand_index", "permutations"}},
    {"check", {"item", "found", "use"}},
    {"extract", {"document", "segment", "zone", "token", "count", "speaker", "sentences", "pattern", "words"}},
    {"tokens", {"document", "segment", "sentence", "zone", "speaker", "begin", "end", "token", "term"}},
    {"kwic",
     {"document", "from", "to", "pre", "keyword", "post", "pattern", "zone", "speaker", "segment", "sentence", "begin",
      "end"}},
    {"reuse", {"document_a", "document_b", "begin_a",  "end_a",   "begin_b", "end_b",      "words_a",
               "words_b",    "matched",    "identity", "zone_a",  "zone_b",  "speaker_a",  "speaker_b",
               "segment_a",  "segment_b",  "passage",  "share_a", "share_b", "containment"}},
    {"collocates",
     {"node",
      "collocate",
      "observed_count",
      "expected_count",
      "node_count",
      "collocate_count",
      "left_count",
      "right_count",
      "log_likelihood",
      "t_score",
      "z_score",
      "mutual_information",
      "mi3",
      "npmi",
      "log_dice",
      "delta_p_collocate_given_node",
      "delta_p_node_given_collocate",
      "document_range",
      "deviation_of_proportions",
      "rank",
      "group_a",
      "group_b",
      "log_ratio",
      "p_value",
      "q_value",
      "p_attainable",
      "unit"}},
    {"contested",
     {"term",
      "group_a",
      "group_b",
      "count_a",
      "count_b",
      "contexts_a",
      "contexts_b",
      "divergence_bits",
      "divergence_expected",
      "divergence_z",
      "p_value",
      "q_value",
      "unit",
      "p_attainable",
      "collocates_a",
      "collocates_b",
      "log_ratio",
      "log_ratio_low",
      "log_ratio_high",
      "rank"}},
    {"frequencies", {"document", "term", "count", "relative_frequency", "rank"}},
    {"tfidf",
     {"document", "term", "count", "term_frequency", "document_frequency", "inverse_document_frequency", "tfidf",
      "rank"}},
    {"stance", {"document", "lexicon", "category", "voice", "hits", "tokens", "per_thousand", "low", "high"}},
    {"lexicon", {"document", "term", "category", "weight", "source", "count", "per_thousand", "log_odds_z"}},
    {"similarity",
     {"layer", "measure", "document_a", "document_b", "value", "low", "high", "of", "term", "contribution", "share",
      "value_a", "value_b", "rank"}},
    {"clusters",
     {"layer",
      "method",
      "clusters",
      "document",
      "cluster",
      "silhouette",
      "step",
      "left",
      "right",
      "height",
      "size",
      "support",
      "sensitivity",
      "settings",
      "cophenetic_correlation",
      "adjusted_rand_index",
      "low",
      "high",
      "permanova_f",
      "p_value",
      "p_attainable",
      "permutations"}},
    {"export",
     {"row", "document", "tokens", "column", "term", "count", "doc_id", "n", "Id", "Label", "group", "Source", "Target",
      "Type", "Weight", "measure", "value"}},
    {"ordination",
     {"layer", "method", "document", "axis", "coordinate", "variance_share", "term", "loading", "major", "minor",
      "angle"}},
    {"scaling", {"method", "document", "position", "standard_error", "low", "high"}}};

class Help : public TestWithParam<command_columns> {};

TEST_P(Help, GoesToStdoutAndListsEveryColumn) {
  const scratch_folder here;
  const auto shown = run_isogloss(std::string(GetParam().name) + " --help", here);
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_EQ(shown.err, "");
  EXPECT_NE(shown.out.find("Usage: isogloss " + std::string(GetParam().name) + " STUDY"), std::string::npos);
  EXPECT_NE(shown.out.find("Example: isogloss " + std::string(GetParam().name) + " corpus/"), std::string::npos);
  for (const auto& column : GetParam().columns) {
    EXPECT_NE(shown.out.find("\n  " + column), std::string::npos) << column;
  }
}

TEST_P(Help, NamesNoOptionTwiceAndKeepsToTheWidthOfAPage) {
  const scratch_folder here;
  std::istringstream lines(run_isogloss(std::string(GetParam().name) + " --help", here).out);
  std::set<std::string> options;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(line.size(), 120U) << line;
    if (!line.starts_with("  --")) continue;
    EXPECT_TRUE(options.insert(line.substr(0, line.find(' ', 4))).second) << line;
  }
  EXPECT_TRUE(options.contains("  --group-by"));
}

TEST_P(Help, IsSaidByHelpCommandToo) {
  const scratch_folder here;
  const std::string name = GetParam().name;
  EXPECT_EQ(run_isogloss("help " + name, here).out, run_isogloss(name + " --help", here).out);
}

TEST_P(Help, TakesAStudyBesideIt) {
  const scratch_folder here;
  EXPECT_EQ(run_isogloss(std::string(GetParam().name) + " /nowhere --help", here).exit_code, 0);
}

INSTANTIATE_TEST_SUITE_P(Commands, Help, ::testing::ValuesIn(all_commands),
                         [](const auto& given) { return std::string(given.param.name); });

TEST(HelpOfRun, NamesEveryFileThatARunWrites) {
  const scratch_folder here;
  const std::string shown = run_isogloss("run --help", here).out;
  for (const char* file : {"documents.csv", "frequencies.csv", "tfidf.csv", "stance.csv", "stance_lexicon.csv",
                           "similarity.csv", "similarity-LAYER.csv", "clusters.csv", "merges.csv", "agreement.csv",
                           "ordination.csv", "loadings.csv", "scaling.csv", "positions.csv", "ordination_ellipses.csv",
                           "dendrogram-LAYER.nwk", "datapackage.json", "run.json"}) {
    EXPECT_NE(shown.find(file), std::string::npos) << file;
  }
}

TEST(Program, ListsItsCommands) {
  const scratch_folder here;
  const auto shown = run_isogloss("--help", here);
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_EQ(shown.err, "");
  for (const auto& c : all_commands)
    EXPECT_NE(shown.out.find(std::string("\n  ") + c.name + " "), std::string::npos) << c.name;
}

TEST(Program, SaysItsVersion) {
  const scratch_folder here;
  const auto shown = run_isogloss("--version", here);
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_EQ(shown.out.find("isogloss "), 0U);
}

TEST(Program, WritesTablesToStdoutAndMessagesToStderr) {
  const scratch_folder here;
  here.write("texts/a.txt", "A cat sat on a mat.");
  here.write("texts/documents.csv", "document\na\n");
  here.write("texts/extra.txt", "Nobody lists me.");
  const auto result = run_isogloss("frequencies texts", here);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out.find("document,term,count,relative_frequency,rank\na,a,2,"), 0U) << result.out;
  EXPECT_NE(result.err.find("extra.txt"), std::string::npos) << result.err;
  const auto quiet = run_isogloss("frequencies texts --quiet", here);
  EXPECT_EQ(quiet.err, "");
  EXPECT_EQ(quiet.out, result.out);
}

TEST(Program, IsQuietAboutAClosedPipe) {
  const scratch_folder here;
  here.write("log", "");
  // The long table fills the pipe, whose reader has gone after a line.
  const std::string command = "cd '" + here.path().string() + "' && { '" ISOGLOSS_PROGRAM "' tokens " + debate +
                              " 2> log; echo $? > code; } | head -1 > first";
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(here.read("first"), "document,segment,sentence,zone,speaker,begin,end,token,term\n");
  EXPECT_EQ(here.read("code"), "0\n");
  EXPECT_EQ(here.read("log"), "");
}

TEST(Program, FailsWhenTheDiskIsFull) {
  const scratch_folder here;
  const std::string command =
      "'" ISOGLOSS_PROGRAM "' frequencies " + debate + " > /dev/full 2> '" + (here.path() / "log").string() + "'";
  const int status = std::system(command.c_str());
  EXPECT_EQ(WEXITSTATUS(status), 1);
  EXPECT_NE(here.read("log").find("No space left"), std::string::npos);
}

TEST(Program, FailsWhenStdoutIsClosed) {
  const int status = std::system(("'" ISOGLOSS_PROGRAM "' frequencies " + debate + " >&- 2> /dev/null").c_str());
  EXPECT_EQ(WEXITSTATUS(status), 1);
}

TEST(OutputOption, WritesTheSameBytesAsStdout) {
  const scratch_folder here;
  const auto shown = run_isogloss("frequencies " + debate, here);
  const auto written = run_isogloss("frequencies " + debate + " --output f.csv", here);
  EXPECT_EQ(written.exit_code, 0);
  EXPECT_EQ(written.out, "");
  EXPECT_EQ(here.read("f.csv"), shown.out);
}

TEST(OutputOption, LeavesNothingWhereItCannotWrite) {
  const scratch_folder here;
  const auto failed = run_isogloss("frequencies " + debate + " -o none/f.csv", here);
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_NE(failed.err.find("none/f.csv: cannot be written"), std::string::npos) << failed.err;
  EXPECT_TRUE(fs::is_empty(here.path()));
  here.write("file", "x");
  EXPECT_EQ(run_isogloss("run " + debate + " --replicates 0 -o file/results", here).exit_code, 1);
  EXPECT_EQ(here.read("file"), "x");
}

TEST(OutputOption, LeavesAnExistingFileWhenTheRunFails) {
  const scratch_folder here;
  here.write("f.csv", "old");
  EXPECT_EQ(run_isogloss("frequencies " + debate + " --min-count 100000 -o f.csv", here).exit_code, 2);
  EXPECT_EQ(run_isogloss("clusters " + debate + " --clusters 100 -o f.csv", here).exit_code, 2);
  EXPECT_EQ(run_isogloss("frequencies " + debate + " --format xml -o f.csv", here).exit_code, 2);
  EXPECT_EQ(here.read("f.csv"), "old");
}

TEST(FormatOption, GivesTheSameRowsInEveryForm) {
  const scratch_folder here;
  const std::string command = "frequencies " + debate + " --format ";
  const auto rows = nlohmann::json::parse(run_isogloss(command + "json", here).out);
  std::istringstream csv(run_isogloss(command + "csv", here).out), tsv(run_isogloss(command + "tsv", here).out),
      lines(run_isogloss(command + "jsonl", here).out);
  std::string line;
  ASSERT_TRUE(std::getline(csv, line));
  ASSERT_TRUE(std::getline(tsv, line));
  EXPECT_EQ(line, "document\tterm\tcount\trelative_frequency\trank");
  ASSERT_GT(rows.size(), 1000U);
  for (const auto& row : rows) {
    ASSERT_TRUE(std::getline(lines, line));
    ASSERT_EQ(nlohmann::json::parse(line), row);
    const std::string start = row["document"].get<std::string>() + ',' + row["term"].get<std::string>() + ',' +
                              std::to_string(row["count"].get<int>());
    ASSERT_TRUE(std::getline(csv, line));
    ASSERT_EQ(line.substr(0, start.size()), start);
    ASSERT_TRUE(std::getline(tsv, line));
    ASSERT_EQ(std::count(line.begin(), line.end(), '\t'), 4);
  }
  EXPECT_FALSE(std::getline(lines, line));
}

}  // namespace
}  // namespace isogloss::testing
