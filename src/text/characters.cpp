#include "isogloss/text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace isogloss::text {
namespace {

bool has_category(char32_t c, std::uint32_t mask) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & mask) != 0;
}

}  // namespace

character character_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {0, offset, offset};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t end = offset;
  UChar32 code = 0;
  U8_NEXT_UNSAFE(bytes, end, code);
  return {static_cast<char32_t>(code), offset, end};
}

character character_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return {};
  std::size_t begin = offset - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return character_at(text, begin);
}

bool is_letter(char32_t c) {
  return has_category(c, U_GC_L_MASK | U_GC_M_MASK);
}
bool is_number(char32_t c) {
  return has_category(c, U_GC_N_MASK);
}
bool is_uppercase(char32_t c) {
  return has_category(c, U_GC_LU_MASK | U_GC_LT_MASK);
}
bool is_lowercase(char32_t c) {
  return has_category(c, U_GC_LL_MASK);
}
bool is_space(char32_t c) {
  return c != 0 && (u_isUWhiteSpace(static_cast<UChar32>(c)) || has_category(c, U_GC_CF_MASK));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const character first = character_at(text, 0);
    if (!is_space(first.code)) break;
    text.remove_prefix(first.end);
  }
  while (!text.empty()) {
    const character last = character_before(text, text.size());
    if (!is_space(last.code)) break;
    text.remove_suffix(text.size() - last.begin);
  }
  return text;
}

}  // namespace isogloss::text
