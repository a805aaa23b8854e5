#include "reports/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <thread>
#include <utility>

#include "reports/channel.hpp"

namespace isogloss::reports {
namespace {

using clock = std::chrono::steady_clock;
using ending = process_outcome::ending;

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (auto& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> environment_without_node() {
  std::vector<std::string> result;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (!std::string_view(*variable).starts_with("NODE_")) result.emplace_back(*variable);
  }
  return result;
}

class spawn_settings {
 public:
  spawn_settings(int input, int output) {
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawnattr_init(&attributes);
    sigset_t signals;
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes, &signals);
    ::sigaddset(&signals, SIGPIPE);
    ::sigaddset(&signals, SIGXFSZ);
    ::posix_spawnattr_setsigdefault(&attributes, &signals);
    // A group of its own, to be killed with whatever it starts.
    ::posix_spawnattr_setpgroup(&attributes, 0);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  ~spawn_settings() {
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
  }
  spawn_settings(const spawn_settings&) = delete;
  spawn_settings& operator=(const spawn_settings&) = delete;

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
};

std::optional<pid_t> spawn(const std::string& program, std::vector<std::string> arguments, int input, int output) {
  arguments.insert(arguments.begin(), program);
  auto environment = environment_without_node();
  const spawn_settings settings(input, output);
  pid_t process = -1;
  if (::posix_spawnp(&process, program.c_str(), &settings.actions, &settings.attributes, pointers(arguments).data(),
                     pointers(environment).data()) != 0)
    return std::nullopt;
  return process;
}

bool would_wait() {
  return errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK;
}

// What passes between the program and us.
struct conversation {
  descriptor to, from;
  std::string_view unsent;
  std::string output = {};
};

// Sends what the other side takes now; closes when there is no more to send, or nobody to take it.
void feed(conversation& talk) {
  const ssize_t sent = ::send(talk.to.get(), talk.unsent.data(), talk.unsent.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent > 0) talk.unsent.remove_prefix(static_cast<std::size_t>(sent));
  if (talk.unsent.empty() || (sent < 0 && !would_wait())) talk.to.close();
}

void drain(conversation& talk) {
  std::array<char, 65536> bytes;
  const ssize_t got = ::recv(talk.from.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (got > 0) talk.output.append(bytes.data(), static_cast<std::size_t>(got));
  if (got == 0 || (got < 0 && !would_wait())) talk.from.close();
}

int milliseconds_to(clock::time_point end) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, 1000));
}

// Both ways at once: a program may write before it has read everything.
ending converse(conversation& talk, std::size_t most_output, clock::time_point end) {
  if (talk.unsent.empty()) talk.to.close();
  while (talk.from.is_open()) {
    if (clock::now() >= end) return ending::out_of_time;
    // One that is closed has the number -1, which poll() passes over.
    std::array<pollfd, 2> streams = {{{talk.from.get(), POLLIN, 0}, {talk.to.get(), POLLOUT, 0}}};
    if (::poll(streams.data(), streams.size(), milliseconds_to(end)) < 0) {
      if (errno == EINTR) continue;
      return ending::failure;
    }
    if (streams[1].revents != 0) feed(talk);
    if (streams[0].revents != 0) drain(talk);
    if (talk.output.size() > most_output) return ending::failure;
  }
  return ending::success;
}

// Its output may have ended before it has.
ending wait_for(pid_t process, clock::time_point end) {
  constexpr std::chrono::milliseconds pause{2};
  for (;;) {
    siginfo_t state{};
    const int answer = ::waitid(P_PID, static_cast<id_t>(process), &state, WEXITED | WNOHANG | WNOWAIT);
    if (answer == 0 && state.si_pid == process)
      return state.si_code == CLD_EXITED && state.si_status == 0 ? ending::success : ending::failure;
    // Where the caller ignores SIGCHLD nobody learns of the exit code.
    if (answer != 0 && errno != EINTR) return errno == ECHILD ? ending::success : ending::failure;
    if (clock::now() >= end) return ending::out_of_time;
    std::this_thread::sleep_for(pause);
  }
}

// What the process started may still be there, even where it has ended itself. Its number is its own until waitpid().
void end_group(pid_t process) {
  siginfo_t state{};
  if (::waitid(P_PID, static_cast<id_t>(process), &state, WEXITED | WNOHANG | WNOWAIT) != 0) return;
  ::kill(-process, SIGKILL);
  while (::waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace

process_outcome run_process(const std::string& program, const std::vector<std::string>& arguments,
                            std::string_view input, const process_limits& limits) {
  const auto end = clock::now() + limits.time;
  auto to = open_channel();
  auto from = open_channel();
  if (!to || !from) return {ending::not_started, {}};
  const auto process = spawn(program, arguments, to->theirs.get(), from->theirs.get());
  to->theirs.close();
  from->theirs.close();
  if (!process) return {ending::not_started, {}};
  conversation talk{std::move(to->ours), std::move(from->ours), input};
  ending how = converse(talk, limits.output, end);
  if (how == ending::success) how = wait_for(*process, end);
  end_group(*process);
  return {how, std::move(talk.output)};
}

}  // namespace isogloss::reports
