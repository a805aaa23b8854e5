#include "tokens/word_pool.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace isogloss::tokens {
namespace {

constexpr std::size_t first_slots = 64;
constexpr std::size_t most_in_key = 8;

template <class Whole>
std::uint64_t load(const char* from) {
  Whole bytes = 0;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

std::uint64_t mixed(std::uint64_t h) {
  h *= 0x9E3779B97F4A7C15U;
  return h ^ h >> 32U;
}

// All bytes of up to eight, so that strings of one size and key are the same; a hash of more. Loads overlap where the
// size is no power of two.
std::uint64_t key_of(std::string_view text) {
  const char* const begin = text.data();
  const std::size_t n = text.size();
  if (n == 0) return 0;
  if (n < 4)
    return load<std::uint8_t>(begin) | load<std::uint8_t>(begin + n / 2) << 8U |
           load<std::uint8_t>(begin + n - 1) << 16U;
  if (n <= most_in_key) return load<std::uint32_t>(begin) | load<std::uint32_t>(begin + n - 4) << 32U;
  std::uint64_t h = n;
  for (std::size_t i = 0; i + 8 < n; i += 8) h = mixed(h ^ load<std::uint64_t>(begin + i));
  return mixed(h ^ load<std::uint64_t>(begin + n - 8));
}

std::size_t home(std::uint64_t key, std::size_t size, std::size_t n_slots) {
  return mixed(key + size) >> (64U - static_cast<unsigned>(std::countr_zero(n_slots)));
}

}  // namespace

std::uint32_t word_pool::add(std::string_view text) {
  if (2 * (strings_.size() + 1) > slots_.size()) grow();
  const std::uint64_t key = key_of(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  std::size_t i = home(key, text.size(), slots_.size());
  for (; slots_[i].next_number != 0; i = (i + 1) & (slots_.size() - 1)) {
    const slot& s = slots_[i];
    if (s.key != key || s.size != size) continue;
    if (text.size() <= most_in_key || strings_[s.next_number - 1] == text) return s.next_number - 1;
  }
  strings_.emplace_back(text);
  slots_[i] = {key, size, static_cast<std::uint32_t>(strings_.size())};
  return slots_[i].next_number - 1;
}

void word_pool::grow() {
  std::vector<slot> old(std::max(first_slots, 2 * slots_.size()));
  old.swap(slots_);
  for (const slot& s : old) {
    if (s.next_number != 0) place(s);
  }
}

void word_pool::place(const slot& s) {
  std::size_t i = home(s.key, s.size, slots_.size());
  while (slots_[i].next_number != 0) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = s;
}

}  // namespace isogloss::tokens
