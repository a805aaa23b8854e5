#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace isogloss::text {

/// Where the sentences of valid UTF-8 begin: byte offsets, ascending, the first 0; empty for empty text.
///
/// UAX #29 sentence boundaries as ICU has them, without those after the abbreviations that CLDR lists for the language
/// ("Mr.", "etc."). A line feed ends a sentence, as UAX #29 says, except in hard-wrapped text, where a single line feed
/// is a space (see `is_hard_wrapped`).
///
/// @param language  BCP 47 tag; "" means English
[[nodiscard]] std::vector<std::size_t> sentence_starts(std::string_view text, const std::string& language = "en");

/// Are the lines of `text` cut at a column rather than at paragraph ends? True where at least half of the lines that
/// another line follows directly end like a wrapped line: no sentence end, and between 30 and 120 characters long.
[[nodiscard]] bool is_hard_wrapped(std::string_view text);

}  // namespace isogloss::text
