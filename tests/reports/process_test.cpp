#include "reports/process.hpp"

#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "support/scratch.hpp"

namespace isogloss::reports {
namespace {

using ending = process_outcome::ending;
using std::chrono::milliseconds;
using std::chrono::seconds;

process_outcome shell(const std::string& script, std::string_view input = "", milliseconds limit = seconds(60)) {
  return run_process("sh", {"-c", script}, input, {limit});
}

TEST(Process, GivesWhatTheProgramWrites) {
  const auto done = shell("cat; printf end", "input, ");
  EXPECT_EQ(done.how, ending::success);
  EXPECT_EQ(done.output, "input, end");
}

TEST(Process, PassesArgumentsOnWithoutAShell) {
  EXPECT_EQ(run_process("printf", {"%s", "$HOME; `id` 'x'"}, "", {seconds(60)}).output, "$HOME; `id` 'x'");
}

// More than sockets and pipes hold, both ways at once.
TEST(Process, CarriesMegabytesBothWays) {
  std::string much;
  for (int i = 0; i < 1000000; ++i) much += std::to_string(i) + '\n';
  const auto done = run_process("cat", {}, much, {seconds(60)});
  EXPECT_EQ(done.how, ending::success);
  EXPECT_TRUE(done.output == much);
}

TEST(Process, OutlivesAProgramThatReadsNothing) {
  const std::string much(std::size_t{8} << 20U, 'x');
  EXPECT_EQ(shell("exit 0", much).how, ending::success);
  EXPECT_EQ(shell("exec <&-; printf unread", much).output, "unread");
}

TEST(Process, IsNotStartedWhereThereIsNone) {
  const isogloss::testing::scratch_folder here;
  EXPECT_EQ(run_process("/nonexistent/program", {}, "x", {seconds(60)}).how, ending::not_started);
  EXPECT_EQ(run_process(here.path().string(), {}, "x", {seconds(60)}).how, ending::not_started);
  EXPECT_EQ(run_process("", {}, "x", {seconds(60)}).how, ending::not_started);
}

TEST(Process, FailsWithAnExitCodeOrASignal) {
  EXPECT_EQ(shell("exit 3").how, ending::failure);
  EXPECT_EQ(shell("kill -KILL $$").how, ending::failure);
}

// The time is that of the limit, not of the test's patience: the programs would go on for an hour.
TEST(Process, EndsAtTheLimitWithWhatTheProgramStarted) {
  const isogloss::testing::scratch_folder here;
  const std::string pids = (here.path() / "pid").string();
  const auto done = shell("sleep 3600 & echo $! > '" + pids + "'; sleep 3600", "", milliseconds(700));
  EXPECT_EQ(done.how, ending::out_of_time);
  const int grandchild = std::atoi(here.read("pid").c_str());
  ASSERT_GT(grandchild, 1);
  // It has lost its parent; whoever adopts it may take a moment to wait for it.
  const std::string stat = "/proc/" + std::to_string(grandchild) + "/stat";
  const auto alive = [&] {
    std::ifstream file(stat);
    std::string line;
    return std::getline(file, line) && line.find(") Z") == std::string::npos;
  };
  for (int i = 0; i < 500 && alive(); ++i) ::usleep(10000);
  EXPECT_FALSE(alive());
}

TEST(Process, EndsAtTheLimitThoughTheOutputIsClosed) {
  EXPECT_EQ(shell("exec >&-; sleep 3600", "", milliseconds(300)).how, ending::out_of_time);
  EXPECT_EQ(shell("trap '' TERM; exec <&-; while :; do :; done", "x", milliseconds(300)).how, ending::out_of_time);
}

TEST(Process, KillsAProgramThatWritesWithoutEnd) {
  EXPECT_EQ(run_process("yes", {}, "", {seconds(60), std::size_t{1} << 20U}).how, ending::failure);
}

TEST(Process, SeesNothingMeantForNode) {
  ::setenv("NODE_OPTIONS", "--inspect", 1);
  ::setenv("ISOGLOSS_TEST_KEPT", "kept", 1);
  EXPECT_EQ(shell("echo \"$NODE_OPTIONS$ISOGLOSS_TEST_KEPT\"").output, "kept\n");
  ::unsetenv("NODE_OPTIONS");
  ::unsetenv("ISOGLOSS_TEST_KEPT");
}

std::size_t n_open() {
  std::size_t n = 0;
  DIR* const folder = ::opendir("/proc/self/fd");
  while (::readdir(folder) != nullptr) ++n;
  ::closedir(folder);
  return n;
}

TEST(Process, LeavesNoProcessAndNoDescriptor) {
  const std::size_t before = n_open();
  static_cast<void>(shell("cat", "x"));
  static_cast<void>(shell("exit 1", std::string(1 << 20, 'x')));
  static_cast<void>(shell("sleep 3600", "", milliseconds(100)));
  static_cast<void>(run_process("/nonexistent", {}, "x", {seconds(60)}));
  EXPECT_EQ(n_open(), before);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

// What was opened without this flag by others is theirs; ours must not reach the program.
TEST(Process, WorksWhereTheCallerHasClosedItsStandardStreams) {
  const pid_t child = ::fork();
  if (child == 0) {
    for (const int stream : {0, 1, 2}) ::close(stream);
    const auto done = run_process("cat", {}, "through", {seconds(60)});
    ::_exit(done.how == ending::success && done.output == "through" ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

TEST(Process, WorksWhereTheCallerIgnoresItsChildren) {
  const auto former = std::signal(SIGCHLD, SIG_IGN);
  const auto done = shell("cat", "through");
  std::signal(SIGCHLD, former);
  EXPECT_EQ(done.how, ending::success);
  EXPECT_EQ(done.output, "through");
}

}  // namespace
}  // namespace isogloss::reports
