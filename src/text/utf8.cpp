#include "isogloss/text/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace isogloss::text {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

// The first byte at or after `i` that is not ASCII, many at a time.
std::size_t skip_ascii(std::string_view bytes, std::size_t i) {
  while (i + 64 <= bytes.size()) {
    std::array<std::uint64_t, 8> blocks;
    std::memcpy(blocks.data(), bytes.data() + i, 64);
    std::uint64_t any = 0;
    for (const std::uint64_t block : blocks) any |= block;
    if ((any & high_bits) != 0) break;
    i += 64;
  }
  while (i + 8 <= bytes.size()) {
    std::uint64_t block = 0;
    std::memcpy(&block, bytes.data() + i, 8);
    if ((block & high_bits) != 0) break;
    i += 8;
  }
  while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) ++i;
  return i;
}

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Past characters of two bytes and of three that their first byte and the form of the others make valid: all but those
// that begin with E0 or ED.
std::size_t skip_plain_characters(std::string_view bytes, std::size_t i) {
  for (; i + 3 <= bytes.size(); ++i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    if (first >= 0xC2 && first <= 0xDF && continues(bytes[i + 1])) {
      i += 1;
    } else if (first > 0xE0 && first <= 0xEF && first != 0xED && continues(bytes[i + 1]) && continues(bytes[i + 2])) {
      i += 2;
    } else {
      break;
    }
  }
  return i;
}

utf8_error error_at(std::string_view bytes, std::size_t offset) {
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return {offset, static_cast<std::size_t>(line), static_cast<unsigned char>(bytes[offset])};
}

}  // namespace

std::optional<utf8_error> find_invalid_utf8(std::string_view bytes) {
  for (std::size_t i = skip_ascii(bytes, 0); i < bytes.size(); i = skip_ascii(bytes, i)) {
    const std::size_t plain = skip_plain_characters(bytes, i);
    if (plain > i) {
      i = plain;
      continue;
    }
    // U8_NEXT wants a 32-bit index; a character has at most four bytes.
    const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data() + i);
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(4, bytes.size() - i));
    std::int32_t used = 0;
    UChar32 character = 0;
    U8_NEXT(start, used, length, character);
    if (character < 0) return error_at(bytes, i);
    i += static_cast<std::size_t>(used);
  }
  return std::nullopt;
}

std::size_t byte_order_mark_size(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

bool is_character_boundary(std::string_view text, std::size_t offset) {
  return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

character_content content_of(std::string_view text) {
  character_content content;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(4, text.size() - i));
    std::int32_t used = 0;
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(bytes + i, used, length, character);
    i += static_cast<std::size_t>(used);
    const std::uint32_t category = U_MASK(u_charType(character));
    content.letter = content.letter || (category & U_GC_L_MASK) != 0;
    content.number = content.number || (category & U_GC_N_MASK) != 0;
  }
  return content;
}

}  // namespace isogloss::text
