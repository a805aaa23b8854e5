#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "isogloss/text/words.hpp"

namespace isogloss::text {
namespace {

constexpr const char* test_file = "/usr/share/unicode/auxiliary/WordBreakTest.txt";
constexpr int n_lines = 1823;  // of Unicode 15.0

// The lines with a colon between letters. UAX #29 holds the colon to be MidLetter; CLDR, and so ICU 72, does not,
// outside Finnish and Swedish.
const std::set<std::string> departures = {"0041 003A 0041",
                                          "0061 003A 0041",
                                          "0061 003A 0061 0027",
                                          "0061 003A 0061 0027 2060",
                                          "0061 003A 0061 002C",
                                          "0061 003A 0061 003A",
                                          "0061 003A 0061 2060",
                                          "0061 003A 0308 0041",
                                          "0061 003A 0308 0061 0027",
                                          "0061 003A 0308 0061 0027 2060",
                                          "0061 003A 0308 0061 002C",
                                          "0061 003A 0308 0061 003A",
                                          "0061 003A 0308 0061 2060",
                                          "0061 003A 0308 05D0",
                                          "0061 003A 05D0"};

struct test_line {
  std::string code_points;  // "0061 003A 0061"
  std::string text;
  std::vector<std::size_t> boundaries;
};

// "÷ 0061 × 003A ÷	# comment"
test_line parse(const std::string& line) {
  test_line result;
  std::istringstream parts(line.substr(0, line.find('#')));
  for (std::string part; parts >> part;) {
    if (part == "÷") {
      result.boundaries.push_back(result.text.size());
    } else if (part != "×") {
      icu::UnicodeString(static_cast<UChar32>(std::stoul(part, nullptr, 16))).toUTF8String(result.text);
      result.code_points += (result.code_points.empty() ? "" : " ") + part;
    }
  }
  return result;
}

TEST(WordBreakTest, AllLinesOfUnicode15PassExceptTheColonsOfCldr) {
  std::ifstream file(test_file);
  if (!file) GTEST_SKIP() << test_file << " is absent; apt-get install unicode-data puts it there";
  std::string first;
  std::getline(file, first);
  ASSERT_EQ(first, "# WordBreakTest-15.0.0.txt") << "the test knows the departures of this version only";

  word_segmenter words;
  std::set<std::string> differing;
  int n = 0;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("÷")) continue;
    const test_line expected = parse(line);
    ++n;
    std::vector<std::size_t> found;
    words.for_each_boundary(expected.text, [&](std::size_t at) { found.push_back(at); });
    if (found != expected.boundaries) differing.insert(expected.code_points);
  }
  EXPECT_EQ(n, n_lines);
  EXPECT_EQ(differing.size(), 15U);
  EXPECT_EQ(differing, departures);
}

}  // namespace
}  // namespace isogloss::text
