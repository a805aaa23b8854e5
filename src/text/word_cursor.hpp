#pragma once

#include <cstddef>
#include <string_view>

#include "text/word_properties.hpp"
#include "text/word_rules.hpp"

namespace isogloss::text {

[[nodiscard]] inline bool is_letter(word_class c) {
  return c == word_class::letter || c == word_class::hebrew;
}
/// What stands together, in whatever order (WB5, 8, 9, 10, 13a, 13b).
[[nodiscard]] inline bool is_core(word_class c) {
  return is_letter(c) || c == word_class::number || c == word_class::underscore;
}

/// A character with all the marks that attach to it (WB4), or the last of several that stand together.
class word_cursor {
 public:
  /// @param begin  below the text's size
  word_cursor(std::string_view text, std::size_t begin) : text_(text), end_(begin) { take(); }

  [[nodiscard]] word_class kind() const { return kind_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] bool at_end() const { return end_ >= text_.size(); }
  /// Was there a letter or a number among what it took?
  [[nodiscard]] bool content() const { return content_; }
  [[nodiscard]] bool extended() const { return extended_; }
  /// Is it for ICU to say where this ends? Dictionaries, and joiners with a pictograph behind them.
  [[nodiscard]] bool is_left_to_icu() const { return kind_ == word_class::left_to_icu || emoji_; }
  /// Does an ASCII character follow that ends a word whatever comes after it?
  [[nodiscard]] bool ends_word() const;

  [[nodiscard]] word_cursor next() const { return {text_, end_}; }
  /// On to the last of the core characters that follow one.
  void skip_core();

 private:
  void take();
  void take_marks(bool joiner);
  void skip_short_core();

  std::string_view text_;
  std::size_t end_;
  word_class kind_ = word_class::other;
  bool content_ = false;
  bool extended_ = false;
  bool emoji_ = false;
};

}  // namespace isogloss::text
