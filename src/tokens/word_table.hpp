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

namespace isogloss::tokens {

/// Counts of words of at most 8 * Parts bytes, which stand in the table itself: most words cost one access to memory.
/// Keys are padded with zero bytes, so that no word may end with one.
template <std::size_t Parts>
class short_words {
 public:
  using key = std::array<std::uint64_t, Parts>;

  short_words() : slots_(first_slots), touched_(most_touched()) {}

  static std::uint64_t hash(const key& word) {
    // The highest bits of a product hang on all bits of its factors, and they are the ones that place a word.
    constexpr std::array<std::uint64_t, 4> factors = {0x9E3779B97F4A7C15U, 0xD6E8FEB86659FD93U, 0xA0761D6478BD642FU,
                                                      0xE7037ED1A0B428DBU};
    std::uint64_t h = 0;
    for (std::size_t i = 0; i < Parts; ++i) h += word[i] * factors[i];
    return h;
  }

  /// Asks for the place of a word ahead of add(), which then need not wait for memory.
  void expect(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash >> shift_]); }

  /// @param next  the number that the next new word gets
  void add(std::span<const key> words, const std::uint64_t* hashes, std::uint32_t& next) {
    for (std::size_t i = 0; i < words.size();) i = add_until_full(words, hashes, i, next);
  }

  [[nodiscard]] std::size_t n_touched() const { return n_touched_; }

  /// Calls counted(number, count) for the words since the last call, and begins anew.
  template <class Function>
  void take(const Function& counted) {
    for (std::size_t i = 0; i < n_touched_; ++i) {
      slot& s = slots_[touched_[i]];
      counted(s.number, s.count);
      s.count = 0;
    }
    n_touched_ = 0;
  }

  template <class Function>
  void for_each(const Function& function) const {
    for (const slot& s : slots_) {
      if (!is_empty(s)) function(s.word, s.number);
    }
  }

 private:
  struct slot {
    key word{};
    std::uint32_t count = 0;
    std::uint32_t number = 0;
  };

  static constexpr std::size_t first_slots = std::size_t{1} << 13U;
  // Of words that came early many are frequent. They get their own places when a table grows.
  static constexpr std::uint32_t early = 1U << 12U;

  static bool is_empty(const slot& s) {
    if constexpr (Parts == 1) return s.word[0] == 0;
    return equal(s.word, key{});
  }

  // Without the call to memcmp that == of arrays makes.
  static bool equal(const key& a, const key& b) {
    std::uint64_t differing = 0;
    for (std::size_t i = 0; i < Parts; ++i) differing |= a[i] ^ b[i];
    return differing == 0;
  }

  // One more than there are words: add() writes there, and then sees whether it counts.
  [[nodiscard]] std::size_t most_touched() const { return slots_.size() / 2 + 2; }

  // From word `i` on, until there is none or the table has to grow. Has its members in variables of its own: the
  // compiler would read them again for every word.
  std::size_t add_until_full(std::span<const key> words, const std::uint64_t* hashes, std::size_t i,
                             std::uint32_t& next) {
    slot* const slots = slots_.data();
    const std::size_t last = slots_.size() - 1;
    const unsigned shift = shift_;
    std::uint32_t* touched = touched_.data() + n_touched_;
    bool full = false;
    for (; i < words.size() && !full; ++i) {
      const key word = words[i];
      std::size_t at = hashes[i] >> shift;
      while (!equal(slots[at].word, word)) {
        if (is_empty(slots[at])) {
          slots[at].word = word;
          slots[at].number = next++;
          full = 2 * ++size_ > last;
          break;
        }
        at = (at + 1) & last;
      }
      // One word in eight is its document's first: too many to guess at, too few to guess wrong for free.
      *touched = static_cast<std::uint32_t>(at);
      touched += slots[at].count == 0 ? 1 : 0;
      ++slots[at].count;
    }
    n_touched_ = static_cast<std::size_t>(touched - touched_.data());
    if (full) grow();
    return i;
  }

  void grow() {
    std::vector<slot> old(2 * slots_.size());
    old.swap(slots_);
    --shift_;
    touched_.resize(most_touched());
    n_touched_ = 0;
    for (const slot& s : old) {
      if (!is_empty(s) && s.number < early) place(s);
    }
    for (const slot& s : old) {
      if (!is_empty(s) && s.number >= early) place(s);
    }
  }

  void place(const slot& s) {
    std::size_t i = hash(s.word) >> shift_;
    while (!is_empty(slots_[i])) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = s;
    if (s.count > 0) touched_[n_touched_++] = static_cast<std::uint32_t>(i);
  }

  std::vector<slot> slots_;
  std::vector<std::uint32_t> touched_;
  std::size_t n_touched_ = 0;
  std::size_t size_ = 0;
  unsigned shift_ = 64 - 13;
};

