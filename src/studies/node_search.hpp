#pragma once

#include <string>
#include <vector>

#include "isogloss/studies/material.hpp"
#include "isogloss/tokens/pattern.hpp"

namespace isogloss::studies {

/// A pattern made ready to be found in the material's texts.
struct node_search {
  tokens::stream_words words;
  tokens::pattern pattern;
  tokens::pattern_finder finder;

  /// @throws data_error  the study has features only; a bad pattern
  node_search(const material& m, const std::string& written, bool regex)
      : words(m.stream()),
        pattern(written,
                {regex, m.options().terms.keep_case, m.options().terms.form, m.options().segmentation.token_pattern}),
        finder(pattern, words, m.rules()) {}

  /// Indexes into `of`, the words of `document`: where the pattern begins in the chosen zones. It keeps to one voice.
  [[nodiscard]] std::vector<std::size_t> find(const material& m, std::size_t document,
                                              const std::vector<tokens::running_word>& of) const {
    const auto& tokens = m.stream().documents[document];
    std::vector<std::size_t> found = finder.find(of);
    std::erase_if(found, [&](std::size_t first) {
      return !m.options().zones.contains(m.stream().voices[tokens[of[first].token].voice].kind);
    });
    return found;
  }
};

}  // namespace isogloss::studies
