#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string passage = "No tram shall leave the depot before the driver has counted every bell twice.";
const std::string tramway = "'" ISOGLOSS_CORPUS "/tramway-debate'";

scratch_folder& with_study(scratch_folder& here) {
  here.write("study/a.txt", passage + " The rest is of a.");
  here.write("study/b.txt", "What b has to say. " + passage);
  return here;
}

TEST(ReuseCommand, WritesPassagesAndPairs) {
  scratch_folder here;
  const auto rows = run_isogloss("reuse study", with_study(here));
  EXPECT_EQ(rows.exit_code, 0) << rows.err;
  EXPECT_THAT(rows.out, HasSubstr("\na,b,0,76,19,95,14,14,14,1,body,body,,,1,1,1\n"));
  EXPECT_THAT(rows.out, Not(HasSubstr("depot")));
  EXPECT_THAT(run_isogloss("reuse study --show-text", here).out, HasSubstr("depot"));
  EXPECT_THAT(run_isogloss("reuse study --table documents", here).out, HasSubstr("\na,b,1,14,14,"));
  EXPECT_THAT(run_isogloss("reuse study --min-words 15", here).out, Not(HasSubstr("\na,b")));
  EXPECT_THAT(run_isogloss("reuse study --seed-words 15", here).out, Not(HasSubstr("\na,b")));
  EXPECT_THAT(run_isogloss("reuse study --reuse-zones note", here).out, Not(HasSubstr("\na,b")));
}

TEST(ReuseCommand, WritesTheSameBytesWhateverTheThreads) {
  const scratch_folder here;
  const std::string command = "reuse " + tramway + " --min-words 6 --seed-words 3 --within-documents --threads ";
  const auto one = run_isogloss(command + "1", here);
  EXPECT_GT(one.out.size(), 1000U);
  EXPECT_EQ(run_isogloss(command + "2", here).out, one.out);
  EXPECT_EQ(run_isogloss(command + "7", here).out, one.out);
}

TEST(ReuseCommand, IsDroppedFromEveryOtherCommand) {
  scratch_folder here;
  const auto done = run_isogloss("frequencies study --reuse drop", with_study(here));
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.out, Not(HasSubstr("tram")));
  EXPECT_THAT(done.out, HasSubstr("a,rest,1,"));
  EXPECT_THAT(done.err, HasSubstr("28 of 38 tokens in zone body stand in passages that documents share"));
  EXPECT_THAT(run_isogloss("frequencies study --reuse keep", here).out, HasSubstr("tram"));
  EXPECT_THAT(run_isogloss("frequencies study --reuse drop --min-words 15", here).out, HasSubstr("tram"));
}

TEST(ReuseCommand, RunRecordsWhatWasDropped) {
  scratch_folder here;
  const auto done = run_isogloss("run study -o out --reuse drop --replicates 20", with_study(here));
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(here.read("out/documents.csv"), HasSubstr("\na,,5,"));
  EXPECT_THAT(here.read("out/reuse.csv"), HasSubstr("a,b,0,76,19,95,"));
  EXPECT_THAT(here.read("out/run.json"), HasSubstr("28 of 38 tokens"));
}

TEST(ReuseCommand, TellsOfDocumentsThatAreDroppedWhole) {
  const scratch_folder here;
  here.write("study/a.txt", passage);
  here.write("study/b.txt", passage);
  for (const char* command : {"run study -o out", "frequencies study", "similarity study", "diversity study"}) {
    const auto done = run_isogloss(std::string(command) + " --reuse drop --replicates 20", here);
    EXPECT_TRUE(done.exit_code == 0 || done.exit_code == 2) << command << done.exit_code << done.err;
    EXPECT_THAT(done.out + done.err, Not(HasSubstr("std::"))) << command;
  }
}

TEST(ReuseCommand, NeedsWordOrder) {
  const scratch_folder here;
  const std::string features = "'" ISOGLOSS_CORPUS "/soviet-accounts'";
  for (const std::string& command : {"reuse " + features, "frequencies --reuse drop " + features}) {
    const auto done = run_isogloss(command, here);
    EXPECT_EQ(done.exit_code, 2);
    EXPECT_THAT(done.err, HasSubstr("needs word order"));
    EXPECT_EQ(done.out, "");
  }
}

TEST(ReuseCommand, RefusesChoicesThatThereAreNot) {
  scratch_folder here;
  with_study(here);
  for (const char* bad : {"--reuse hide", "--seed-words 1", "--min-words 0", "--reuse-zones attic", "--table pairs"}) {
    const auto done = run_isogloss(std::string("reuse study ") + bad, here);
    EXPECT_EQ(done.exit_code, 2) << bad;
    EXPECT_EQ(done.out, "") << bad;
  }
}

}  // namespace
}  // namespace isogloss::testing
