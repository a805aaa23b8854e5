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

// The grapheme cluster around the place `at`; empty where one begins there or the text ends.
range cluster_around(std::string_view text, std::size_t at) {
  const auto is_plain = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) < 0x80 && text[i] != '\r'; };
  if (at == 0 || at >= text.size() || (is_plain(at - 1) && is_plain(at))) return {at, at};
  // Only the surroundings are looked at: clusters neither begin before a blank nor go on so long.
  constexpr std::size_t most_bytes = 4096;
  const auto blank_before = text.find_last_of(" \n", at - 1);
  std::size_t begin =
      std::max(blank_before == std::string_view::npos ? 0 : blank_before, at - std::min(at, most_bytes));
  std::size_t end = std::min({text.find_first_of(" \n", at), text.size() - 1, at + most_bytes}) + 1;
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
