#include "text/word_properties.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>
#include <mutex>
#include <vector>

namespace isogloss::text {
namespace {

bool is_left_to_icu(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  const auto word_break = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT || script == USCRIPT_HAN ||
         script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || word_break == U_WB_KATAKANA ||
         word_break == U_WB_REGIONAL_INDICATOR;
}

word_class class_of(UChar32 c) {
  if (is_left_to_icu(c)) return word_class::left_to_icu;
  if (c >= 0xAC00 && c <= 0xD7A3) return word_class::hangul;
  if (c == '@') return word_class::letter;
  if (c == ':' || c == 0xFE55 || c == 0xFF1A) return word_class::other;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
      return word_class::newline;
    case U_WB_WSEGSPACE:
      return word_class::space;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
      return word_class::extend;
    case U_WB_ALETTER:
      return word_class::letter;
    case U_WB_HEBREW_LETTER:
      return word_class::hebrew;
    case U_WB_NUMERIC:
      return word_class::number;
    case U_WB_EXTENDNUMLET:
      return word_class::underscore;
    case U_WB_MIDLETTER:
      return word_class::letter_mid;
    case U_WB_MIDNUM:
      return word_class::number_mid;
    case U_WB_MIDNUMLET:
      return word_class::either_mid;
    case U_WB_SINGLE_QUOTE:
      return word_class::single_quote;
    case U_WB_DOUBLE_QUOTE:
      return word_class::double_quote;
    default:
      return word_class::other;
  }
}

word_property property_of(UChar32 c) {
  word_property result;
  result.kind = class_of(c);
  result.content = (U_MASK(u_charType(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
  result.joiner = c == 0x200D;
  result.pictograph = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  return result;
}

}  // namespace

std::array<std::atomic<const word_properties::page*>, word_properties::n_pages> word_properties::pages{};

const word_properties::page& word_properties::make_page(std::size_t number) {
  static std::mutex making;
  static std::vector<std::unique_ptr<const page>> made;
  const std::lock_guard lock(making);
  if (const page* there = pages[number].load(std::memory_order_relaxed); there != nullptr) return *there;
  auto fresh = std::make_unique<page>();
  for (std::size_t i = 0; i < fresh->size(); ++i) (*fresh)[i] = property_of(static_cast<UChar32>(number << 8U | i));
  made.push_back(std::move(fresh));
  pages[number].store(made.back().get(), std::memory_order_release);
  return *made.back();
}

}  // namespace isogloss::text
