#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace isogloss::text {

/// An ICU regular expression that whole words are held against. One object serves one thread.
class regular_expression {
 public:
  /// @param where      the option or argument it stands in, for the message
  /// @throws data_error  not a regular expression, or it matches the empty string
  regular_expression(const std::string& expression, bool fold_case, const std::string& where);
  regular_expression(regular_expression&&) noexcept;
  regular_expression& operator=(regular_expression&&) noexcept;
  ~regular_expression();

  /// Does all of `word`, valid UTF-8, fit? @throws data_error  the expression takes too many steps to tell
  [[nodiscard]] bool matches(std::string_view word);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace isogloss::text
