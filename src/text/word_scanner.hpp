#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "isogloss/text/words.hpp"
#include "text/block_classes.hpp"
#include "text/word_bits.hpp"

namespace isogloss::text {

/// Finds words as UAX #29 has them: what is ASCII with English punctuation 64 bytes at a time, the rest by rule, and
/// what takes a dictionary through ICU.
class word_scanner {
 public:
  /// Calls back for each word of a text of up to 2 GiB, in order.
  using dictionary = std::function<void(std::string_view, const std::function<void(range)>&)>;

  word_scanner(const classifiers& by_bytes, dictionary by_dictionary)
      : by_bytes_(by_bytes), by_dictionary_(std::move(by_dictionary)) {}

  /// The words of the next stretch of `text`, from `begin` on (0, or where the last stretch ended).
  /// @return  spans that count from `begin`, until the next call
  std::span<const word_span> scan(std::string_view text, std::size_t begin);
  /// Bytes of the stretch that was scanned last.
  [[nodiscard]] std::size_t stretch_size() const { return stretch_.size(); }

 private:
  void classify();
  void find_letter_pairs();
  void find_simple_words();
  void sort_high(std::size_t block);
  [[nodiscard]] bool continues_known(std::size_t at) const;
  void join_at_quote(std::size_t at);
  void find_other_words();
  std::size_t find_run(std::size_t from);
  std::size_t find_by_dictionary(std::size_t from);
  [[nodiscard]] std::size_t run_begin(std::size_t at) const;
  [[nodiscard]] std::size_t past_separators(std::size_t at) const;
  [[nodiscard]] bool ends_run(std::size_t at) const;
  [[nodiscard]] std::size_t next_other(std::size_t from) const;
  void drop_signs();
  std::span<const word_span> collect();

  const classifiers& by_bytes_;
  dictionary by_dictionary_;
  std::string_view stretch_;
  bool others_ = false;
  std::array<char, block_bytes> last_block_{};  // padded
  std::vector<block_classes> classes_;
  bool high_ = false;                  // not all is ASCII
  std::vector<std::uint64_t> pairs_;   // bytes of letters of two bytes
  std::vector<std::uint64_t> inside_;  // bytes of words
  std::vector<std::uint64_t> other_;   // first bytes of characters that the masks do not know
  word_bits bits_;
  std::vector<word_span> words_;
};

}  // namespace isogloss::text
