// ICU's own word iterator and nothing else, to compare with: icu_words UTF-16|UTF-8 FILE...
// Each file is read whole; UTF-16 is made of it first, or the iterator reads the bytes as they are.
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <cstdio>
#include <exception>
#include <memory>
#include <string>

#include "isogloss/base/files.hpp"

namespace {

std::size_t count_boundaries(icu::BreakIterator& words) {
  std::size_t n = 0;
  for (auto at = words.first(); at != icu::BreakIterator::DONE; at = words.next()) ++n;
  return n;
}

std::size_t count_utf16(icu::BreakIterator& words, const std::string& text) {
  const auto units = icu::UnicodeString::fromUTF8(text);
  words.setText(units);
  return count_boundaries(words);
}

std::size_t count_utf8(icu::BreakIterator& words, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  words.setText(&view, status);
  const std::size_t n = U_SUCCESS(status) ? count_boundaries(words) : 0;
  utext_close(&view);
  return n;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string form = argc > 1 ? argv[1] : "";
  if (argc < 3 || (form != "UTF-16" && form != "UTF-8")) {
    std::fputs("Usage: icu_words UTF-16|UTF-8 FILE...\n", stderr);
    return 2;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    std::fprintf(stderr, "icu_words: %s\n", u_errorName(status));
    return 1;
  }
  std::size_t n = 0;
  for (int i = 2; i < argc; ++i) {
    const std::string text = isogloss::read_file(argv[i]);
    n += form == "UTF-8" ? count_utf8(*words, text) : count_utf16(*words, text);
  }
  std::printf("%zu boundaries\n", n);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "icu_words: %s\n", error.what());
  return 1;
}
