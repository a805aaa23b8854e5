#include "isogloss/reports/output.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "isogloss/base/errors.hpp"
#include "reports/leftovers.hpp"
#include "support/scratch.hpp"

namespace isogloss::reports {
namespace {

namespace fs = std::filesystem;
using isogloss::testing::scratch_folder;

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

void write(const fs::path& path, std::string_view text) {
  output_file file(path);
  file.write(text);
  file.commit();
}

TEST(OutputFile, AppearsWholeWithCommit) {
  const scratch_folder folder;
  output_file file(folder.path() / "a.csv");
  file.write("one");
  EXPECT_FALSE(fs::exists(folder.path() / "a.csv"));
  file.write("two");
  file.commit();
  EXPECT_EQ(folder.read("a.csv"), "onetwo");
  EXPECT_EQ(entries(folder.path()), 1U);
}

TEST(OutputFile, LeavesNothingWithoutCommit) {
  const scratch_folder folder;
  { output_file(folder.path() / "a.csv").write("half"); }
  EXPECT_EQ(entries(folder.path()), 0U);
}

TEST(OutputFile, LeavesTheOldFileWithoutCommit) {
  const scratch_folder folder;
  folder.write("a.csv", "old");
  { output_file(folder.path() / "a.csv").write("half"); }
  EXPECT_EQ(folder.read("a.csv"), "old");
  EXPECT_EQ(entries(folder.path()), 1U);
}

TEST(OutputFile, ReplacesTheOldFileWithCommit) {
  const scratch_folder folder;
  folder.write("a.csv", "old and longer");
  write(folder.path() / "a.csv", "new");
  EXPECT_EQ(folder.read("a.csv"), "new");
}

TEST(OutputFile, NamesAFolderThatIsNotThere) {
  const scratch_folder folder;
  try {
    const output_file file(folder.path() / "none" / "a.csv");
    FAIL() << "it was made";
  } catch (const output_error& error) {
    EXPECT_NE(std::string(error.what()).find("none/a.csv: cannot be written: No such file"), std::string::npos)
        << error.what();
  }
}

TEST(OutputFile, DoesNotReplaceAFolder) {
  const scratch_folder folder;
  folder.write("a.csv/inside.txt", "kept");
  EXPECT_THROW(write(folder.path() / "a.csv", "new"), output_error);
  EXPECT_EQ(folder.read("a.csv/inside.txt"), "kept");
  EXPECT_EQ(entries(folder.path()), 1U);
}

// A device cannot be renamed onto; the link keeps this test from harming the device itself.
TEST(OutputFile, WritesThroughALinkToADevice) {
  const scratch_folder folder;
  fs::create_symlink("/dev/null", folder.path() / "sink");
  write(folder.path() / "sink", "gone");
  EXPECT_TRUE(fs::is_character_file(folder.path() / "sink"));
}

TEST(OutputFile, SaysThatADiskIsFull) {
  const scratch_folder folder;
  fs::create_symlink("/dev/full", folder.path() / "full");
  EXPECT_THROW(write(folder.path() / "full", "too much"), output_error);
}

TEST(OutputFile, KeepsALinkToAFile) {
  const scratch_folder folder;
  folder.write("real.csv", "old");
  fs::create_symlink("real.csv", folder.path() / "link.csv");
  write(folder.path() / "link.csv", "new");
  EXPECT_TRUE(fs::is_symlink(folder.path() / "link.csv"));
  EXPECT_EQ(folder.read("real.csv"), "new");
}

TEST(OutputFolder, AppearsAllTogetherWithCommit) {
  const scratch_folder scratch;
  const fs::path folder = scratch.path() / "deep" / "results";
  output_folder out(folder);
  write(out.place("a.csv"), "a");
  write(out.place("sub/b.csv"), "b");
  EXPECT_FALSE(fs::exists(folder / "a.csv"));
  EXPECT_EQ(out.commit(), (std::vector<std::string>{"a.csv", "sub/b.csv"}));
  EXPECT_EQ(scratch.read("deep/results/a.csv"), "a");
  EXPECT_EQ(scratch.read("deep/results/sub/b.csv"), "b");
}

TEST(OutputFolder, LeavesOldFilesWithoutCommit) {
  const scratch_folder scratch;
  scratch.write("results/a.csv", "old");
  {
    output_folder out(scratch.path() / "results");
    write(out.place("a.csv"), "new");
  }
  EXPECT_EQ(scratch.read("results/a.csv"), "old");
  EXPECT_EQ(entries(scratch.path() / "results"), 1U);
}

TEST(OutputFolder, LeavesNoFolderOfItsOwnMakingWithoutCommit) {
  const scratch_folder scratch;
  {
    output_folder out(scratch.path() / "deep" / "results");
    write(out.place("a.csv"), "new");
  }
  EXPECT_EQ(entries(scratch.path()), 0U);
}

TEST(OutputFolder, LeavesNothingHiddenAfterCommit) {
  const scratch_folder scratch;
  {
    output_folder out(scratch.path() / "results");
    write(out.place("a.csv"), "a");
    out.commit();
  }
  EXPECT_EQ(entries(scratch.path() / "results"), 1U);
}

TEST(OutputFolder, KeepsFilesItDoesNotWrite) {
  const scratch_folder scratch;
  scratch.write("results/notes.txt", "mine");
  output_folder out(scratch.path() / "results");
  write(out.place("a.csv"), "a");
  out.commit();
  EXPECT_EQ(scratch.read("results/notes.txt"), "mine");
}

TEST(OutputFolder, IsNotMadeWhereAFileStands) {
  const scratch_folder scratch;
  scratch.write("results", "a file");
  EXPECT_THROW(output_folder(scratch.path() / "results"), output_error);
  EXPECT_EQ(scratch.read("results"), "a file");
}

// A process that is no more.
pid_t ended_process() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  return child;
}

TEST(Leftovers, OfEndedProcessesGoWithTheNextOutput) {
  const scratch_folder folder;
  const std::string dead = ".partial-" + std::to_string(ended_process());
  folder.write("a.csv" + dead, "half");
  folder.write("b.csv" + dead, "of another table");
  folder.write("results/" + dead + "/a.csv", "half");
  write(folder.path() / "a.csv", "new");
  output_folder(folder.path() / "results").commit();
  EXPECT_FALSE(fs::exists(folder.path() / ("a.csv" + dead)));
  EXPECT_EQ(folder.read("b.csv" + dead), "of another table");
  EXPECT_EQ(entries(folder.path() / "results"), 0U);
}

TEST(Leftovers, OfLivingProcessesAndOtherNamesStay) {
  const scratch_folder folder;
  const std::string living = "a.csv.partial-" + std::to_string(::getppid());
  for (const std::string& name : {living, std::string("a.csv.partial-"), std::string("a.csv.partial-1x"),
                                  std::string("a.csv.partial--5"), std::string("a.csv.partial-0")}) {
    folder.write(name, "kept");
  }
  write(folder.path() / "a.csv", "new");
  EXPECT_EQ(entries(folder.path()), 6U);
}

// Written from another machine, where the process has a number that is free here.
TEST(Leftovers, ThatAreHeldStay) {
  const scratch_folder folder;
  const std::string name = "a.csv.partial-" + std::to_string(ended_process());
  const fs::path written = folder.write(name, "kept");
  {
    const descriptor held = hold(written);
    ASSERT_TRUE(held.is_open());
    write(folder.path() / "a.csv", "new");
    EXPECT_EQ(folder.read(name), "kept");
  }
  write(folder.path() / "a.csv", "new");
  EXPECT_FALSE(fs::exists(written));
}

}  // namespace
}  // namespace isogloss::reports
