#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isogloss/text/words.hpp"

namespace isogloss::studies {

/// The bytes of a line of a concordance: of what was found, and of that with the words around it; no grapheme is cut.
struct kwic_place {
  text::range keyword, around;
};

/// @param places       of each word of `text`
/// @param first, last  the words that were found; @param window  words on either side
[[nodiscard]] kwic_place kwic_place_of(std::string_view text, const std::vector<text::range>& places, std::size_t first,
                                       std::size_t last, std::size_t window);

/// `text` on one line: each line break a space.
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace isogloss::studies
