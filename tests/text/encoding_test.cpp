#include "isogloss/text/encoding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/errors.hpp"

namespace isogloss::text {
namespace {

using isogloss::testing::problems_of;
using ::testing::HasSubstr;

TEST(Decode, LeavesUtf8AsItIs) {
  const std::string text = "\xEF\xBB\xBFŁódź\r\n中文\n";
  for (const char* name : {"", "utf-8", "UTF-8", "utf8", "UTF_8"}) EXPECT_EQ(decode(text, name, "a.txt"), text);
}

TEST(Decode, ReadsWindows1252) {
  EXPECT_EQ(decode("caf\xE9 \x93quoted\x94 \x80 5 \x96 9", "windows-1252", "a.txt"), "café “quoted” € 5 – 9");
}

TEST(Decode, ReadsKoi8) {
  EXPECT_EQ(decode("\xF0\xD2\xC1\xD7\xC4\xC1", "koi8-r", "a.txt"), "Правда");
}

TEST(Decode, ReadsShiftJis) {
  EXPECT_EQ(decode("\x93\xFA\x96\x7B\x8C\xEA", "shift_jis", "a.txt"), "日本語");
}

TEST(Decode, ReadsUtf16OfBothOrdersByItsMark) {
  EXPECT_EQ(decode(std::string("\xFF\xFE"
                               "a\0\x3D\xD8\x00\xDE",
                               8),
                   "utf-16", "a.txt"),
            "a😀");
  EXPECT_EQ(decode(std::string("\xFE\xFF\0a\xD8\x3D\xDE\x00", 8), "utf-16", "a.txt"), "a😀");
}

TEST(Decode, ReadsPastItsChunksWithoutLosingACharacter) {
  std::string bytes("\xFF\xFE", 2);
  const std::size_t n = (std::size_t{1} << 22U) + 3;  // four bytes each, so that a chunk ends inside a pair
  for (std::size_t i = 0; i < n; ++i) bytes.append("\x3D\xD8\x00\xDE", 4);
  const std::string text = decode(bytes, "utf-16", "a.txt");
  ASSERT_EQ(text.size(), 4 * n);
  for (std::size_t i = 0; i < n; ++i) ASSERT_EQ(text.compare(4 * i, 4, "😀"), 0) << i;
}

TEST(Decode, OfNothingIsNothing) {
  EXPECT_EQ(decode("", "koi8-r", "a.txt"), "");
}

TEST(Decode, SaysWhereTextIsNotUtf8AndWhatItMayBe) {
  const std::string german =
      "Die Stra\xDF"
      "e war leer.\nDie M\xE4nner und Frauen der Stadt gingen \xFC"
      "ber den Platz.";
  const auto problems = problems_of([&] { return decode(german, "", "texts/a.txt"); });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].where, "texts/a.txt:1");
  EXPECT_EQ(problems[0].what, "is not UTF-8 (byte 8: 0xDF)");
  EXPECT_THAT(problems[0].remedy, HasSubstr("Likely ISO-8859-1"));
  EXPECT_THAT(problems[0].remedy, HasSubstr("--encoding"));
}

TEST(Decode, CountsTheLineOfABadByte) {
  const auto problems = problems_of([] {
    return decode(
        "one\ntwo\nthr\xE9"
        "e\n",
        "utf-8", "a.txt");
  });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].where, "a.txt:3");
  EXPECT_THAT(problems[0].what, HasSubstr("byte 11: 0xE9"));
}

TEST(Decode, RefusesAnEncodingItDoesNotKnow) {
  const auto problems = problems_of([] { return decode("a", "klingon-1", "a.txt"); });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].what, "encoding \"klingon-1\" is not known");
}

TEST(Decode, RefusesBytesThatTheEncodingHasNot) {
  EXPECT_FALSE(problems_of([] { return decode("\x93\xFA\x96", "shift_jis", "a.txt"); }).empty());
  EXPECT_FALSE(problems_of([] {
                 return decode(std::string("\xFF\xFE"
                                           "a",
                                           3),
                               "utf-16", "a.txt");
               }).empty());
  const auto problems = problems_of([] { return decode("ab\xFF\xFF", "euc-jp", "a.txt"); });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems[0].what, HasSubstr("is not euc-jp"));
}

TEST(KnownEncoding, IsWhatIcuConverts) {
  for (const char* name : {"", "utf-8", "latin1", "windows-1251", "gb18030", "UTF-16LE", "macintosh"}) {
    EXPECT_TRUE(is_known_encoding(name)) << name;
  }
  for (const char* name : {"klingon", "utf-9", "windows-9999"}) EXPECT_FALSE(is_known_encoding(name)) << name;
}

TEST(LikelyEncoding, GuessesFromTheBytes) {
  const std::string russian =
      "\xF7\xD3\xC5 \xD3\xDE\xC1\xD3\xD4\xCC\xC9\xD7\xD9\xC5 \xD3\xC5\xCD\xD8\xC9 \xD0\xCF\xC8\xCF\xD6\xC9 "
      "\xC4\xD2\xD5\xC7 \xCE\xC1 \xC4\xD2\xD5\xC7\xC1";
  EXPECT_EQ(likely_encoding(russian), "KOI8-R");
  EXPECT_EQ(likely_encoding(std::string("\xFF\xFE"
                                        "a\0b\0",
                                        6)),
            "UTF-16LE");
}

TEST(LikelyEncoding, NeverSaysUtf8) {
  EXPECT_NE(likely_encoding("Łódź, wieś i \xFF miasto"), "UTF-8");
}

TEST(WithReplacements, ChangesOnlyWhatIsNotUtf8) {
  EXPECT_EQ(with_replacements(""), "");
  EXPECT_EQ(with_replacements("łódź"), "łódź");
  EXPECT_EQ(with_replacements("a\xFF\xE2\x80"), "a\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(with_replacements("\xC3łódź"), "\uFFFDłódź");
}

}  // namespace
}  // namespace isogloss::text
