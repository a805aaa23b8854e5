#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/tokens/phrase_trie.hpp"

namespace isogloss::tokens {

/// Phrases that count as one term. Words are compared in the form `form` gives them.
class phrase_list {
 public:
  phrase_list() = default;
  /// Reads a CSV with a column phrase and, if wanted, term (what the phrase counts as; else its words as found).
  /// @throws data_error  a phrase of fewer than two words
  phrase_list(const std::filesystem::path& path, const std::function<std::string(std::string_view)>& form);

  [[nodiscard]] const phrase_trie& trie() const { return trie_; }
  /// The term of words that form a phrase, joined by spaces; `words` itself, joined, where they form none of the list.
  [[nodiscard]] std::string term_of(std::span<const std::string_view> words) const;

 private:
  phrase_trie trie_;
  std::vector<std::string> terms_;
};

}  // namespace isogloss::tokens
