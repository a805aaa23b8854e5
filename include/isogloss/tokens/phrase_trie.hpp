#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace isogloss::tokens {

/// Finds phrases, given as sequences of words or wildcard patterns, in sequences of words.
class phrase_trie {
 public:
  struct match {
    std::size_t n_words;
    std::size_t phrase;  ///< the number `add` gave
  };

  phrase_trie();

  /// Adds a phrase of one word or more; the first of two equal ones wins. Phrases are numbered from 0.
  void add(std::span<const std::string> words);

  /// Can a phrase begin with `word`?
  [[nodiscard]] bool starts_with(std::string_view word) const;

  /// The longest phrase at the beginning of `words`; of equally long ones the first added.
  [[nodiscard]] std::optional<match> longest(std::span<const std::string_view> words) const;

  [[nodiscard]] bool empty() const { return n_phrases_ == 0; }

 private:
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  struct node {
    std::unordered_map<std::string, std::size_t, hash, std::equal_to<>> words;
    std::vector<std::pair<std::string, std::size_t>> patterns;
    std::optional<std::size_t> phrase;
  };
  void search(std::size_t at, std::span<const std::string_view> words, std::size_t depth, match& best) const;
  std::size_t child(std::size_t parent, const std::string& word);

  std::vector<node> nodes_;
  std::size_t n_phrases_ = 0;
};

/// The words of a pattern as UAX #29 would cut them: at spaces and hyphens, without apostrophes and full
/// stops at the ends.
[[nodiscard]] std::vector<std::string> pattern_words(std::string_view pattern);

/// Splits at spaces.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view words);

}  // namespace isogloss::tokens
