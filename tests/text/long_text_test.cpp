#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string>
#include <vector>

#include "isogloss/text/sentences.hpp"
#include "isogloss/text/words.hpp"

namespace isogloss::text {
namespace {

// Some 9 MB, so that it goes to ICU in three pieces, with lines of several scripts and line ends.
std::string long_text() {
  const std::string lines[] = {"Die Straße war leer; don’t ask (why).\r\n", "東京は日本の首都です。\n", "\n",
                               "اَلْكِتَابُ جَدِيدٌ، نعم؟ 3.14 1,000\n",
                               "👩‍👩‍👧 e\u0301a\u0308 ภาษาไทย צה״ל\n\r\n"};
  std::string text;
  for (std::size_t i = 0; text.size() < 9000000; ++i) text += lines[(i * i + i / 7) % 5];
  return text;
}

// What ICU says of the text as a whole.
std::vector<std::size_t> whole_boundaries(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  words->setText(&view, status);
  std::vector<std::size_t> boundaries;
  for (auto at = words->first(); at != icu::BreakIterator::DONE; at = words->next()) {
    boundaries.push_back(static_cast<std::size_t>(at));
  }
  utext_close(&view);
  EXPECT_TRUE(U_SUCCESS(status));
  return boundaries;
}

TEST(LongText, HasTheBoundariesOfTheUndividedText) {
  const std::string text = long_text();
  std::vector<std::size_t> found;
  word_segmenter().for_each_boundary(text, [&](std::size_t at) { found.push_back(at); });
  EXPECT_TRUE(found == whole_boundaries(text));
}

TEST(LongText, HasWordsThatLieWithinTheirLines) {
  const std::string text = long_text();
  std::size_t last = 0;
  std::size_t n = 0;
  word_segmenter().for_each_word(text, [&](range r) {
    ASSERT_GE(r.begin, last);
    ASSERT_EQ(text.substr(r.begin, r.end - r.begin).find('\n'), std::string::npos);
    last = r.end;
    ++n;
  });
  EXPECT_GT(n, 500000U);
}

TEST(LongText, OfOneLineIsNotDivided) {
  std::string text;
  while (text.size() < (std::size_t{1} << 22U) + 100) text += "word ";
  std::size_t n = 0;
  word_segmenter().for_each_word(text, [&](range) { ++n; });
  EXPECT_EQ(n, text.size() / 5);
}

TEST(LongText, HasTheMatchesOfAPatternInEveryPiece) {
  const std::string text = long_text();
  std::size_t n = 0;
  word_segmenter("Straße").for_each_word(text,
                                         [&](range r) { n += text.compare(r.begin, 7, "Straße") == 0 ? 1U : 0U; });
  std::size_t expected = 0;
  for (auto at = text.find("Straße"); at != std::string::npos; at = text.find("Straße", at + 1)) ++expected;
  EXPECT_EQ(n, expected);
}

TEST(LongText, HasASentenceWhereverALineBegins) {
  std::string text;
  std::vector<std::size_t> expected;
  while (text.size() < 9000000) {
    expected.push_back(text.size());
    text += "One. \n";
  }
  EXPECT_TRUE(sentence_starts(text) == expected);
}

}  // namespace
}  // namespace isogloss::text
