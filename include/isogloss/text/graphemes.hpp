#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "isogloss/text/words.hpp"

namespace isogloss::text {

/// Where the extended grapheme clusters (UAX #29: what a reader takes for one character) of valid UTF-8 begin: byte
/// offsets, ascending.
[[nodiscard]] std::vector<std::size_t> grapheme_starts(std::string_view text);

/// `bytes` made wider until no grapheme cluster of `text` is cut at its ends.
[[nodiscard]] range whole_graphemes(std::string_view text, range bytes);

}  // namespace isogloss::text
