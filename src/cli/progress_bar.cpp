#include "cli/progress_bar.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <utility>

#include "cli/progress_line.hpp"
#include "isogloss/base/progress.hpp"

namespace isogloss::cli {
namespace {

constexpr int refresh_ms = 150;
constexpr long standard_delay_ms = 2000;
constexpr std::array ending_signals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

// A whole number within bounds; otherwise the standard.
long number_in(const std::string& text, long lowest, long highest, long standard) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos || text.size() > 9) return standard;
  const long number = std::stol(text);
  return number < lowest || number > highest ? standard : number;
}

bool can_erase_a_line() {
  const std::string terminal = variable("TERM");
  return ::isatty(STDERR_FILENO) == 1 && !terminal.empty() && terminal != "dumb";
}

bool takes_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string locale = variable(name);
    if (locale.empty()) continue;
    std::transform(locale.begin(), locale.end(), locale.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return static_cast<std::size_t>(number_in(variable("COLUMNS"), 1, 10000, 80));
}

// A job in the background does not write over what its user does now.
bool is_in_foreground() {
  const pid_t foreground = ::tcgetpgrp(STDERR_FILENO);
  return foreground == -1 || foreground == ::getpgrp();
}

void write_error(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written <= 0) return;  // a bar that cannot be shown is no error
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Signals go through this pipe to the thread that draws, so that nothing is drawn after the line is erased for them.
int signal_pipe = -1;

extern "C" void pass_on(int signal) {
  const int error = errno;
  const auto byte = static_cast<unsigned char>(signal);
  static_cast<void>(!::write(signal_pipe, &byte, 1));
  errno = error;
}

}  // namespace

class progress_bar::screen {
 public:
  explicit screen(std::string command)
      : command_(std::move(command)),
        task_(command_),
        delay_ms_(number_in(variable("ISOGLOSS_PROGRESS_AFTER_MS"), 0, 100'000'000, standard_delay_ms)) {
    if (::pipe2(pipe_.data(), O_CLOEXEC) != 0) return;
    catch_signals();
    thread_ = std::thread([this] { draw_until_ended(); });
  }

  ~screen() { end(); }
  screen(const screen&) = delete;
  screen& operator=(const screen&) = delete;

  void end() {
    if (!thread_.joinable()) return;
    release_signals();
    const unsigned char last = 0;
    static_cast<void>(!::write(pipe_[1], &last, 1));
    thread_.join();
    erase();
    for (const int end : pipe_) ::close(end);
  }

  void set_part(std::string_view part, std::size_t number, std::size_t of) {
    const std::scoped_lock lock(mutex_);
    task_ = fmt::format("{} {}/{} {}", command_, number, of, part);
  }

  void print(const std::string& message) {
    const std::scoped_lock lock(mutex_);
    erase();
    write_error(message);
  }

 private:
  void catch_signals() {
    signal_pipe = pipe_[1];
    for (std::size_t i = 0; i < ending_signals.size(); ++i) {
      ::sigaction(ending_signals.at(i), nullptr, &former_.at(i));
      if (former_.at(i).sa_handler == SIG_IGN) continue;  // of nohup, say
      struct sigaction action {};
      action.sa_handler = pass_on;
      action.sa_flags = SA_RESTART;
      ::sigaction(ending_signals.at(i), &action, nullptr);
    }
  }

  void release_signals() {
    for (std::size_t i = 0; i < ending_signals.size(); ++i) ::sigaction(ending_signals.at(i), &former_.at(i), nullptr);
  }

  void draw_until_ended() {
    int wait = static_cast<int>(delay_ms_);
    for (;;) {
      pollfd signalled{pipe_[0], POLLIN, 0};
      const int n = ::poll(&signalled, 1, wait);
      if (n < 0) continue;  // interrupted
      unsigned char signal = 0;
      if (n > 0 && ::read(pipe_[0], &signal, 1) == 1) return end_by(signal);
      draw();
      wait = refresh_ms;
    }
  }

  // The program ends as it would have without us, so that the shell knows why.
  void end_by(int signal) {
    if (signal == 0) return;
    const std::scoped_lock lock(mutex_);
    erase();
    release_signals();
    ::raise(signal);
  }

  void draw() {
    const progress now = progress_watch::now();
    const std::scoped_lock lock(mutex_);
    if (!is_in_foreground()) {
      drawn_ = false;  // the line where it was is the shell's
      return;
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    const double rate = rate_.after(now.stage, now.seconds, now.done);
    // The last column stays free: some terminals go on to the next line with it.
    const std::size_t width = std::max<std::size_t>(terminal_width(), 2) - 1;
    const progress_view view{task_, now.name.doing, now.name.unit, now.done,  now.total,
                             rate,  seconds,        now.round,     now.rounds};
    const std::string line = progress_line(view, width, utf8_);
    write_error('\r' + line + "\x1b[K");
    drawn_ = true;
  }

  void erase() {
    if (std::exchange(drawn_, false)) write_error("\r\x1b[K");
  }

  const progress_watch watch_;
  const std::string command_;
  std::string task_;
  const long delay_ms_;
  const bool utf8_ = takes_utf8();
  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::array<int, 2> pipe_{};
  std::array<struct sigaction, ending_signals.size()> former_{};
  recent_rate rate_;
  bool drawn_ = false;
  std::mutex mutex_;  // guards task_, drawn_ and the terminal
  std::thread thread_;
};

namespace {
progress_bar* shown = nullptr;  // there is one, of the thread of main()
}

progress_bar::progress_bar(std::string command, bool wanted) {
  if (wanted && can_erase_a_line()) screen_ = std::make_unique<screen>(std::move(command));
  shown = this;
}

progress_bar::~progress_bar() {
  shown = nullptr;
}

void tell_part(std::string_view part, std::size_t number, std::size_t of) {
  if (shown != nullptr && shown->screen_) shown->screen_->set_part(part, number, of);
}

void end_progress() {
  if (shown != nullptr) shown->screen_.reset();
}

void print_message(const std::string& message) {
  if (shown != nullptr && shown->screen_) return shown->screen_->print(message);
  std::fputs(message.c_str(), stderr);
}

}  // namespace isogloss::cli
