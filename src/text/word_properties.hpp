#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace isogloss::text {

/// What a character is to the rules of word boundaries: Word_Break of UAX #29, as ICU's rules for the root locale
/// change it (a colon joins nothing; an at sign is a letter; Hangul syllables join none but each other).
enum class word_class : std::uint8_t {
  other,
  newline,  ///< CR, LF, Newline: nothing attaches to them
  space,    ///< WSegSpace
  extend,   ///< Extend, Format, ZWJ: they attach to what stands before
  letter,
  hebrew,
  hangul,
  number,
  underscore,    ///< ExtendNumLet
  letter_mid,    ///< MidLetter
  number_mid,    ///< MidNum
  either_mid,    ///< MidNumLet
  single_quote,  ///< as either_mid, and it may end a Hebrew word
  double_quote,  ///< between Hebrew letters
  left_to_icu,   ///< of scripts written without spaces, of which ICU's dictionaries know the words; flags, which pair
};

struct word_property {
  word_class kind = word_class::other;
  bool content : 1 = false;     ///< a letter or a number (general category L or N)
  bool joiner : 1 = false;      ///< ZWJ
  bool pictograph : 1 = false;  ///< Extended_Pictographic
};

/// The properties of all characters, from ICU, worked out a page of 256 at a time when one of them is first seen.
class word_properties {
 public:
  [[nodiscard]] static word_property of(char32_t c) {
    const page* found = pages[c >> 8U].load(std::memory_order_acquire);
    return (found != nullptr ? *found : make_page(c >> 8U))[c & 0xFFU];
  }

 private:
  using page = std::array<word_property, 256>;
  static constexpr std::size_t n_pages = 0x1100;
  static const page& make_page(std::size_t number);
  static std::array<std::atomic<const page*>, n_pages> pages;
};

}  // namespace isogloss::text
