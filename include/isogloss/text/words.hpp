#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace isogloss::text {

/// Half-open byte range.
struct range {
  std::size_t begin;
  std::size_t end;
  friend bool operator==(const range&, const range&) = default;
};

/// Finds the words of valid UTF-8.
///
/// By default a word is what lies between two boundaries of UAX #29 (Unicode 15, as ICU 72 and CLDR have it; Chinese,
/// Japanese, Thai, Khmer, Lao and Burmese by ICU's dictionaries) and holds a letter or a number. With a pattern (ICU
/// regular expression) a word is whatever the pattern matches. One object serves one thread.
class word_segmenter {
 public:
  word_segmenter();
  /// @throws data_error  the pattern is not a regular expression, or it matches the empty string
  explicit word_segmenter(const std::string& pattern);
  word_segmenter(word_segmenter&&) noexcept;
  word_segmenter& operator=(word_segmenter&&) noexcept;
  ~word_segmenter();

  /// Calls `found` for each word of `text`, in order; ranges are byte offsets from the beginning of `text`.
  void for_each_word(std::string_view text, const std::function<void(range)>& found);

  /// All boundaries of UAX #29, from 0 to text.size(): what WordBreakTest.txt lists.
  void for_each_boundary(std::string_view text, const std::function<void(std::size_t)>& found);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace isogloss::text
