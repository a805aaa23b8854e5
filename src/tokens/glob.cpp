#include "isogloss/tokens/glob.hpp"

#include <cstddef>

namespace isogloss::tokens {
namespace {

std::size_t character_bytes(std::string_view word, std::size_t at) {
  std::size_t n = 1;
  while (at + n < word.size() && (static_cast<unsigned char>(word[at + n]) & 0xC0U) == 0x80U) ++n;
  return n;
}

}  // namespace

bool has_wildcard(std::string_view pattern) {
  return pattern.find_first_of("*?") != std::string_view::npos;
}

bool matches_glob(std::string_view pattern, std::string_view word) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t p = 0;
  std::size_t w = 0;
  std::size_t star = none;  // the last star seen, and the word's place it has swallowed up to
  std::size_t swallowed = 0;
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      swallowed = w;
    } else if (p < pattern.size() && pattern[p] == '?') {
      w += character_bytes(word, w);
      ++p;
    } else if (p < pattern.size() && pattern[p] == word[w]) {
      ++p;
      ++w;
    } else if (star != none) {
      p = star + 1;
      swallowed += character_bytes(word, swallowed);
      w = swallowed;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace isogloss::tokens
