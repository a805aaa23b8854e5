#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "support/scratch.hpp"

namespace isogloss::testing {

struct outcome {
  int exit_code;
  std::string out;
  std::string err;
};

/// Runs isogloss with arguments as a shell would read them, in `folder`, and waits for it.
/// @param variables  of its environment, as a shell sets them before a command
inline outcome run_isogloss(const std::string& arguments, const scratch_folder& folder,
                            const std::string& variables = "") {
  const scratch_folder capture;
  const std::string command = "cd '" + folder.path().string() + "' && " + variables + " '" ISOGLOSS_PROGRAM "' " +
                              arguments + " > '" + (capture.path() / "out").string() + "' 2> '" +
                              (capture.path() / "err").string() + "'";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, capture.read("out"), capture.read("err")};
}

}  // namespace isogloss::testing
