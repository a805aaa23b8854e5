#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace isogloss {

/// One thing that is wrong with the outside world: a file, a column, a value, an option.
struct problem {
  std::string where;   ///< file, or file:line, or the option
  std::string what;    ///< what is wrong, with the offending value and its likely cause
  std::string remedy;  ///< what the reader can do about it; may be empty
};

/// "where: what. remedy" on one line.
[[nodiscard]] std::string to_string(const problem& p);

/// Bad input. Carries every problem found, not only the first; `what()` lists them, one a line.
class data_error : public std::runtime_error {
 public:
  explicit data_error(std::vector<problem> problems);
  data_error(std::string where, std::string what, std::string remedy = {});
  [[nodiscard]] const std::vector<problem>& problems() const { return problems_; }

 private:
  std::vector<problem> problems_;
};

/// All problems, in their order.
[[nodiscard]] std::vector<problem> joined(std::vector<std::vector<problem>> problems);

/// Throws a data_error that holds `problems`, if there are any.
void throw_if_any(std::vector<problem> problems);

/// The work failed for a reason outside the input: a full disk, a folder that cannot be written.
class output_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace isogloss
