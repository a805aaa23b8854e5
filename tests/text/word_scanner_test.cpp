#include "text/word_scanner.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "isogloss/base/philox.hpp"
#include "support/word_ways.hpp"

namespace isogloss::text {
namespace {

namespace fs = std::filesystem;
using testing::words_of_icu;
using testing::words_of_scanner;
using testing::words_of_segmenter;

std::string shown(std::string_view text, const std::vector<range>& words) {
  std::string result;
  for (const range word : words) result += "[" + std::string(text.substr(word.begin, word.end - word.begin)) + "]";
  return result;
}

// Compares the words of ICU with those of every set of instructions, and of the segmenter that chooses among them;
// tells the first that differ.
void expect_as_icu(std::string_view text, const std::string& what) {
  const auto expected = words_of_icu(text);
  auto ways = all_classifiers();
  ways.push_back({"segmenter", nullptr, nullptr, nullptr});
  for (const auto& how : ways) {
    const auto found = how.blocks == nullptr ? words_of_segmenter(text) : words_of_scanner(text, how);
    if (found == expected) continue;
    const auto differ = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
    const std::size_t at = differ.first == expected.end() ? differ.second->begin : differ.first->begin;
    const std::size_t from = at < 40 ? 0 : at - 40;
    std::string bytes;
    for (const char c : text.substr(from, 80)) {
      constexpr const char* digits = "0123456789ABCDEF";
      bytes += digits[static_cast<unsigned char>(c) >> 4U];
      bytes += digits[static_cast<unsigned char>(c) & 15U];
      bytes += ' ';
    }
    FAIL() << what << ", " << how.instructions << ": differs at byte " << at << " of " << bytes << "\n"
           << shown(text.substr(from, 80), words_of_icu(text.substr(from, 80)));
  }
}

TEST(WordScanner, JoinsWhatUax29Joins) {
  for (const char* text : {"",
                           " ",
                           "a",
                           "don't",
                           "don\u2019t",
                           "'tis",
                           "rock 'n' roll",
                           "3.14",
                           "1,000;2",
                           "a.b.c.",
                           "U.S.A.",
                           "3'5",
                           "a1b2",
                           "_",
                           "__",
                           "_a_",
                           "a_b",
                           "a:b",
                           "1:2",
                           "a,b",
                           "1.a",
                           "a.1",
                           "x''y",
                           "e.g., 5",
                           "l\u2019\u00e9t\u00e9",
                           "\u2018quoted\u2019",
                           "well\u2014then",
                           "\u00bd cup",
                           "x\u00b2",
                           "a\u00adb",
                           "\u200b",
                           "caf\u00e9's"})
    expect_as_icu(text, text);
}

TEST(WordScanner, JoinsAcrossTheEdgesOfBlocks) {
  for (std::size_t shift = 0; shift < 140; ++shift) {
    for (const char* word : {"don't", "don\u2019t", "3.14", "\u00e9t\u00e9", "a\u2014b", "\u4e2d\u6587"}) {
      expect_as_icu(std::string(shift, 'x') + " " + word + " end", word);
      expect_as_icu(std::string(shift, ' ') + word, word);
      expect_as_icu(std::string(shift, 'x') + word, word);
    }
  }
}

TEST(WordScanner, LongStretchesWithoutASpaceAreOneWord) {
  expect_as_icu(std::string(100000, 'a'), "letters");
  expect_as_icu(std::string(100000, '_'), "underscores");
  std::string numbers;
  for (int i = 0; i < 20000; ++i) numbers += "1,";
  expect_as_icu(numbers, "numbers");
  std::string accents;
  for (int i = 0; i < 20000; ++i) accents += "e\u0301";
  expect_as_icu(accents, "accents");
}

// Characters of every class of the rules, of many scripts, with and without spaces between.
TEST(WordScanner, RandomMixturesAreCutAsIcuCutsThem) {
  const std::vector<std::string> parts = {"a",
                                          "B",
                                          "z",
                                          "0",
                                          "7",
                                          "_",
                                          "'",
                                          "\"",
                                          ".",
                                          ",",
                                          ";",
                                          ":",
                                          " ",
                                          "  ",
                                          "\n",
                                          "\r\n",
                                          "\t",
                                          "-",
                                          "/",
                                          "@",
                                          "!",
                                          "\u2019",
                                          "\u2018",
                                          "\u201c",
                                          "\u201d",
                                          "\u2013",
                                          "\u2014",
                                          "\u2026",
                                          "\u2024",
                                          "\u2027",
                                          "\u202f",
                                          "\u203f",
                                          "\u2044",
                                          "\u2028",
                                          "\u0085",
                                          "\u00a0",
                                          "\u00ad",
                                          "\u00b7",
                                          "\u00bd",
                                          "\u00aa",
                                          "\u00e9",
                                          "\u00df",
                                          "\u0130",
                                          "e\u0301",
                                          "\u0301",
                                          "\u200d",
                                          "\u200c",
                                          "\u200b",
                                          "\ufeff",
                                          "\u2060",
                                          "\u0416",
                                          "\u0436\u0438",
                                          "\u03b1\u03c9",
                                          "\u0387",
                                          "\u05d0",
                                          "\u05d0\u05d1",
                                          "\u05f4",
                                          "\u0627\u0644",
                                          "\u064b",
                                          "\u0661\u0662",
                                          "\u066b",
                                          "\u0915\u093f",
                                          "\u0e01\u0e32\u0e23",
                                          "\u0e17\u0e35\u0e48",
                                          "\u0ea5\u0eb2\u0ea7",
                                          "\u1780\u17b6",
                                          "\u1019\u103c",
                                          "\u4e2d",
                                          "\u6587\u5b57",
                                          "\u3042\u308a",
                                          "\u30ab\u30bf",
                                          "\u30fc",
                                          "\uff76\uff9e",
                                          "\uff9e",
                                          "\uac00",
                                          "\ud55c\uae00",
                                          "\u1100\u1161",
                                          "\uff21",
                                          "\uff11",
                                          "\uff0e",
                                          "\uff3f",
                                          "\u24c2",
                                          "\u2139",
                                          "\u2764",
                                          "\ufe0f",
                                          "\U0001F600",
                                          "\U0001F468",
                                          "\U0001F1E9",
                                          "\U0001D400",
                                          "\U00020000",
                                          "\U0001F3FB",
                                          "\u309b",
                                          "\u3099",
                                          "\u3007",
                                          "\u0600",
                                          "\u070f",
                                          "\xff",
                                          "\xc3",
                                          "\xe2\x80",
                                          "\xf0\x9f",
                                          "\x80",
                                          "\xed\xa0\x80",
                                          std::string(1, '\0')};
  for (std::uint32_t round = 0; round < 6000; ++round) {
    philox random(29, 0, round);
    const bool plain = round % 3 == 0;  // mostly ASCII
    const std::size_t n = 1 + random() % 60;
    std::string text;
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t chosen = random() % (plain && random() % 8 != 0 ? 21 : parts.size());
      text += parts[chosen];
      if (random() % 5 == 0) text += ' ';
    }
    expect_as_icu(text, "round " + std::to_string(round));
    if (HasFatalFailure()) return;
  }
}

TEST(WordScanner, TheDeclarationIn388LanguagesIsCutAsIcuCutsIt) {
  const char* folder = std::getenv("ISOGLOSS_UDHR");
  if (folder == nullptr) GTEST_SKIP() << "set ISOGLOSS_UDHR to a folder of the declaration's texts";
  std::size_t n = 0;
  for (const auto& file : fs::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    expect_as_icu(text, file.path().filename().string());
    ++n;
  }
  EXPECT_GE(n, 388U);
}

}  // namespace
}  // namespace isogloss::text