/// Counts words, each distinct one numbered in the order it first came. One thread's. No more than 2^32 - 1 words may
/// be added between two calls of take().
class word_table {
 public:
  /// How many bytes behind a word may be read: the text that holds it has as many more.
  static constexpr std::size_t padding = 32;

  /// @param text   with `padding` more bytes behind it that can be read
  /// @param words  not empty, none with a zero byte
  void add(const char* text, std::span<const text::word_span> words) {
    for (; words.size() > at_a_time; words = words.subspan(at_a_time)) add_some(text, words.first(at_a_time));
    add_some(text, words);
  }

  /// Any word but an empty one.
  void add(std::string_view word);

  /// Calls counted(number, count) for each word since the last call, in no order, and begins anew.
  template <class Function>
  void take(const Function& counted) {
    tiny_.take(counted);
    short_.take(counted);
    medium_.take(counted);
    for (entry* const e : touched_) {
      counted(e->number, e->count);
      e->count = 0;
    }
    touched_.clear();
  }

  /// How many words take() has to hand over.
  [[nodiscard]] std::size_t n_touched() const {
    return tiny_.n_touched() + short_.n_touched() + medium_.n_touched() + touched_.size();
  }

  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// The words, by number.
  [[nodiscard]] std::vector<std::string> words() const;

 private:
  struct entry {
    std::uint32_t number;
    std::uint32_t count;
  };
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  // Memory answers for all of them at once.
  static constexpr std::size_t at_a_time = 32;

  // The first `size` bytes of eight, in the machine's order. @param size  1 to 8; other sizes give anything
  static std::uint64_t first_bytes(const char* from, std::size_t size) {
    static constexpr std::array<std::uint64_t, 16> kept = [] {
      std::array<std::uint64_t, 16> masks{};
      for (unsigned bytes = 1; bytes <= 8; ++bytes) {
        const unsigned unused = 64 - 8 * bytes;
        const std::uint64_t all = ~std::uint64_t{0};
        masks[bytes] = std::endian::native == std::endian::little ? all >> unused : all << unused;
      }
      return masks;
    }();
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, 8);
    return bytes & kept[size % kept.size()];
  }

  // Nine words in ten are tiny: the others are put aside, without a branch.
  void add_some(const char* text, std::span<const text::word_span> words) {
    std::array<short_words<1>::key, at_a_time + 1> keys;
    std::array<std::uint64_t, at_a_time + 1> hashes;
    std::array<text::word_span, at_a_time + 1> longer;
    std::size_t n = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const text::word_span w = words[i];
      const std::size_t size = w.end - w.begin;
      keys[n][0] = first_bytes(text + w.begin, size);
      hashes[n] = short_words<1>::hash(keys[n]);
      tiny_.expect(hashes[n]);
      longer[i - n] = w;
      n += (size - 9) >> (8 * sizeof size - 1);  // 1 up to eight bytes
    }
    tiny_.add({keys.data(), n}, hashes.data(), size_);
    if (n < words.size()) add_longer(text, {longer.data(), words.size() - n});
  }

  // Words of more than eight bytes.
  void add_longer(const char* text, std::span<const text::word_span> words) {
    std::array<short_words<2>::key, at_a_time + 1> keys;
    std::array<std::uint64_t, at_a_time + 1> hashes;
    std::size_t n = 0;
    for (const auto w : words) {
      const char* const word = text + w.begin;
      const std::size_t size = w.end - w.begin;
      if (size > 16) {
        add_still_longer({word, size});
        continue;
      }
      keys[n] = {first_bytes(word, 8), first_bytes(word + 8, size - 8)};
      hashes[n] = short_words<2>::hash(keys[n]);
      short_.expect(hashes[n++]);
    }
    short_.add({keys.data(), n}, hashes.data(), size_);
  }
  void add_still_longer(std::string_view word);
  void add_long(std::string_view word);

  short_words<1> tiny_;
  short_words<2> short_;
  short_words<4> medium_;
  std::unordered_map<std::string, entry, hash, std::equal_to<>> long_;
  std::vector<entry*> touched_;
  std::uint32_t size_ = 0;
};

}  // namespace isogloss::tokens
