#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "isogloss/base/packed_pairs.hpp"
#include "isogloss/corpus/study.hpp"
#include "isogloss/corpus/zones.hpp"

namespace isogloss::tokens {

using packed_words = packed_pairs<std::uint32_t, 8>;

/// How often each document uses each surface form in the chosen zones: what frequencies need, without segments,
/// sentences, places or phrases, and so without keeping the text.
struct word_counts {
  /// One a thread that counted: its words, by number. Which thread counted what is left to chance; the counts are not.
  std::vector<std::vector<std::string>> vocabularies;

  /// A document, or a part of a large one.
  struct part {
    std::size_t document;  ///< index into study::documents; ascending
    std::size_t vocabulary;
    packed_words counts;  ///< words by number, in no order, some more than once, and how often they were met
  };
  std::vector<part> parts;
};

/// Counts the words of the study's texts, documents in parallel and blocks of large ones too. A text that is UTF-8
/// without zones is read a block at a time: memory grows with vocabulary and counts, not with the text.
///
/// @param token_pattern  as in segmentation_options
/// @throws data_error  all that is wrong with any document; a document without a word in any zone
[[nodiscard]] word_counts count_words(const corpus::study& s, const std::string& token_pattern,
                                      const corpus::zone_set& zones);

}  // namespace isogloss::tokens
