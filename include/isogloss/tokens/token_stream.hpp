#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "isogloss/base/string_pool.hpp"
#include "isogloss/corpus/features.hpp"
#include "isogloss/corpus/study.hpp"
#include "isogloss/tokens/term_rules.hpp"
#include "isogloss/tokens/token_list.hpp"

namespace isogloss::tokens {

/// Every token of every document, in order: what concordances, collocations, phrases and n-grams need.
struct token_stream {
  string_pool types;  ///< as written; a joined phrase's words are separated by single spaces
  std::vector<corpus::voice> voices;
  std::vector<token_list> documents;  ///< parallel to study::documents
};

struct segmentation_options {
  std::string token_pattern;         ///< ICU regular expression; "" is UAX #29
  std::size_t segment_tokens = 200;  ///< a segment ends with the sentence in which it reaches this size
  std::size_t memory = std::numeric_limits<std::size_t>::max();  ///< bytes; tokens beyond them are kept in a file
};

/// Reads and segments the texts of `s`, all documents in parallel, and joins the phrases of `rules`.
/// @throws data_error  all that is wrong with any document; a document without a token
/// @throws output_error  the temporary folder ($TMPDIR, or /tmp) has no room for the tokens beyond options.memory
[[nodiscard]] token_stream tokenise(const corpus::study& s, const segmentation_options& options,
                                    const term_rules& rules);

/// The stream's counts, its order destroyed.
[[nodiscard]] corpus::features features_of(const token_stream& stream);

/// The counts of word n-grams: terms that stand next to each other in one sentence and voice, joined by spaces. What
/// `rules` leaves out, numbers and stop words, parts its neighbours. Types of the result are terms already.
[[nodiscard]] corpus::features ngrams_of(const token_stream& stream, const term_rules& rules, std::size_t n);

}  // namespace isogloss::tokens
