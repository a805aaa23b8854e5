#include "isogloss/text/words.hpp"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <stdexcept>

#include "isogloss/base/errors.hpp"
#include "isogloss/text/utf8.hpp"
#include "text/composed_text.hpp"
#include "text/word_rules.hpp"
#include "text/word_scanner.hpp"

namespace isogloss::text {
namespace {

// ICU counts in 32 bits. No word crosses a line feed (rules WB3a and WB3b), so longer text goes to it in pieces cut
// there.
constexpr std::size_t piece_bytes = std::size_t{1} << 22U;
constexpr std::size_t largest_piece = std::size_t{1} << 30U;

void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU {}: {}", what, u_errorName(status)));
}

[[noreturn]] void too_long(std::size_t bytes, std::size_t begin) {
  throw data_error("text", fmt::format("has a line of {} bytes (from byte {})", bytes, begin),
                   "Lines may have up to 1 GiB; break it.");
}

template <class Function>
void for_each_piece(std::string_view text, const Function& function) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.size();
    if (end - begin > piece_bytes) {
      const auto line_feed = text.find('\n', begin + piece_bytes);
      end = line_feed == std::string_view::npos ? text.size() : line_feed + 1;
    }
    if (end - begin > largest_piece) too_long(end - begin, begin);
    function(begin, text.substr(begin, end - begin));
    begin = end;
  }
}

struct utf8_view {
  UText value = UTEXT_INITIALIZER;
  explicit utf8_view(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&value, text.data(), static_cast<std::int64_t>(text.size()), &status);
    require(status, "text");
  }
  utf8_view(const utf8_view&) = delete;
  utf8_view& operator=(const utf8_view&) = delete;
  ~utf8_view() { utext_close(&value); }
};

std::unique_ptr<icu::RegexPattern> compile(const std::string& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  std::unique_ptr<icu::RegexPattern> result(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern), 0, where, status));
  if (U_FAILURE(status)) {
    throw data_error("--token-pattern",
                     fmt::format("\"{}\" is not a regular expression ({} at character {})", pattern,
                                 u_errorName(status), where.offset),
                     "It is an ICU regular expression; letters are \\p{L}.");
  }
  return result;
}

// A valid character of U+1000 to U+CFFF: most of the scripts that take a dictionary.
bool is_of_three_bytes(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return at + 3 <= text.size() && byte(0) >= 0xE1 && byte(0) <= 0xEC && (byte(1) & 0xC0U) == 0x80U &&
         (byte(2) & 0xC0U) == 0x80U;
}

}  // namespace

struct word_segmenter::state {
  std::unique_ptr<icu::BreakIterator> boundaries;
  std::unique_ptr<icu::RegexPattern> pattern;
  std::unique_ptr<icu::RegexMatcher> matcher;
  word_scanner scanner{all_classifiers().front(),
                       [this](std::string_view piece, const auto& found) { words_of(piece, found); }};

  template <class Function>
  void boundaries_of(std::string_view piece, const Function& found) {
    utf8_view view(piece);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> fresh(boundaries->clone());
    fresh->setText(&view.value, status);
    require(status, "word boundaries");
    for (auto at = fresh->first(); at != icu::BreakIterator::DONE; at = fresh->next()) {
      found(static_cast<std::size_t>(at));
    }
  }

  // By way of UTF-16, in which ICU is half as fast again, and with an iterator of its own each time: one that has met
  // characters that no dictionary knows cuts their neighbours otherwise from then on.
  template <class Function>
  void words_of(std::string_view piece, const Function& found) {
    if (piece.size() > largest_piece) too_long(piece.size(), 0);
    const auto units = icu::UnicodeString::fromUTF8({piece.data(), static_cast<std::int32_t>(piece.size())});
    const std::unique_ptr<icu::BreakIterator> fresh(boundaries->clone());
    fresh->setText(units);
    std::size_t byte = 0;
    std::int32_t unit = 0;
    for (auto at = fresh->first(); at != icu::BreakIterator::DONE; at = fresh->next()) {
      const std::size_t begin = byte;
      bool content = false;
      while (unit < at) {
        if (content && is_of_three_bytes(piece, byte)) {  // what else it is makes no difference
          unit += 1;
          byte += 3;
          continue;
        }
        const classified_character c = classify_character(piece, byte);
        content = content || c.property.content;
        unit += c.end - byte == 4 ? 2 : 1;
        byte = c.end;
      }
      if (content) found({begin, byte});
    }
  }

  template <class Function>
  void matches_of(std::string_view piece, const Function& found) {
    composed_text nfc(piece);
    utf8_view view(nfc.text());
    UErrorCode status = U_ZERO_ERROR;
    matcher->reset(&view.value);
    while (matcher->find(status) && U_SUCCESS(status)) {
      const auto begin = static_cast<std::size_t>(matcher->start64(status));
      found(nfc.original({begin, static_cast<std::size_t>(matcher->end64(status))}));
    }
    require(status, "regular expression");
  }
};

word_segmenter::word_segmenter() : state_(std::make_unique<state>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->boundaries.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  require(status, "word boundaries");
}

word_segmenter::word_segmenter(const std::string& pattern) : word_segmenter() {
  if (pattern.empty()) return;
  state_->pattern = compile(pattern);
  UErrorCode status = U_ZERO_ERROR;
  state_->matcher.reset(state_->pattern->matcher(status));
  require(status, "regular expression");
  const icu::UnicodeString nothing;
  state_->matcher->reset(nothing);
  if (state_->matcher->matches(status)) {
    throw data_error("--token-pattern", fmt::format("\"{}\" matches the empty string", pattern),
                     "Every match is a token; use + instead of *.");
  }
}

word_segmenter::word_segmenter(word_segmenter&&) noexcept = default;
word_segmenter& word_segmenter::operator=(word_segmenter&&) noexcept = default;
word_segmenter::~word_segmenter() = default;

void word_segmenter::for_each_word(std::string_view text, const std::function<void(range)>& found) {
  if (state_->matcher) {
    for_each_piece(text, [&](std::size_t offset, std::string_view piece) {
      state_->matches_of(piece, [&](range word) {
        if (word.end > word.begin) found({offset + word.begin, offset + word.end});
      });
    });
    return;
  }
  for_each_batch(text, [&](std::size_t offset, std::span<const word_span> words) {
    for (const word_span word : words) found({offset + word.begin, offset + word.end});
  });
}

void word_segmenter::for_each_batch(std::string_view text, const word_batch& found) {
  if (state_->matcher) {
    for_each_word(text, [&](range word) {
      if (word.end - word.begin > largest_piece) too_long(word.end - word.begin, word.begin);
      const word_span alone{0, static_cast<std::uint32_t>(word.end - word.begin)};
      found(word.begin, {&alone, 1});
    });
    return;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    found(begin, state_->scanner.scan(text, begin));
    begin += state_->scanner.stretch_size();
  }
}

void word_segmenter::for_each_boundary(std::string_view text, const std::function<void(std::size_t)>& found) {
  if (text.empty()) return;
  found(0);
  for_each_piece(text, [&](std::size_t offset, std::string_view piece) {
    state_->boundaries_of(piece, [&](std::size_t at) {
      if (at > 0) found(offset + at);
    });
  });
}

}  // namespace isogloss::text
