#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace isogloss::reports {

/// How another program ended, and what it wrote to its standard output.
struct process_outcome {
  enum class ending {
    success,      ///< exit code 0
    not_started,  ///< there is no such program, or it may not be run
    failure,      ///< another exit code or a signal; or more output than the limit
    out_of_time
  };
  ending how;
  std::string output;
};

struct process_limits {
  std::chrono::milliseconds time;
  std::size_t output = std::size_t{1} << 29U;  ///< bytes
};

/// Runs a program, without a shell, and waits for it. Its standard input is `input`, its standard error goes nowhere,
/// and it sees no variable NODE_* of the environment. When it has not ended in time, it is killed with the programs
/// that it started.
/// @param program  a path, or a name to look for on PATH
/// @return         no process and no open descriptor is left, whatever the ending; no signal reaches the caller
[[nodiscard]] process_outcome run_process(const std::string& program, const std::vector<std::string>& arguments,
                                          std::string_view input, const process_limits& limits);

}  // namespace isogloss::reports
