#include "text/word_cursor.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace isogloss::text {
namespace {

using enum word_class;

// What the characters below U+0800 are: of one or two bytes, and most of most texts. In a byte: it is core, it is a
// letter or a number, its class.
class short_characters {
 public:
  short_characters() {
    for (std::size_t c = 0; c < codes_.size(); ++c) {
      const word_property property = word_properties::of(static_cast<char32_t>(c));
      codes_[c] =
          static_cast<std::uint8_t>((is_core(property.kind) ? core_bit : 0U) | (property.content ? content_bit : 0U) |
                                    static_cast<unsigned>(property.kind));
    }
  }
  [[nodiscard]] unsigned operator[](unsigned c) const { return codes_[c]; }

  static constexpr unsigned core_bit = 0x80;
  static constexpr unsigned content_bit = 0x40;
  static constexpr unsigned class_bits = 0x3F;

 private:
  std::array<std::uint8_t, 0x800> codes_{};
};

const short_characters& known_characters() {
  static const short_characters known;
  return known;
}

}  // namespace

classified_character classify_longer_character(std::string_view text, std::size_t begin) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + begin);
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(4, text.size() - begin));
  std::int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, used, length, c);
  return {word_properties::of(static_cast<char32_t>(c)), begin + static_cast<std::size_t>(used)};
}

bool word_cursor::ends_word() const {
  const auto c = static_cast<unsigned char>(text_[end_]);
  if (c >= 0x80) return false;
  const word_class kind = word_properties::of(c).kind;
  return kind == other || kind == space || kind == newline;
}

void word_cursor::take() {
  const classified_character first = classify_character(text_, end_);
  kind_ = first.property.kind;
  content_ = first.property.content;
  end_ = first.end;
  if (kind_ != newline) take_marks(first.property.joiner);
}

void word_cursor::take_marks(bool joiner) {
  while (end_ < text_.size()) {
    const classified_character c = classify_character(text_, end_);
    if (c.property.kind != extend) {
      emoji_ = joiner && c.property.pictograph;
      return;
    }
    extended_ = true;
    joiner = c.property.joiner;
    content_ = content_ || c.property.content;
    end_ = c.end;
  }
}

// Past core characters of one or two bytes.
void word_cursor::skip_short_core() {
  const short_characters& known = known_characters();
  const auto* const begin = reinterpret_cast<const unsigned char*>(text_.data());
  const auto* const end = begin + text_.size();
  const auto* at = begin + end_;
  unsigned seen = 0;
  unsigned last = 0;
  while (at < end) {
    unsigned code = 0;
    std::ptrdiff_t length = 1;
    if (*at < 0x80) {
      code = known[*at];
    } else if (*at >= 0xC2 && *at < 0xE0 && at + 1 < end && (at[1] & 0xC0U) == 0x80U) {
      code = known[(*at & 0x1FU) << 6U | (at[1] & 0x3FU)];
      length = 2;
    }
    if ((code & short_characters::core_bit) == 0) break;
    seen |= code;
    last = code;
    at += length;
  }
  if (last == 0) return;
  kind_ = static_cast<word_class>(last & short_characters::class_bits);
  content_ = content_ || (seen & short_characters::content_bit) != 0;
  extended_ = false;
  end_ = static_cast<std::size_t>(at - begin);
}

void word_cursor::skip_core() {
  if (!is_core(kind_)) return;
  for (;;) {
    skip_short_core();
    if (at_end() || ends_word()) return;
    const classified_character c = classify_character(text_, end_);
    if (c.property.kind == extend) {
      take_marks(false);
      if (emoji_) return;
    } else if (is_core(c.property.kind)) {
      kind_ = c.property.kind;
      content_ = content_ || c.property.content;
      extended_ = false;
      end_ = c.end;
    } else {
      return;
    }
  }
}

}  // namespace isogloss::text
