#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace isogloss::text {

/// The first place where bytes are not UTF-8.
struct utf8_error {
  std::size_t offset;  ///< of the offending byte, from 0
  std::size_t line;    ///< from 1
  unsigned char byte;
};

/// Validates `bytes` as UTF-8 (Unicode 15, section 3.9: no surrogates, no overlong forms, at most U+10FFFF).
/// @return  nothing if they are valid
[[nodiscard]] std::optional<utf8_error> find_invalid_utf8(std::string_view bytes);

/// 3 if `text` begins with a UTF-8 byte order mark, else 0.
[[nodiscard]] std::size_t byte_order_mark_size(std::string_view text);

/// Is `offset` the first byte of a character of valid UTF-8, or its end?
[[nodiscard]] bool is_character_boundary(std::string_view text, std::size_t offset);

/// What a term may be made of: does valid UTF-8 hold a letter (general category L), a number (N)?
struct character_content {
  bool letter = false;
  bool number = false;
};
[[nodiscard]] character_content content_of(std::string_view text);

}  // namespace isogloss::text
