#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "isogloss/studies/concordances.hpp"
#include "isogloss/tokens/pattern.hpp"

namespace isogloss::studies {

/// The bases that fit each word of a pattern, sorted.
using base_pattern = std::vector<std::vector<std::string>>;

/// Which running words are counted as a term.
class term_words {
 public:
  /// @param words  of the material's stream
  term_words(const material& m, const tokens::stream_words& words, std::set<std::string> wanted);

  /// The patterns of a wanted term: one, or one for each phrase that counts as it. A term that nothing is counted as
  /// (a lexicon's phrase) is taken for its own words.
  [[nodiscard]] std::vector<base_pattern> of(const std::string& term) const;

  /// What kwic takes to find the same words.
  [[nodiscard]] kwic_pattern written(const base_pattern& pattern) const;

  /// The forms that fit.
  [[nodiscard]] tokens::fitting_words forms_of(const base_pattern& pattern) const;

 private:
  using bases = std::vector<std::string>;
  void add_terms(const material& m, const tokens::stream_words& words);
  void add_pieces(const material& m, const tokens::stream_words& words);

  tokens::pattern_options options_;
  const tokens::term_rules* rules_;
  std::set<std::string> wanted_;
  bool ngrams_;
  std::map<std::string, std::set<bases>> phrases_;             // of several words, by term
  std::map<std::string, std::set<std::string>> single_words_;  // by term; of n-grams by the n-gram's word
  std::map<std::string, std::vector<std::uint32_t>> forms_;    // by base
};

}  // namespace isogloss::studies
