#pragma once

#include <cstddef>
#include <string_view>

#include "text/word_properties.hpp"

namespace isogloss::text {

struct classified_character {
  word_property property;
  std::size_t end;
};
[[nodiscard]] classified_character classify_longer_character(std::string_view text, std::size_t begin);

/// The character that begins at `begin`; bytes that are not UTF-8 are U+FFFD.
[[nodiscard]] inline classified_character classify_character(std::string_view text, std::size_t begin) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[begin + i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return {word_properties::of(first), begin + 1};
  if (first >= 0xC2 && first < 0xE0 && begin + 1 < text.size() && (byte(1) & 0xC0U) == 0x80U)
    return {word_properties::of((first & 0x1FU) << 6U | (byte(1) & 0x3FU)), begin + 2};
  return classify_longer_character(text, begin);
}

/// A piece between two word boundaries: [begin, end), and whether it holds a letter or a number.
struct word_piece {
  std::size_t begin;
  std::size_t end;
  bool content;
};

/// UAX #29's word boundaries by rule, character by character, for text of any script that is written with spaces.
/// Where dictionaries or emoji sequences are needed it stops and says so.
class word_rules {
 public:
  /// @param text  UTF-8; bytes that are none of it count as U+FFFD
  explicit word_rules(std::string_view text) : text_(text) {}

  /// The piece that begins at `begin` (a boundary, below the text's size).
  /// @return  false: it takes a dictionary or an emoji sequence to tell where it ends
  [[nodiscard]] bool next(std::size_t begin, word_piece& piece) const;

 private:
  std::string_view text_;
};

}  // namespace isogloss::text
