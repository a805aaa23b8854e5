#include "isogloss/text/sentences.hpp"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>

namespace isogloss::text {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 22U;

std::unique_ptr<icu::BreakIterator> make_iterator(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language.empty() ? "en" : language, status);
  status = U_ZERO_ERROR;  // an unknown tag gives the root's rules
  std::unique_ptr<icu::BreakIterator> plain(icu::BreakIterator::createSentenceInstance(locale, status));
  const std::unique_ptr<icu::FilteredBreakIteratorBuilder> filter(
      icu::FilteredBreakIteratorBuilder::createInstance(locale, status));
  std::unique_ptr<icu::BreakIterator> result(filter->build(plain.release(), status));
  if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU sentences: {}", u_errorName(status)));
  return result;
}

// Building one takes longer than a short text; each thread keeps those it has built.
icu::BreakIterator& sentence_iterator(const std::string& language) {
  thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> built;
  auto& iterator = built[language];
  if (!iterator) iterator = make_iterator(language);
  return *iterator;
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// One line of text and its end, with the line feed.
struct line {
  std::string_view content;
  std::size_t next;
};

line line_at(std::string_view text, std::size_t begin) {
  const auto line_feed = text.find('\n', begin);
  if (line_feed == std::string_view::npos) return {text.substr(begin), text.size()};
  return {without_return(text.substr(begin, line_feed - begin)), line_feed + 1};
}

std::size_t n_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool ends_sentence(std::string_view content) {
  const auto last = content.find_last_not_of(" \t\"')]");
  return last != std::string_view::npos && std::string_view(".!?:;").find(content[last]) != std::string_view::npos;
}

// `text` with every single line feed as a space, of the same length, so that offsets stay.
std::string unwrapped(std::string_view text) {
  std::string result(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const line current = line_at(text, begin);
    if (current.next < text.size() && !is_blank(current.content) && !is_blank(line_at(text, current.next).content)) {
      std::fill(result.begin() + static_cast<std::ptrdiff_t>(begin + current.content.size()),
                result.begin() + static_cast<std::ptrdiff_t>(current.next), ' ');
    }
    begin = current.next;
  }
  return result;
}

// The end of a piece that ICU's 32-bit offsets can hold: after a line feed, which ends a sentence.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= piece_bytes) return text.size();
  const auto line_feed = text.find('\n', begin + piece_bytes);
  return line_feed == std::string_view::npos ? text.size() : line_feed + 1;
}

void append_starts(std::string_view piece, std::size_t offset, icu::BreakIterator& sentences,
                   std::vector<std::size_t>& starts) {
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, piece.data(), static_cast<std::int64_t>(piece.size()), &status);
  sentences.setText(&view, status);
  if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU sentences: {}", u_errorName(status)));
  sentences.first();
  std::int32_t start = 0;
  for (auto end = sentences.next(); end != icu::BreakIterator::DONE; end = sentences.next()) {
    starts.push_back(offset + static_cast<std::size_t>(start));
    start = end;
  }
  utext_close(&view);
}

}  // namespace

bool is_hard_wrapped(std::string_view text) {
  std::size_t followed = 0;
  std::size_t wrapped = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const line current = line_at(text, begin);
    if (current.next < text.size() && !is_blank(current.content) && !is_blank(line_at(text, current.next).content)) {
      const std::size_t length = n_characters(current.content);
      ++followed;
      if (length >= 30 && length <= 120 && !ends_sentence(current.content)) ++wrapped;
    }
    begin = current.next;
  }
  return followed > 0 && 2 * wrapped >= followed;
}

std::vector<std::size_t> sentence_starts(std::string_view text, const std::string& language) {
  std::string joined;
  if (is_hard_wrapped(text)) {
    joined = unwrapped(text);
    text = joined;
  }
  icu::BreakIterator& sentences = sentence_iterator(language);
  std::vector<std::size_t> starts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = piece_end(text, begin);
    append_starts(text.substr(begin, end - begin), begin, sentences, starts);
    begin = end;
  }
  return starts;
}

}  // namespace isogloss::text
