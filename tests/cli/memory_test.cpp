#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

const std::string debate = "'" ISOGLOSS_CORPUS "/tramway-debate' ";

class Memory : public ::testing::TestWithParam<const char*> {};

// Results must not tell where tokens lay, nor which of them lay where.
TEST_P(Memory, DoesNotShowInTheTable) {
  const scratch_folder here;
  const std::string command = GetParam();
  const auto usual = run_isogloss(command, here);
  ASSERT_EQ(usual.exit_code, 0) << usual.err;
  ASSERT_GT(std::count(usual.out.begin(), usual.out.end(), '\n'), 3);
  for (const std::string little : {"1 --threads 1", "1 --threads 2", "1 --threads 7", "100K --threads 2", "1M"}) {
    const auto beyond = run_isogloss(command + " --memory " + little, here);
    EXPECT_EQ(beyond.out, usual.out) << command << little;
    EXPECT_EQ(beyond.err, usual.err);
    EXPECT_EQ(beyond.exit_code, 0);
  }
}

const std::string with_debate[] = {"tokens " + debate + "--zones all",
                                   "tokens " + debate + "--reuse drop --min-words 6 --seed-words 3",
                                   "kwic " + debate + "the --zones all",
                                   "collocates " + debate + "the --min-observed 1",
                                   "contested " + debate + "--min-shared 5",
                                   "frequencies " + debate + "--ngrams 2",
                                   "reuse " + debate + "--min-words 6 --seed-words 3 --within-documents",
                                   "targets " + debate};

INSTANTIATE_TEST_SUITE_P(Commands, Memory,
                         ::testing::Values(with_debate[0].c_str(), with_debate[1].c_str(), with_debate[2].c_str(),
                                           with_debate[3].c_str(), with_debate[4].c_str(), with_debate[5].c_str(),
                                           with_debate[6].c_str(), with_debate[7].c_str()));

TEST(MemoryOption, LeavesTheRecordOfARunAsItIs) {
  const scratch_folder here;
  ASSERT_EQ(run_isogloss("run " + debate + "-o one --replicates 0", here).exit_code, 0);
  ASSERT_EQ(run_isogloss("run " + debate + "-o two --replicates 0 --memory 1", here).exit_code, 0);
  EXPECT_EQ(here.read("one/run.json"), here.read("two/run.json"));
  EXPECT_EQ(here.read("one/frequencies.csv"), here.read("two/frequencies.csv"));
  EXPECT_NE(here.read("one/run.json"), "");
}

TEST(MemoryOption, RefusesWhatIsNoSize) {
  const scratch_folder here;
  for (const std::string wrong :
       {"0", "0G", "much", "5X", "-1", "''", "1.5G", "'4 G'", "GG", "4GBB", "99999999999999999999", "99999999T"}) {
    const auto refused = run_isogloss("kwic " + debate + "the --memory=" + wrong, here);
    EXPECT_EQ(refused.exit_code, 2) << wrong;
    EXPECT_EQ(refused.out, "");
    EXPECT_NE(refused.err.find("--memory"), std::string::npos) << refused.err;
  }
}

TEST(MemoryOption, TakesUnits) {
  const scratch_folder here;
  for (const std::string size : {"1", "1000000", "64k", "64KB", "64KiB", "1m", "1G", "2T", "100B"})
    EXPECT_EQ(run_isogloss("kwic " + debate + "the --memory " + size, here).exit_code, 0) << size;
}

TEST(MemoryOption, NamesTheFolderThatCannotBeWritten) {
  const scratch_folder here;
  const auto failed = run_isogloss("kwic " + debate + "the --memory 1", here, "TMPDIR=/no-such-folder");
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_EQ(failed.out, "");
  for (const char* part : {"/no-such-folder", "TMPDIR", "--memory"})
    EXPECT_NE(failed.err.find(part), std::string::npos) << failed.err;
  EXPECT_EQ(run_isogloss("kwic " + debate + "the", here, "TMPDIR=/no-such-folder").exit_code, 0);
}

// A limit on the size of files is met as a full disk is: when room is taken.
TEST(MemoryOption, SaysThatThereIsNoRoom) {
  const scratch_folder here;
  const auto failed = run_isogloss("kwic " + debate + "the --memory 1", here, "ulimit -f 100; trap '' XFSZ;");
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_NE(failed.err.find("has no room for"), std::string::npos) << failed.err;
}

}  // namespace
}  // namespace isogloss::testing
