#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "isogloss/corpus/features.hpp"
#include "isogloss/tokens/lexicon.hpp"
#include "isogloss/tokens/phrase_trie.hpp"
#include "isogloss/tokens/term_rules.hpp"
#include "isogloss/tokens/token_stream.hpp"

namespace isogloss::tokens {

/// Finds the entries of one lexicon.
///
/// A word counts once a category, for its most specific pattern: exact, then the longest with a wildcard. A form in
/// "'s" that no pattern fits is tried without it. Words that a phrase of the lexicon covers count for the phrase alone.
class lexicon_matcher {
 public:
  /// @param l, rules  outlive the matcher; the rules' spelling variants unify words and patterns alike
  lexicon_matcher(const lexicon& l, const term_rules& rules);

  [[nodiscard]] const lexicon& source() const { return *lexicon_; }
  /// Entries (indexes) that a single word's base fits, at most one a category.
  [[nodiscard]] std::vector<std::size_t> entries_of(std::string_view word) const;
  /// Phrases; their numbers index `phrase_entries`.
  [[nodiscard]] const phrase_trie& phrases() const { return phrases_; }
  /// The entries that have these words, one a category.
  [[nodiscard]] const std::vector<std::size_t>& phrase_entries(std::size_t phrase) const {
    return phrase_entries_[phrase];
  }

 private:
  [[nodiscard]] std::vector<std::size_t> fitting(const std::string& word) const;

  const lexicon* lexicon_;
  const term_rules* rules_;
  std::unordered_map<std::string, std::vector<std::size_t>> words_;
  std::vector<std::pair<std::string, std::size_t>> patterns_;
  std::unordered_map<std::string, std::vector<std::size_t>> prefixes_;
  std::size_t longest_prefix_ = 0;
  phrase_trie phrases_;
  std::vector<std::vector<std::size_t>> phrase_entries_;
};

/// The rules by which lexicons see words: as `options`, but always case-folded, unstemmed and whole.
[[nodiscard]] term_options lexicon_form(term_options options);

/// Finds every phrase of every lexicon in the stream: leftmost first, longest match, not overlapping within a lexicon.
/// Joined phrases are taken apart for it. Result: one list a document, sorted, equal ones merged; `voice` as in
/// `stream`.
[[nodiscard]] std::vector<std::vector<corpus::lexicon_phrase>> find_lexicon_phrases(
    const token_stream& stream, const std::vector<lexicon_matcher>& matchers, const term_rules& rules);

}  // namespace isogloss::tokens
