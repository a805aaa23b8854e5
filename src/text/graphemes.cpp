#include "isogloss/text/graphemes.hpp"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <numeric>
#include <stdexcept>

#include "isogloss/text/utf8.hpp"

namespace isogloss::text {
namespace {

icu::BreakIterator& grapheme_iterator() {
  thread_local std::unique_ptr<icu::BreakIterator> iterator;
  if (!iterator) {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU graphemes: {}", u_errorName(status)));
  }
  return *iterator;
}

// Letters that nothing joins to each other: ASCII (a carriage return apart), and U+4000 to U+9FFF, in three bytes each.
bool is_plain(unsigned char first) {
  return (first < 0x80 && first != '\r') || (first >= 0xE4 && first <= 0xE9);
}

// Does a cluster begin at `at` for certain, whatever stands around it?
bool surely_begins(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const bool after_plain =
      byte(at - 1) < 0x80 ? is_plain(byte(at - 1)) : at >= 3 && is_plain(byte(at - 3)) && byte(at - 3) >= 0x80;
  return after_plain && is_plain(byte(at));
}

// The grapheme cluster around the place `at`; empty where one begins there or the text ends. Only the surroundings are
// looked at, up to where clusters surely begin.
range cluster_around(std::string_view text, std::size_t at) {
  if (surely_begins(text, at)) return {at, at};
  constexpr std::size_t most_bytes = 4096;
  std::size_t begin = at - 1;
  while (!surely_begins(text, begin) && at - begin < most_bytes) --begin;
  std::size_t end = at + 1;
  while (!surely_begins(text, end) && end - at < most_bytes) ++end;
  while (!is_character_boundary(text, begin)) ++begin;
  while (!is_character_boundary(text, end)) ++end;
  const auto starts = grapheme_starts(text.substr(begin, end - begin));
  const auto after = std::lower_bound(starts.begin(), starts.end(), at - begin);
  const std::size_t next = after == starts.end() ? end : begin + *after;
  return next == at ? range{at, at} : range{begin + *std::prev(after), next};
}

}  // namespace

std::vector<std::size_t> grapheme_starts(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; })) {
    std::vector<std::size_t> starts(text.size());
    std::iota(starts.begin(), starts.end(), std::size_t{0});
    return starts;
  }
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  icu::BreakIterator& iterator = grapheme_iterator();
  iterator.setText(&view, status);
  if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU graphemes: {}", u_errorName(status)));
  std::vector<std::size_t> starts;
  const auto end = static_cast<std::int32_t>(text.size());
  for (auto at = iterator.first(); at != icu::BreakIterator::DONE && at != end; at = iterator.next()) {
    starts.push_back(static_cast<std::size_t>(at));
  }
  utext_close(&view);
  return starts;
}

range whole_graphemes(std::string_view text, range bytes) {
  return {cluster_around(text, bytes.begin).begin, cluster_around(text, bytes.end).end};
}

}  // namespace isogloss::text
