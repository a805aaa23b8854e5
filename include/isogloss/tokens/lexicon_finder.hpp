#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "isogloss/tokens/lexicon_matcher.hpp"
#include "isogloss/tokens/pattern.hpp"

namespace isogloss::tokens {

/// Where an entry of a lexicon stands in a document: the running words [first, first + n_words).
struct lexicon_place {
  std::size_t first;
  std::size_t n_words;
  std::size_t entry;  ///< index into lexicon::entries
};

/// Finds the entries of a lexicon in running text. Each distinct word is held against it once.
class lexicon_finder {
 public:
  /// @param matcher, words  outlive the finder
  /// @param rules           the rules in lexicon_form
  lexicon_finder(const lexicon_matcher& matcher, const stream_words& words, const term_rules& rules);

  /// The phrases in `of`, the words of `tokens`: leftmost first, longest match, not overlapping; a phrase keeps to one
  /// segment. One place for each entry (one a category) that has its words.
  [[nodiscard]] std::vector<lexicon_place> phrases(const std::vector<running_word>& of,
                                                   std::span<const token> tokens) const;

  /// The phrases, and the single words that no phrase covers, in the order of the text; what counts::count_lexicon
  /// counts, each with its place.
  [[nodiscard]] std::vector<lexicon_place> find(const std::vector<running_word>& of,
                                                std::span<const token> tokens) const;

  [[nodiscard]] const lexicon_matcher& matcher() const { return *matcher_; }

 private:
  const lexicon_matcher* matcher_;
  std::vector<std::string> bases_;  // of each form
};

/// The words from `first` on that one phrase may hold: following each other in one segment, at most 64.
[[nodiscard]] std::size_t end_of_run(const std::vector<running_word>& of, std::span<const token> tokens,
                                     std::size_t first);

/// Words as written, with single spaces.
[[nodiscard]] std::string joined_words(const stream_words& words, const std::vector<running_word>& of,
                                       std::size_t first, std::size_t n_words);

}  // namespace isogloss::tokens
