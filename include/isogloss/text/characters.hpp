#pragma once

#include <cstddef>
#include <string_view>

namespace isogloss::text {

/// A character of valid UTF-8 and the bytes it takes up: [begin, end). `code` is 0 where there is none.
struct character {
  char32_t code = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The character that begins at `offset`.
[[nodiscard]] character character_at(std::string_view text, std::size_t offset);
/// The character that ends at `offset`.
[[nodiscard]] character character_before(std::string_view text, std::size_t offset);

[[nodiscard]] bool is_letter(char32_t c);     ///< general category L or M
[[nodiscard]] bool is_number(char32_t c);     ///< general category N
[[nodiscard]] bool is_uppercase(char32_t c);  ///< Lu or Lt
[[nodiscard]] bool is_lowercase(char32_t c);  ///< Ll
/// White space, no-break spaces among it, and what is not seen: byte order mark, zero width space, marks of direction.
[[nodiscard]] bool is_space(char32_t c);

/// `text` without white space at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace isogloss::text
