#pragma once

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/scratch.hpp"

namespace isogloss::testing {

struct terminal_options {
  std::map<std::string, std::string> variables = {};  ///< beside TERM=xterm and LC_ALL=C.UTF-8
  unsigned short columns = 100;
  bool stdout_too = false;         ///< otherwise standard output is the file "out" of the folder
  int signal = 0;                  ///< sent once the screen has shown `before_signal`
  std::string before_signal = {};  ///< as above
};

/// What a program wrote to a terminal, and how it ended.
struct session {
  std::string written;
  int exit_code = -1;  ///< -1: by a signal
  int signal = 0;

  /// The lines that the terminal shows in the end, without blanks at their ends.
  [[nodiscard]] std::vector<std::string> screen() const {
    std::vector<std::string> lines(1);
    std::size_t column = 0;
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (written[i] == '\r') {
        column = 0;
      } else if (written[i] == '\n') {
        lines.emplace_back();
      } else if (std::string_view(written).substr(i, 3) == "\x1b[K") {
        lines.back().resize(column);
        i += 2;
      } else {
        if (lines.back().size() <= column) lines.back().resize(column + 1, ' ');
        lines.back()[column++] = written[i];
      }
    }
    for (auto& line : lines) line.erase(line.find_last_not_of(' ') + 1);
    return lines;
  }

  /// Every state of the line of progress: what stands between a return of the carriage and an erasure.
  [[nodiscard]] std::vector<std::string> bars() const {
    std::vector<std::string> all;
    for (std::size_t end = written.find("\x1b[K"); end != std::string::npos; end = written.find("\x1b[K", end + 1)) {
      const std::size_t begin = written.rfind('\r', end) + 1;
      if (end > begin) all.push_back(written.substr(begin, end - begin));
    }
    return all;
  }
};

/// Runs isogloss with arguments as a shell would read them, in `folder`, with a terminal for its errors.
inline session run_on_terminal(const std::string& arguments, const scratch_folder& folder,
                               const terminal_options& o = {}) {
  int terminal = -1;
  winsize size{};
  size.ws_row = 24;
  size.ws_col = o.columns;
  const std::string command = "cd '" + folder.path().string() + "' && exec '" ISOGLOSS_PROGRAM "' " + arguments +
                              (o.stdout_too ? "" : " > out");
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    ::setenv("TERM", "xterm", 1);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    for (const auto& [name, value] : o.variables) ::setenv(name.c_str(), value.c_str(), 1);
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  session result;
  bool sent = o.signal == 0;
  char bytes[4096];
  for (ssize_t n = 0; (n = ::read(terminal, bytes, sizeof bytes)) > 0;) {
    result.written.append(bytes, static_cast<std::size_t>(n));
    if (sent || result.written.find(o.before_signal) == std::string::npos) continue;
    ::kill(child, o.signal);
    sent = true;
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(terminal);
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  return result;
}

}  // namespace isogloss::testing
