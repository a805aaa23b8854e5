#include "isogloss/base/errors.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

#include "isogloss/base/files.hpp"
#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss {
namespace {

using testing::problems_of;
using testing::scratch_folder;

TEST(Problem, IsOneLineWithPlaceReasonAndRemedy) {
  EXPECT_EQ(to_string({"a.csv:3", "has no name", "Give it one."}), "a.csv:3: has no name. Give it one.");
  EXPECT_EQ(to_string({"", "is empty.", ""}), "is empty.");
  EXPECT_EQ(to_string({"--where", "which one?", "Name it."}), "--where: which one? Name it.");
}

TEST(DataError, ListsEveryProblemOneALine) {
  const data_error error({{"a:1", "x", ""}, {"b:2", "y", "Do z."}});
  EXPECT_STREQ(error.what(), "a:1: x.\nb:2: y. Do z.");
  EXPECT_EQ(error.problems().size(), 2U);
}

TEST(ThrowIfAny, DoesNothingForNoProblem) {
  EXPECT_NO_THROW(throw_if_any({}));
  EXPECT_THROW(throw_if_any({{"a", "b", "c"}}), data_error);
}

TEST(ReadFile, GivesTheBytesAsTheyAre) {
  const scratch_folder folder;
  const std::string bytes("\xEF\xBB\xBF a\0b\r\n\xFF", 10);
  EXPECT_EQ(read_file(folder.write("a.bin", bytes)), bytes);
  EXPECT_EQ(read_file(folder.write("empty", "")), "");
}

TEST(ReadFile, ReadsMoreThanItsBuffer) {
  const scratch_folder folder;
  std::string bytes;
  for (int i = 0; bytes.size() < 300000; ++i) bytes += std::to_string(i) + ' ';
  EXPECT_EQ(read_file(folder.write("long.txt", bytes)), bytes);
}

TEST(ReadFile, ReadsWhatHasNoSize) {
  EXPECT_FALSE(read_file("/proc/self/status").empty());
}

TEST(ReadFile, NamesTheFileThatIsMissing) {
  const scratch_folder folder;
  const auto problems = problems_of([&] { return read_file(folder.path() / "łódź.txt"); });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_TRUE(problems[0].where.ends_with("łódź.txt"));
  EXPECT_NE(problems[0].what.find("No such file"), std::string::npos);
  EXPECT_FALSE(problems[0].remedy.empty());
}

// Another thread cuts the file again and again while it is read, until a cut falls between its opening and its end.
TEST(ReadFile, TellsThatAFileBecameShorter) {
  const scratch_folder folder;
  const auto path = folder.write("a.txt", "");
  constexpr std::size_t whole = 1U << 24U;
  std::atomic<bool> done = false;
  std::thread writer([&] {
    while (!done) {
      std::filesystem::resize_file(path, whole);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      std::filesystem::resize_file(path, whole / 2);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));  // a reader looks again at how long it is
    }
  });
  std::vector<problem> problems;
  for (const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
       problems.empty() && std::chrono::steady_clock::now() < end;) {
    problems = problems_of([&] { return read_file(path); });
  }
  done = true;
  writer.join();
  EXPECT_TRUE(testing::has_problem(problems, "a.txt", "became shorter while it was read"));
}

TEST(ReadFile, RefusesAFolder) {
  const scratch_folder folder;
  const auto problems = problems_of([&] { return read_file(folder.path()); });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].remedy, "Name a file in it.");
}

}  // namespace
}  // namespace isogloss
