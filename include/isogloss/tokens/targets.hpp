#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "isogloss/corpus/features.hpp"
#include "isogloss/tokens/lexicon_finder.hpp"
#include "isogloss/tokens/pattern.hpp"
#include "isogloss/tokens/phrase_trie.hpp"

namespace isogloss::tokens {

/// A name by which a target goes: a word, a word with wildcards, or a phrase of such.
struct target_alias {
  std::size_t target;              ///< index into target_list::names
  std::string pattern;             ///< as written
  std::vector<std::string> words;  ///< normalised; folded unless the case counts
  bool keeps_case;                 ///< the pattern has a capital: "Party" is not "party"
};

/// Whom or what texts judge: persons, bodies, ideas, each with the names it goes by.
struct target_list {
  std::vector<std::string> names;  ///< in the order they first come
  std::vector<target_alias> aliases;
};

/// Reads a targets.csv (target,pattern).
/// @param form, token_pattern  as the texts are normalised and cut
/// @throws data_error  no row; an empty cell; a pattern that matches everything; one that stands twice
[[nodiscard]] target_list read_targets(const std::filesystem::path& path, text::normalisation form,
                                       const std::string& token_pattern);

/// Where a target is named: the running words [first, first + n_words).
struct target_place {
  std::size_t first;
  std::size_t n_words;
  std::size_t alias;  ///< index into target_list::aliases
};

/// Finds the names of targets: leftmost first, the longest match of all targets, not overlapping. Of equally long names
/// one that keeps its case goes first. A form in "'s" that no name fits is tried without it.
class target_finder {
 public:
  /// @param list     outlives the finder
  /// @param options  how the study makes terms: normalisation and spelling variants count here too
  target_finder(const target_list& list, const term_options& options);

  /// The name that a single word is; nothing for the words of longer names.
  [[nodiscard]] std::optional<std::size_t> alias_of(std::string_view word) const;

  /// @param words  of the stream that `of` and `tokens` are a document of
  [[nodiscard]] std::vector<target_place> find(const stream_words& words, const std::vector<running_word>& of,
                                               std::span<const token> tokens) const;

  [[nodiscard]] const target_list& source() const { return *list_; }

 private:
  struct reading {  // a word as the names may have it
    std::string cased, folded;
  };
  struct names {
    phrase_trie trie;
    std::vector<std::size_t> aliases;  // of each phrase of the trie
  };
  [[nodiscard]] std::vector<reading> readings_of(std::string_view word) const;
  void add(names& to, std::size_t alias, const term_rules& rules);
  [[nodiscard]] bool may_begin(const std::vector<reading>& word) const;
  [[nodiscard]] std::optional<target_place> longest(const std::vector<const std::vector<reading>*>& run) const;

  const target_list* list_;
  term_rules cased_rules_, folded_rules_;
  names cased_, folded_;
};

/// The lexicon that names of several words stand under in lexicon_phrases: no lexicon's file can be called so.
inline constexpr std::string_view targets_as_lexicon = "targets.csv";

/// Every name of several words in the stream, its target as the category: one list a document, sorted and merged.
[[nodiscard]] std::vector<std::vector<corpus::lexicon_phrase>> find_target_phrases(const token_stream& stream,
                                                                                   const target_finder& finder);

}  // namespace isogloss::tokens
