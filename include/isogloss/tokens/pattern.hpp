#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/base/string_pool.hpp"
#include "isogloss/text/normalisation.hpp"
#include "isogloss/tokens/term_rules.hpp"
#include "isogloss/tokens/token_stream.hpp"

namespace isogloss::tokens {

/// A word as it runs in a document: a token, or one word of a joined phrase.
struct running_word {
  std::size_t token;   ///< index into the document's tokens
  std::uint32_t form;  ///< index into stream_words::forms
  bool follows;        ///< as token::follows; true within a joined phrase
};

/// The words of a stream, its joined phrases taken apart.
struct stream_words {
  string_pool forms;                                ///< distinct words, as written
  std::vector<std::vector<std::uint32_t>> of_type;  ///< the words of each type

  explicit stream_words(const token_stream& stream);
  [[nodiscard]] std::vector<running_word> of_document(std::span<const token> tokens) const;
};

/// How a pattern is written, and how words are compared with it.
struct pattern_options {
  bool regex = false;  ///< its words are ICU regular expressions, instead of having wildcards
  bool keep_case = false;
  text::normalisation form = text::normalisation::nfc;
  std::string token_pattern;  ///< as segmentation_options: a plain pattern is cut into words as the texts are
};

/// The words of a pattern, normalised, folded unless case is kept, cut as the texts are; regular expressions at spaces.
/// @param written  valid UTF-8
[[nodiscard]] std::vector<std::string> cut_pattern(const std::string& written, const pattern_options& options);

/// What a user looks for in running text: a word, a word with wildcards (`bureaucra*`), or a phrase of such.
///
/// A plain word fits the words that have its base (see term_rules: case, possessive, spelling variants); a wildcard or
/// a regular expression fits a whole word as it is written, or its base. Words are not stemmed. A phrase's words follow
/// each other with nothing but white space, hyphens and apostrophes between, in one sentence and voice.
class pattern {
 public:
  /// @throws data_error  no word; not UTF-8; every word would fit; a bad regular expression
  pattern(const std::string& written, const pattern_options& options);

  [[nodiscard]] const std::string& written() const { return written_; }
  [[nodiscard]] std::size_t n_words() const { return words_.size(); }
  /// For each form, does it fit the pattern's word `place`? @param rules  how bases are made
  [[nodiscard]] std::vector<bool> fitting(std::size_t place, const string_pool& forms, const term_rules& rules) const;

 private:
  std::string written_;
  pattern_options options_;
  std::vector<std::string> words_;
};

/// The words that fit each place of a pattern: numbers of forms, ascending.
using fitting_words = std::vector<std::vector<std::uint32_t>>;

/// Finds many things in one walk through a document, each of them by one pattern or several.
class patterns_finder {
 public:
  struct place {
    std::size_t of;       ///< which of the things
    std::size_t first;    ///< index of its first word
    std::size_t n_words;  ///< 1 or more
  };

  /// @param wanted   the patterns of each thing; one without a word is passed over
  /// @param n_forms  the number of the stream's distinct words
  patterns_finder(const std::vector<std::vector<fitting_words>>& wanted, std::size_t n_forms);

  /// Of each thing the places leftmost first, without overlaps, of its patterns the longest; all by `first`, then `of`.
  [[nodiscard]] std::vector<place> find(const std::vector<running_word>& words) const;

 private:
  struct candidate {
    std::size_t of;
    fitting_words words;
  };
  [[nodiscard]] static bool begins_at(const candidate& c, const std::vector<running_word>& words, std::size_t at);

  std::size_t n_wanted_;
  std::vector<candidate> candidates_;                       // by `of`, then the longest first
  std::vector<std::vector<std::uint32_t>> beginning_with_;  // of each form: candidates
};

/// Finds a pattern in the documents of a stream. Each distinct word is held against it once.
class pattern_finder {
 public:
  pattern_finder(const pattern& p, const stream_words& words, const term_rules& rules);

  /// Where the pattern begins in `words`, leftmost first, without overlaps: indexes, ascending.
  [[nodiscard]] std::vector<std::size_t> find(const std::vector<running_word>& words) const;

 private:
  patterns_finder finder_;
};

}  // namespace isogloss::tokens
