#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"
#include "support/terminal.hpp"

namespace isogloss::testing {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::StartsWith;

const std::string accounts = "'" ISOGLOSS_CORPUS "/soviet-accounts'";
const std::string similarity = "similarity " + accounts + " --replicates 3000";
const std::string long_similarity = "similarity " + accounts + " --layer vocabulary --replicates 20000";
const std::map<std::string, std::string> at_once = {{"ISOGLOSS_PROGRESS_AFTER_MS", "0"}};

std::map<std::string, std::string> at_once_and(const std::string& name, const std::string& value) {
  auto variables = at_once;
  variables[name] = value;
  return variables;
}

TEST(Progress, IsDrawnOnATerminalAndLeavesACleanLine) {
  const scratch_folder here;
  const session shown = run_on_terminal(long_similarity, here, {.variables = at_once});
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_THAT(
      shown.bars(),
      Contains(MatchesRegex("similarity: resampling similarities \u2595.*\u258F  .[0-9] %  .* resamples/s  0:.. left")))
      << shown.written;
  EXPECT_THAT(shown.screen(), ElementsAre("")) << shown.written;
}

TEST(Progress, ChangesNoByteOfTheResult) {
  const scratch_folder here;
  const auto without = run_isogloss(similarity, here);
  ASSERT_THAT(run_on_terminal(similarity, here, {.variables = at_once}).bars(), Not(IsEmpty()));
  EXPECT_EQ(here.read("out"), without.out);
  EXPECT_THAT(without.out, StartsWith("layer,measure,document_a"));
}

TEST(Progress, IsNotDrawnToAPipeNorWhereALineCannotBeErasedNorWhenQuiet) {
  const scratch_folder here;
  ASSERT_EQ(::setenv("ISOGLOSS_PROGRESS_AFTER_MS", "0", 1), 0);
  EXPECT_EQ(run_isogloss(similarity, here).err, "");
  ::unsetenv("ISOGLOSS_PROGRESS_AFTER_MS");
  EXPECT_EQ(run_on_terminal(similarity, here, {.variables = at_once_and("TERM", "dumb")}).written, "");
  EXPECT_EQ(run_on_terminal(similarity, here, {.variables = at_once_and("TERM", "")}).written, "");
  EXPECT_EQ(run_on_terminal(similarity + " --quiet", here, {.variables = at_once}).written, "");
}

TEST(Progress, IsNotDrawnForShortWork) {
  const scratch_folder here;
  here.write("text.txt", "A tram stops here.");
  EXPECT_EQ(run_on_terminal("frequencies text.txt", here).written, "");
  EXPECT_EQ(
      run_on_terminal("frequencies text.txt", here, {.variables = {{"ISOGLOSS_PROGRESS_AFTER_MS", "soon"}}}).written,
      "");
  EXPECT_EQ(run_on_terminal(similarity, here, {.variables = {{"ISOGLOSS_PROGRESS_AFTER_MS", "99999999"}}}).written, "");
}

TEST(Progress, OfARunTellsWhichAnalysisOfHowMany) {
  const scratch_folder here;
  const session shown =
      run_on_terminal("run " + accounts + " --replicates 300 -o results", here, {.variables = at_once});
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_THAT(shown.bars(), Contains(MatchesRegex("run [0-9]+/15 [a-z]+.*")));
  const auto lines = shown.screen();  // messages are whole, and nothing stands beside them
  ASSERT_GT(lines.size(), 2U);
  EXPECT_EQ(lines.back(), "");
  EXPECT_THAT(std::vector<std::string>(lines.begin(), lines.end() - 1), Each(StartsWith("isogloss: ")))
      << shown.written;
}

TEST(Progress, GivesWayToATableOnTheSameTerminal) {
  const scratch_folder here;
  const auto table = run_isogloss("similarity " + accounts + " --layer style --replicates 3000", here).out;
  const session shown = run_on_terminal("similarity " + accounts + " --layer style --replicates 3000", here,
                                        {.variables = at_once, .stdout_too = true});
  ASSERT_THAT(shown.bars(), Not(IsEmpty()));
  std::string text;
  for (const auto& line : shown.screen()) text += (text.empty() ? "" : "\n") + line;
  EXPECT_EQ(text, table);
}

TEST(Progress, KeepsToTheWidthOfTheTerminal) {
  const scratch_folder here;
  const session shown = run_on_terminal(similarity, here, {.variables = at_once_and("LC_ALL", "C"), .columns = 30});
  EXPECT_THAT(shown.bars(), Not(IsEmpty()));
  for (const auto& bar : shown.bars()) EXPECT_LE(bar.size(), 29U) << bar;
}

TEST(Progress, IsAsciiWhereTheLocaleIsNotUtf8) {
  const scratch_folder here;
  const session shown =
      run_on_terminal(long_similarity, here, {.variables = at_once_and("LC_ALL", "de_DE.ISO-8859-1")});
  EXPECT_THAT(shown.bars(), Contains(MatchesRegex("similarity: resampling similarities \\[#+\\.+\\]  .*")));
  for (const char c : shown.written) ASSERT_GE(c, 0);
}

TEST(Progress, LeavesACleanLineWhenASignalEndsTheProgram) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const scratch_folder here;
    const session shown =
        run_on_terminal("similarity " + accounts + " --replicates 1000000", here,
                        {.variables = at_once, .signal = signal, .before_signal = "resampling similarities"});
    EXPECT_EQ(shown.signal, signal);
    EXPECT_THAT(shown.bars(), Not(IsEmpty()));
    EXPECT_THAT(shown.screen(), ElementsAre("")) << shown.written;
  }
}

TEST(Progress, LeavesACleanLineForAnError) {
  const scratch_folder here;
  here.write("study/documents.csv", "document\na\nb\n");
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "The tram stops here. ";
  here.write("study/a.txt", text);
  here.write("study/b.txt", "...");
  const session shown = run_on_terminal("tokens study", here, {.variables = at_once});
  EXPECT_EQ(shown.exit_code, 2);
  ASSERT_THAT(shown.bars(), Not(IsEmpty()));
  EXPECT_THAT(shown.screen(), ElementsAre(AnyOf(StartsWith("isogloss tokens: study/b.txt")), ""));
}

}  // namespace
}  // namespace isogloss::testing
