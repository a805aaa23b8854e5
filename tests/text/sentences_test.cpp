#include "isogloss/text/sentences.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace isogloss::text {
namespace {

using strings = std::vector<std::string>;

// The sentences without the white space at their ends.
strings sentences_in(std::string_view text, const std::string& language = "en") {
  auto starts = sentence_starts(text, language);
  starts.push_back(text.size());
  strings sentences;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    std::string sentence(text.substr(starts[i], starts[i + 1] - starts[i]));
    sentence.erase(sentence.find_last_not_of(" \r\n") + 1);
    if (!sentence.empty()) sentences.push_back(sentence);
  }
  return sentences;
}

TEST(Sentences, OfNothingAreNone) {
  EXPECT_TRUE(sentence_starts("").empty());
  EXPECT_EQ(sentence_starts("a"), std::vector<std::size_t>{0});
}

TEST(Sentences, EndAtStopsQuestionsAndExclamations) {
  EXPECT_EQ(sentences_in("It rained. Why? Nobody knew! The end"),
            (strings{"It rained.", "Why?", "Nobody knew!", "The end"}));
}

TEST(Sentences, DoNotEndAfterTitlesOfTheLanguagesList) {
  EXPECT_EQ(sentences_in("Mr. Smith met Prof. Brown. They left."),
            (strings{"Mr. Smith met Prof. Brown.", "They left."}));
}

// CLDR 42 has Mr., Mrs., Ms., Prof. and Capt. for English, but not these.
TEST(Sentences, DoNotEndAfterTitlesThatTheListForgets) {
  EXPECT_EQ(sentences_in("Dr. Brown and Gen. Grant left. They sang."),
            (strings{"Dr. Brown and Gen. Grant left.", "They sang."}));
}

TEST(Sentences, DoNotEndAfterOtherAbbreviations) {
  EXPECT_EQ(sentences_in("Bread, milk etc. Were sold there. It closed."),
            (strings{"Bread, milk etc. Were sold there.", "It closed."}));
  EXPECT_EQ(sentences_in("Some, e.g. Poles, stayed. It ended."), (strings{"Some, e.g. Poles, stayed.", "It ended."}));
}

TEST(Sentences, GoOnAfterADecimalPointAndALowerCaseLetter) {
  EXPECT_EQ(sentences_in("It cost 3.50 then. it did."), strings{"It cost 3.50 then. it did."});
}

TEST(Sentences, GoOnAfterAnEllipsisBeforeALowerCaseLetter) {
  EXPECT_EQ(sentences_in("He waited... and left. Then he ran."), (strings{"He waited... and left.", "Then he ran."}));
  EXPECT_EQ(sentences_in("He waited... Nobody came."), (strings{"He waited...", "Nobody came."}));
}

TEST(Sentences, TakeTheirClosingQuotesAlong) {
  EXPECT_EQ(sentences_in("“Stop!” She ran. “Why?” (He sat.) He knew."),
            (strings{"“Stop!”", "She ran.", "“Why?”", "(He sat.)", "He knew."}));
}

TEST(Sentences, EndInChineseAndJapaneseWithoutASpace) {
  EXPECT_EQ(sentences_in("我来了。你好吗？很好！", "zh"), (strings{"我来了。", "你好吗？", "很好！"}));
  EXPECT_EQ(sentences_in("雨です。行きます。", "ja"), (strings{"雨です。", "行きます。"}));
}

TEST(Sentences, EndInArabicAndHindi) {
  EXPECT_EQ(sentences_in("هل جاء؟ نعم جاء.", "ar").size(), 2U);
  EXPECT_EQ(sentences_in("यह घर है। वह गया।", "hi").size(), 2U);
}

TEST(Sentences, KnowTheAbbreviationsOfTheLanguage) {
  EXPECT_EQ(sentences_in("Auch Dr. Braun kam. Ja.", "de"), (strings{"Auch Dr. Braun kam.", "Ja."}));
  EXPECT_EQ(sentences_in("M. Dupont est là. Oui.", "fr"), (strings{"M. Dupont est là.", "Oui."}));
}

TEST(Sentences, TakeEveryLanguageTag) {
  for (const char* tag : {"", "tr", "zh-Hant-TW", "x-none", "not a language!", "qqq"}) {
    EXPECT_EQ(sentences_in("One day. Two days.", tag).size(), 2U) << tag;
  }
}

TEST(Sentences, EndWithTheParagraphThatIsOneLine) {
  EXPECT_EQ(sentences_in("A heading\nIt rained. It snowed\nThe end"),
            (strings{"A heading", "It rained.", "It snowed", "The end"}));
  EXPECT_EQ(sentences_in("A heading\r\nIt rained.\r\n"), (strings{"A heading", "It rained."}));
}

TEST(Sentences, RunAcrossTheLinesOfHardWrappedText) {
  EXPECT_EQ(sentences_in("The delegates walked from the station to the\nhall of columns. They were\n\nA heading\n"),
            (strings{"The delegates walked from the station to the\nhall of columns.", "They were", "A heading"}));
}

// The line end is a space, and "Mr." before a space ends no sentence, whichever system wrote the lines.
TEST(Sentences, DoNotEndAfterATitleAtTheEndOfAWrappedLine) {
  EXPECT_EQ(sentences_in("The delegates walked from the station to the\nhall, where they were met by a choir and "
                         "Mr.\nSmith of London. They sang.")
                .size(),
            2U);
}

TEST(Sentences, AreTheSameWhetherLinesEndInOneCharacterOrTwo) {
  const std::string wrapped =
      "The delegates walked from the station to the\nhall, where they were met by a choir and Mr.\nSmith of London. "
      "They sang.\n\nTwo men left";
  std::string windows;
  for (const char c : wrapped) windows += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(sentences_in(windows).size(), 3U);
  EXPECT_EQ(sentences_in(wrapped).size(), 3U);
}

// As typewriters did it.
TEST(Sentences, DoNotEndAfterATitleBeforeTwoSpaces) {
  EXPECT_EQ(sentences_in("He met Mr.  Smith there.  They left."), (strings{"He met Mr.  Smith there.", "They left."}));
}

TEST(Sentences, StartAtBytesAndCoverTheText) {
  EXPECT_EQ(sentence_starts("Łódź. Żar!"), (std::vector<std::size_t>{0, 9}));
}

}  // namespace
}  // namespace isogloss::text
