#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace isogloss::reports {

/// As long as any text of a number gets, and a byte more.
constexpr std::size_t longest_number = 32;

/// Writes a number in the shortest form that reads back exactly; NaN as `missing`, infinities as Inf and -Inf.
/// @return  the end
char* write_number(char* to, double number, std::string_view missing);
char* write_integer(char* to, std::int64_t number);

}  // namespace isogloss::reports
