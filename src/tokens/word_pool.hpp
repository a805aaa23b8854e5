#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace isogloss::tokens {

/// Distinct strings, numbered in the order they first came: a string_pool for running words, most of which are short
/// and were there before.
class word_pool {
 public:
  word_pool() = default;
  word_pool(word_pool&&) = default;
  word_pool& operator=(word_pool&&) = default;
  word_pool(const word_pool&) = delete;  // large, and nobody needs two
  word_pool& operator=(const word_pool&) = delete;
  ~word_pool() = default;

  /// The number of `text`, given now if it is new.
  std::uint32_t add(std::string_view text);

  [[nodiscard]] const std::string& operator[](std::size_t number) const { return strings_[number]; }
  [[nodiscard]] std::size_t size() const { return strings_.size(); }

 private:
  // A string of up to eight bytes is its key and its size; a longer one is looked at where it stands.
  struct slot {
    std::uint64_t key = 0;
    std::uint32_t size = 0;
    std::uint32_t next_number = 0;  // one more than the string's; 0: nobody's
  };
  void grow();
  void place(const slot& s);

  std::deque<std::string> strings_;  // a deque's strings stay where they are
  std::vector<slot> slots_;          // a power of two
};

}  // namespace isogloss::tokens
