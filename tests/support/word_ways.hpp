#pragma once

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>
#include <string_view>
#include <vector>

#include "isogloss/text/words.hpp"
#include "text/word_scanner.hpp"

namespace isogloss::testing {

/// The words between ICU's boundaries: what the scanner is to find. ICU reads UTF-16 here, since on UTF-8 its
/// dictionaries answer otherwise behind bytes that are none; and with a new iterator, since an old one remembers what
/// no dictionary knew.
inline std::vector<text::range> words_of_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> root(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<icu::BreakIterator> icu(root->clone());
  const auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  icu->setText(units);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::vector<text::range> words;
  std::int32_t byte = 0;
  std::int32_t unit = 0;
  for (auto at = icu->first(); at != icu::BreakIterator::DONE; at = icu->next()) {
    const std::int32_t begin = byte;
    bool content = false;
    while (unit < at) {
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(bytes, byte, size, c);
      unit += U16_LENGTH(c);
      content = content || (U_MASK(u_charType(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
    }
    if (content) words.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(byte)});
  }
  return words;
}

inline std::vector<text::range> words_of_scanner(std::string_view text, const text::classifiers& how) {
  text::word_scanner scanner(how, [&](std::string_view piece, const auto& found) {
    for (const text::range word : words_of_icu(piece)) found(word);
  });
  std::vector<text::range> words;
  for (std::size_t begin = 0; begin < text.size(); begin += scanner.stretch_size()) {
    for (const text::word_span word : scanner.scan(text, begin))
      words.push_back({begin + word.begin, begin + word.end});
  }
  return words;
}

inline std::vector<text::range> words_of_segmenter(std::string_view text) {
  text::word_segmenter segmenter;
  std::vector<text::range> words;
  segmenter.for_each_word(text, [&](text::range word) { words.push_back(word); });
  return words;
}

}  // namespace isogloss::testing
