#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace isogloss::text {

/// The encoding ICU's detector holds most likely, e.g. "windows-1252"; empty where it has no idea.
/// A suggestion for a message, never acted upon: detection is a guess.
[[nodiscard]] std::string likely_encoding(std::string_view bytes);

/// Is `name` an encoding that ICU can convert?
[[nodiscard]] bool is_known_encoding(const std::string& name);

/// Is it a name of UTF-8, or empty?
[[nodiscard]] bool means_utf8(std::string encoding);

/// `bytes` in `encoding` as valid UTF-8, unchanged where they are UTF-8 already.
///
/// @param encoding  a name ICU knows; "" and "utf-8" mean UTF-8
/// @param where     the file, for the message
/// @throws data_error  an invalid byte (with line, offset, value, likely encoding and remedy), or an unknown encoding
[[nodiscard]] std::string decode(std::string bytes, const std::string& encoding, const std::filesystem::path& where);

/// `bytes` with U+FFFD in the place of each byte that makes them invalid UTF-8: for names that are only shown.
[[nodiscard]] std::string with_replacements(std::string_view bytes);

}  // namespace isogloss::text
