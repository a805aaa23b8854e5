#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace isogloss::reports {

/// The longest text of a number.
constexpr std::size_t longest_number = 32;

/// Writes a number in the shortest form that reads back exactly; NaN as `missing`, infinities as Inf and -Inf.
/// @return  the end
char* write_number(char* to, double number, std::string_view missing);
char* write_integer(char* to, std::int64_t number);

/// A number and its text, kept since the next is often the same: tables are sorted, and counts repeat.
template <class Number>
struct number_text {
  Number number{};
  std::size_t size = 0;  // 0: none yet
  std::array<char, longest_number> digits{};
};

}  // namespace isogloss::reports
