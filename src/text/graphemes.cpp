#include "isogloss/text/graphemes.hpp"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <stdexcept>

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

}  // namespace isogloss::text
