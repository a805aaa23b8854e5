#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <string_view>

namespace isogloss::cli {

/// While it lives, a line on standard error tells how far the command is, from its third second on: where standard
/// error is a terminal that can erase a line, and `wanted`. The line is gone with it, also where a signal ends the
/// program. ISOGLOSS_PROGRESS_AFTER_MS sets another time than 2000 ms.
class progress_bar {
 public:
  progress_bar(std::string command, bool wanted);
  ~progress_bar();
  progress_bar(const progress_bar&) = delete;
  progress_bar& operator=(const progress_bar&) = delete;

 private:
  class screen;
  std::unique_ptr<screen> screen_;
  friend void tell_part(std::string_view, std::size_t, std::size_t);
  friend void end_progress();
  friend void print_message(const std::string&);
};

/// The command now does its part `number` of `of`.
void tell_part(std::string_view part, std::size_t number, std::size_t of);
/// The line is erased and comes no more: for what is about to write to the same terminal.
void end_progress();
/// Writes to standard error where the line was.
void print_message(const std::string& message);

}  // namespace isogloss::cli
