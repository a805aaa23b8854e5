#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "isogloss/text/normalisation.hpp"
#include "isogloss/tokens/phrases.hpp"
#include "isogloss/tokens/variants.hpp"

namespace isogloss::tokens {

/// How a surface form becomes a term.
struct term_options {
  bool keep_case = false;
  bool keep_numbers = false;      ///< words without a letter are terms too
  bool strip_possessive = false;  ///< "lenin's" counts as "lenin"
  text::normalisation form = text::normalisation::nfc;
  std::string stem;                        ///< a Snowball language, "" for none
  std::filesystem::path variants;          ///< "" for none; see read_variants
  spelling preferred = spelling::british;  ///< for variants in VarCon's format
  std::filesystem::path phrases;           ///< "" for none
  std::filesystem::path stopwords;         ///< "" for none: one term a line, # begins a comment
  std::size_t character_ngrams = 0;        ///< 0: words
};

/// The Snowball stemmers there are, by name.
[[nodiscard]] std::vector<std::string> stemmer_languages();

/// Turns surface forms into terms: normalise, unify apostrophes, fold case, strip the possessive, unify variants; then
/// leave out numbers and stop words, stem, cut into character n-grams. Done once a distinct form, never a running word.
/// Several threads may ask at a time.
class term_rules {
 public:
  /// @throws data_error  a file is unreadable or malformed, or the stemmer is not known
  explicit term_rules(const term_options& options);
  term_rules(term_rules&&) noexcept;
  ~term_rules();

  /// A surface form's base: all but leaving out, stemming and n-grams. Phrases, stop lists and lexicons compare bases.
  /// A form of several words (a joined phrase) gives its phrase's term.
  [[nodiscard]] std::string base(std::string_view surface) const;

  /// One word's base: as `base`, for a form without spaces.
  [[nodiscard]] std::string word_base(std::string_view surface) const;

  /// Is the form counted among the running words? (A stop word is; a number is not, unless numbers are kept.)
  [[nodiscard]] bool is_counted(std::string_view surface) const;

  /// The terms of a counted form: none for a stop word, several for character n-grams, else one.
  [[nodiscard]] std::vector<std::string> terms(std::string_view surface) const;

  [[nodiscard]] const phrase_list& phrases() const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace isogloss::tokens
