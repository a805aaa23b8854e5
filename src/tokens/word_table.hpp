#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "isogloss/text/words.hpp"
#include "isogloss/tokens/word_counts.hpp"

namespace isogloss::tokens {

/// A count above what word_count holds stands in several.
inline void append(std::vector<word_count>& counts, std::uint32_t word, std::uint64_t count) {
  constexpr std::uint64_t most = ~std::uint32_t{0};
  for (; count > most; count -= most) counts.push_back({word, static_cast<std::uint32_t>(most)});
  counts.push_back({word, static_cast<std::uint32_t>(count)});
}

/// Counts of words of at most 8 * Parts bytes, which stand in the table itself: most words cost one access to memory.
/// Keys are padded with zero bytes, so that no word may begin or end with one.
template <std::size_t Parts>
class short_words {
 public:
  using key = std::array<std::uint64_t, Parts>;

  short_words() : slots_(first_slots) {}

  static std::uint64_t hash(const key& word) {
    // The highest bits of a product hang on all bits of its factors, and they are the ones that place a word.
    constexpr std::array<std::uint64_t, 4> factors = {0x9E3779B97F4A7C15U, 0xD6E8FEB86659FD93U, 0xA0761D6478BD642FU,
                                                      0xE7037ED1A0B428DBU};
    std::uint64_t h = 0;
    for (std::size_t i = 0; i < Parts; ++i) h += (word[i] ^ word[i] >> 29U) * factors[i];
    return h;
  }

  /// Asks for the place of a word ahead of add(), which then need not wait for memory.
  void expect(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash >> shift_]); }

  /// @param next  the number that a new word gets
  /// @return  was it new?
  bool add(const key& word, std::uint64_t hash, std::uint32_t next) {
    for (std::size_t i = hash >> shift_;; i = (i + 1) & (slots_.size() - 1)) {
      slot& s = slots_[i];
      if (equal(s.word, word)) {
        if (s.count++ == 0) touched_.push_back(static_cast<std::uint32_t>(i));
        return false;
      }
      if (s.word[0] == 0) {
        s = {word, 1, next};
        touched_.push_back(static_cast<std::uint32_t>(i));
        if (2 * ++size_ > slots_.size()) grow();
        return true;
      }
    }
  }

  [[nodiscard]] std::size_t n_touched() const { return touched_.size(); }

  /// Hands over the counts since the last call, and begins anew.
  void take(std::vector<word_count>& counts) {
    for (const std::uint32_t i : touched_) {
      append(counts, slots_[i].number, slots_[i].count);
      slots_[i].count = 0;
    }
    touched_.clear();
  }

  template <class Function>
  void for_each(const Function& function) const {
    for (const slot& s : slots_) {
      if (s.word[0] != 0) function(s.word, s.number);
    }
  }

 private:
  struct slot {
    key word{};
    std::uint64_t count = 0;
    std::uint32_t number = 0;
  };

  static constexpr std::size_t first_slots = std::size_t{1} << 14U;

  // Without the call to memcmp that == of arrays makes.
  static bool equal(const key& a, const key& b) {
    std::uint64_t differing = 0;
    for (std::size_t i = 0; i < Parts; ++i) differing |= a[i] ^ b[i];
    return differing == 0;
  }

  void grow() {
    std::vector<slot> old(2 * slots_.size());
    old.swap(slots_);
    --shift_;
    touched_.clear();
    for (const slot& s : old) {
      if (s.word[0] == 0) continue;
      std::size_t i = hash(s.word) >> shift_;
      while (slots_[i].word[0] != 0) i = (i + 1) & (slots_.size() - 1);
      slots_[i] = s;
      if (s.count > 0) touched_.push_back(static_cast<std::uint32_t>(i));
    }
  }

  std::vector<slot> slots_;
  std::vector<std::uint32_t> touched_;
  std::size_t size_ = 0;
  unsigned shift_ = 64 - 14;
};

/// Counts words, each distinct one numbered in the order it first came. One thread's.
class word_table {
 public:
  /// How many bytes behind a word may be read: the text that holds it has as many more.
  static constexpr std::size_t padding = 32;

  /// @param text   with `padding` more bytes behind it that can be read
  /// @param words  not empty
  void add(const char* text, std::span<const text::word_span> words) {
    for (; words.size() > at_a_time; words = words.subspan(at_a_time)) add_some(text, words.first(at_a_time));
    add_some(text, words);
  }

  /// Hands over the counts since the last call, in no order, and begins anew.
  void take(std::vector<word_count>& counts);

  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// The words, by number.
  [[nodiscard]] std::vector<std::string> words() const;

 private:
  struct counted {
    std::uint32_t number;
    std::uint64_t count;
  };
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  // The lowest bytes of eight, in the machine's order.
  static constexpr std::array<std::uint64_t, 9> kept = [] {
    std::array<std::uint64_t, 9> masks{};
    for (unsigned bytes = 1; bytes < 8; ++bytes) {
      const std::uint64_t low = (std::uint64_t{1} << 8 * bytes) - 1;
      masks[bytes] = std::endian::native == std::endian::little ? low : ~(~std::uint64_t{0} >> 8 * bytes);
    }
    masks[8] = ~std::uint64_t{0};
    return masks;
  }();

  // Memory answers for all of them at once.
  static constexpr std::size_t at_a_time = 16;

  void add_some(const char* text, std::span<const text::word_span> words) {
    std::array<short_words<2>::key, at_a_time> keys;
    std::array<std::uint64_t, at_a_time> hashes;
    std::size_t n = 0;
    for (const auto w : words) {
      const char* const word = text + w.begin;
      const std::size_t size = w.end - w.begin;
      if (size > 16 || *word == '\0') {
        add_longer({word, size});
        continue;
      }
      auto& key = keys[n];
      std::memcpy(key.data(), word, 16);
      const std::size_t first = size < 8 ? size : 8;
      key[0] &= kept[first];
      key[1] &= kept[size - first];
      hashes[n] = short_words<2>::hash(key);
      short_.expect(hashes[n++]);
    }
    for (std::size_t i = 0; i < n; ++i) size_ += short_.add(keys[i], hashes[i], size_) ? 1U : 0U;
  }

  void add_longer(std::string_view word);

  short_words<2> short_;
  short_words<4> medium_;
  std::unordered_map<std::string, counted, hash, std::equal_to<>> long_;
  std::vector<counted*> touched_;
  std::uint32_t size_ = 0;
};

}  // namespace isogloss::tokens
