#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace isogloss::tokens {

/// A pattern of a lexicon: a word, a word with wildcards (`bureaucra*`), or a phrase of such.
struct lexicon_entry {
  std::size_t category;            ///< index into lexicon::categories
  std::string pattern;             ///< as written
  std::vector<std::string> words;  ///< case-folded, apostrophes unified
  double weight;
};

/// Words by category, each with a weight.
struct lexicon {
  std::string name;                     ///< the file's, without ending
  std::vector<std::string> categories;  ///< in the order they first come
  std::vector<lexicon_entry> entries;
};

/// Reads a CSV (category,pattern and, if wanted, weight; else 1) or a LIWC dictionary (.dic).
/// @throws data_error  no entry; an empty cell; a weight that is no number; a pattern that matches everything; a
/// pattern
///                     twice in a category; an unknown LIWC category
[[nodiscard]] lexicon read_lexicon(const std::filesystem::path& path);

/// As read_lexicon for each, names distinct. @throws data_error  two of one name
[[nodiscard]] std::vector<lexicon> read_lexicons(const std::vector<std::filesystem::path>& paths);

}  // namespace isogloss::tokens
