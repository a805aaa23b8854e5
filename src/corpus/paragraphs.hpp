#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "isogloss/corpus/zones.hpp"

namespace isogloss::corpus {

/// A paragraph of a text, white space at its ends left out.
struct paragraph {
  std::size_t begin;
  std::size_t end;
  std::size_t content;  ///< after a list bullet, a number of a list or the > of a quoted block
  std::size_t indent;   ///< columns before its lines, the least of those after the first
  std::size_t n_lines;
  bool quoted;       ///< its lines begin with >
  bool after_blank;  ///< a blank line, or the beginning of the text, stands before it
  zone kind = zone::body;
};

/// The paragraphs of valid UTF-8: lines, or, in hard-wrapped text, runs of lines.
[[nodiscard]] std::vector<paragraph> paragraphs_of(std::string_view text);

/// A text and what is known of its paragraphs so far.
struct layout {
  std::string_view text;
  std::vector<paragraph> paragraphs;

  explicit layout(std::string_view whole) : text(whole), paragraphs(paragraphs_of(whole)) {}
  [[nodiscard]] std::string_view of(const paragraph& p) const { return text.substr(p.begin, p.end - p.begin); }
  [[nodiscard]] std::string_view content(const paragraph& p) const { return text.substr(p.content, p.end - p.content); }
};

/// At most `bytes` from the end of `text`, whole characters; and from its beginning.
[[nodiscard]] std::string_view tail(std::string_view text, std::size_t bytes);
[[nodiscard]] std::string_view head(std::string_view text, std::size_t bytes);
/// Runs of letters and digits: near enough to words for telling short from long. A Chinese or Japanese character is
/// one.
[[nodiscard]] std::size_t n_words(std::string_view text);
/// Does `text` end a sentence, closing marks and citations aside? A colon does not.
[[nodiscard]] bool ends_sentence(std::string_view text);

}  // namespace isogloss::corpus
