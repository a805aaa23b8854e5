#include "reports/shell_command.hpp"

namespace isogloss::reports {

std::string shell_quoted(const std::string& value) {
  if (value.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,/") ==
          std::string::npos &&
      !value.empty())
    return value;
  std::string result = "'";
  for (const char c : value) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string kwic_command(const report_input& input) {
  std::string command = "isogloss kwic " + shell_quoted(input.run.study);
  for (const auto& [name, value] : input.search_options)
    command += " --" + name + (value == "true" ? "" : value == "false" ? "=false" : " " + shell_quoted(value));
  return command;
}

}  // namespace isogloss::reports
