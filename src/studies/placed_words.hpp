#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/base/string_pool.hpp"
#include "isogloss/studies/material.hpp"
#include "isogloss/text/words.hpp"
#include "isogloss/tokens/pattern.hpp"

namespace isogloss::studies {

/// The bytes of each word: of a joined phrase's words, which its token holds in this order, the next that is the same.
/// @throws data_error  the text has changed since it was segmented
[[nodiscard]] std::vector<text::range> places_of(const std::vector<tokens::running_word>& words,
                                                 std::span<const tokens::token> tokens, const string_pool& forms,
                                                 std::string_view text);

/// A document's running words, where they stand and what they stand in.
struct placed_words {
  std::vector<tokens::running_word> words;
  std::vector<text::range> places;
  std::vector<std::uint32_t> clause;   ///< of each word; ascending
  std::vector<std::uint32_t> ordinal;  ///< counted words before it
  std::vector<bool> in_scare_quotes;
};

/// @param words, bases, counted  of the material's stream: its words, their case-folded bases, are they running words
[[nodiscard]] placed_words place_words(const material& m, std::size_t document, const tokens::stream_words& words,
                                       const std::vector<std::string>& bases, const std::vector<bool>& counted);

}  // namespace isogloss::studies
