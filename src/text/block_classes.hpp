#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "isogloss/text/words.hpp"

namespace isogloss::text {

/// What the 64 bytes of a block are to the rules of word boundaries (UAX #29): bit i speaks of byte i.
struct block_classes {
  std::uint64_t letter;      ///< A-Z, a-z, @
  std::uint64_t digit;       ///< 0-9
  std::uint64_t underscore;  ///< _ (ExtendNumLet)
  std::uint64_t at_sign;     ///< @, which ICU's rules hold to be a letter, so that an address is one word
  std::uint64_t either_mid;  ///< . and ' (MidNumLet, Single_Quote): they join letters, and they join digits
  std::uint64_t number_mid;  ///< , and ; (MidNum): they join digits
  std::uint64_t high;        ///< not ASCII
};

/// The same for letters of two bytes (ALetter) from U+00C0 to U+067F: the letters of Latin-1 and Latin Extended,
/// Cyrillic, Greek and Arabic. A byte of a mask `first` begins one if a byte of the mask `second` beside it
/// follows.
/// Characters that these masks do not hold may be letters too.
struct pair_classes {
  struct pair {
    std::uint64_t first;
    std::uint64_t second;
  };
  pair any;       ///< C4 to CA, D0, D1, D3: every character is a letter
  pair latin;     ///< C3: all but U+00D7 and U+00F7
  pair greek;     ///< CE: U+0386, U+0388 to U+038A, U+038C, U+038E to U+03A1, U+03A3 to U+03BF
  pair greek_2;   ///< CF: all but U+03F6
  pair arabic;    ///< D8: U+0620 to U+063F
  pair arabic_2;  ///< D9: U+0640 to U+064A
};

constexpr std::size_t block_bytes = 64;

/// Sorts 64 * n bytes into classes. @param classes  n of them
using block_classifier = void (*)(const char* bytes, std::size_t n, block_classes* classes);
/// Sorts 64 bytes.
using pair_classifier = void (*)(const char* bytes, pair_classes& classes);

/// Writes down the places of the bits of `n` blocks: where words begin and end, in order. Up to 32 spans behind the
/// last are written over.
/// @return  how many words there are
using place_writer = std::size_t (*)(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                     word_span* words);

struct classifiers {
  std::string_view instructions;  ///< "avx512vbmi2", "avx512", "avx2", "sse2", "neon", "portable"
  block_classifier blocks;
  pair_classifier pairs;
  place_writer places;
};

/// Those that this machine can run, the fastest first; "portable" is the last.
[[nodiscard]] const std::vector<classifiers>& all_classifiers();

}  // namespace isogloss::text
