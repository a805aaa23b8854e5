#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace isogloss::text {

/// Half-open byte range.
struct range {
  std::size_t begin;
  std::size_t end;
  friend bool operator==(const range&, const range&) = default;
};

/// A word of a stretch of text: half-open, in bytes from where the stretch begins.
struct word_span {
  std::uint32_t begin;
  std::uint32_t end;
  friend bool operator==(const word_span&, const word_span&) = default;
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

  /// The same, some thousand words at a time: calls `found` with where a stretch begins in `text`, and its words.
  using word_batch = std::function<void(std::size_t offset, std::span<const word_span> words)>;
  void for_each_batch(std::string_view text, const word_batch& found);

  /// All boundaries of UAX #29 as ICU finds them, from 0 to text.size(): what WordBreakTest.txt lists.
  void for_each_boundary(std::string_view text, const std::function<void(std::size_t)>& found);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// May UTF-8 be cut at `at`, so that no word reaches across? Only some such places are told.
[[nodiscard]] bool is_word_cut(std::string_view text, std::size_t at);

}  // namespace isogloss::text
