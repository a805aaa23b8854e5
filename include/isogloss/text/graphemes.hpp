#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace isogloss::text {

/// Where the extended grapheme clusters (UAX #29: what a reader takes for one character) of valid UTF-8 begin: byte
/// offsets, ascending.
[[nodiscard]] std::vector<std::size_t> grapheme_starts(std::string_view text);

}  // namespace isogloss::text
