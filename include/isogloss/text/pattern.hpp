#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/text/words.hpp"

namespace isogloss::text {

/// A place where a pattern matches, and its groups (empty ranges where a group took no part).
struct match {
  range whole;
  std::vector<range> groups;
};

/// A regular expression as ICU has it, over valid UTF-8; offsets are bytes. Many threads may use one object.
class pattern {
 public:
  enum class letters { as_written, any_case };

  /// @throws data_error  it is not a regular expression
  explicit pattern(const std::string& expression, letters compared = letters::as_written);
  pattern(pattern&&) noexcept;
  pattern& operator=(pattern&&) noexcept;
  ~pattern();

  [[nodiscard]] bool is_in(std::string_view text) const;
  [[nodiscard]] std::optional<match> find(std::string_view text) const;
  /// Every match, in order; none overlaps another.
  [[nodiscard]] std::vector<match> find_all(std::string_view text) const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace isogloss::text
