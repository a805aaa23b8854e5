#include "isogloss/text/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace isogloss::text {
namespace {

TEST(Utf8, TakesEveryScript) {
  EXPECT_FALSE(find_invalid_utf8(""));
  EXPECT_FALSE(find_invalid_utf8("plain ascii, longer than eight bytes"));
  EXPECT_FALSE(find_invalid_utf8(
      "İstanbul Straße שלום العربية ไทย 中文 かな 👩‍👩‍👧 e\u0301"));
  EXPECT_FALSE(find_invalid_utf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, TakesTheFirstAndLastCharacterOfEachLength) {
  for (const char* text : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_FALSE(find_invalid_utf8(text)) << text;
  }
}

// The overlong forms, surrogates, what lies beyond U+10FFFF, lone and impossible bytes, and what breaks off.
TEST(Utf8, RefusesEveryIllFormedSequenceAtItsFirstByte) {
  for (const char* bytes : {"\xC0\x80",
                            "\xC1\xBF",
                            "\xE0\x80\x80",
                            "\xE0\x9F\xBF",
                            "\xF0\x80\x80\x80",
                            "\xF0\x8F\xBF\xBF",
                            "\xED\xA0\x80",
                            "\xED\xBF\xBF",
                            "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80",
                            "\xFF",
                            "\xFE",
                            "\x80",
                            "\xBF",
                            "\xC3",
                            "\xE2\x82",
                            "\xF0\x9F\x98",
                            "\xC3(",
                            "\xE2\x82(",
                            "\xF8\x88\x80\x80\x80"}) {
    for (const std::size_t before : {0U, 1U, 7U, 8U, 9U, 16U}) {
      const auto error = find_invalid_utf8(std::string(before, 'a') + bytes);
      ASSERT_TRUE(error) << bytes;
      EXPECT_EQ(error->offset, before);
      EXPECT_EQ(error->byte, static_cast<unsigned char>(bytes[0]));
      EXPECT_EQ(error->line, 1U);
    }
  }
}

TEST(Utf8, CountsLinesUpToTheError) {
  const auto error = find_invalid_utf8("Łódź\r\n\nœuvre\ncaf\xE9\n");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->line, 4U);
  EXPECT_EQ(error->offset, 20U);
  EXPECT_EQ(error->byte, 0xE9);
}

TEST(Utf8, AcceptsExactlyTheScalarValues) {
  for (std::uint32_t c = 0x80; c < 0x110000; c += 0x3F) {
    std::string bytes;
    if (c < 0x800) {
      bytes = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    } else if (c < 0x10000) {
      bytes = {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
               static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      bytes = {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
               static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
    }
    ASSERT_EQ(find_invalid_utf8(bytes).has_value(), c >= 0xD800 && c < 0xE000) << std::hex << c;
  }
}

TEST(ByteOrderMark, HasThreeBytesOrNone) {
  EXPECT_EQ(byte_order_mark_size("\xEF\xBB\xBFtext"), 3U);
  EXPECT_EQ(byte_order_mark_size("text\xEF\xBB\xBF"), 0U);
  EXPECT_EQ(byte_order_mark_size("\xEF\xBB"), 0U);
  EXPECT_EQ(byte_order_mark_size(""), 0U);
}

TEST(CharacterBoundary, IsAFirstByteOrTheEnd) {
  const std::string_view text = "a→b";
  EXPECT_TRUE(is_character_boundary(text, 0));
  EXPECT_TRUE(is_character_boundary(text, 1));
  EXPECT_FALSE(is_character_boundary(text, 2));
  EXPECT_FALSE(is_character_boundary(text, 3));
  EXPECT_TRUE(is_character_boundary(text, 4));
  EXPECT_TRUE(is_character_boundary(text, 5));
}

TEST(ContentOf, FindsLettersOfEveryScript) {
  for (const char* text : {"a", "ß", "İ", "ж", "א", "ع", "ก", "中", "か", "ー", "ª", "ǅ", "𝐀"}) {
    EXPECT_TRUE(content_of(text).letter) << text;
    EXPECT_FALSE(content_of(text).number) << text;
  }
}

TEST(ContentOf, FindsNumbersOfEveryKind) {
  for (const char* text : {"7", "٣", "३", "½", "②", "Ⅳ", "三"}) {
    EXPECT_EQ(content_of(text).number, std::string_view(text) != "三") << text;
  }
}

TEST(ContentOf, FindsNeitherInMarksSignsAndEmoji) {
  for (const char* text : {"", " ", "'", "—", "€", "\u0301", "👩‍👩‍👧", "🇫🇷", "_", "☃"}) {
    EXPECT_FALSE(content_of(text).letter || content_of(text).number) << text;
  }
}

TEST(ContentOf, FindsBothSideBySide) {
  const auto content = content_of("covid-19");
  EXPECT_TRUE(content.letter && content.number);
}

}  // namespace
}  // namespace isogloss::text
