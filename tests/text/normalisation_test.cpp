#include "isogloss/text/normalisation.hpp"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string>

namespace isogloss::text {
namespace {

using enum normalisation;

TEST(Normalise, ComposesWhatIsCanonicallyEqual) {
  EXPECT_EQ(normalise("e\u0301", nfc), "é");
  EXPECT_EQ(normalise("\u212B", nfc), "Å");
  EXPECT_EQ(normalise("\u1100\u1161\u11A8", nfc), "각");
  EXPECT_EQ(normalise("q\u0323\u0307", nfc), normalise("q\u0307\u0323", nfc));
}

TEST(Normalise, KeepsCompatibilityCharactersUnlessAskedTo) {
  EXPECT_EQ(normalise("ﬁn ①Ⅳ ﾊﾝｶｸ Ｆ", nfc), "ﬁn ①Ⅳ ﾊﾝｶｸ Ｆ");
  EXPECT_EQ(normalise("ﬁn ①Ⅳ ﾊﾝｶｸ Ｆ", nfkc), "fin 1IV ハンカク F");
}

TEST(Normalise, LeavesAsciiAndNothingAlone) {
  EXPECT_EQ(normalise("It's 9-to-5.", nfkc), "It's 9-to-5.");
  EXPECT_EQ(normalise("", nfc), "");
}

TEST(FoldCase, FoldsFullyWhereACharacterBecomesSeveral) {
  EXPECT_EQ(fold_case("Straße"), "strasse");
  EXPECT_EQ(fold_case("STRASSE"), fold_case("straße"));
  EXPECT_EQ(fold_case("ẞ"), "ss");
  EXPECT_EQ(fold_case("ﬁn"), "fin");
  EXPECT_EQ(fold_case("ﬃ"), "ffi");
}

TEST(FoldCase, IsNotTurkic) {
  EXPECT_EQ(fold_case("I"), "i");
  EXPECT_EQ(fold_case("ı"), "ı");
  EXPECT_EQ(fold_case("İ"), "i\u0307");
}

TEST(FoldCase, MakesOneSigmaOfThree) {
  EXPECT_EQ(fold_case("ΟΔΥΣΣΕΥΣ"), fold_case("οδυσσευς"));
  EXPECT_EQ(fold_case("Σς"), "σσ");
}

// Cherokee folds to its capitals, the letters that came first.
TEST(FoldCase, FoldsCherokeeUpwards) {
  EXPECT_EQ(fold_case("ꭰ"), "Ꭰ");
  EXPECT_EQ(fold_case("Ꭰ"), "Ꭰ");
}

TEST(FoldCase, GivesTheFormItIsAskedFor) {
  EXPECT_EQ(fold_case("É"), "é");
  EXPECT_EQ(fold_case("ＡＢ", nfc), "ａｂ");
  EXPECT_EQ(fold_case("ＡＢ", nfkc), "ab");
}

TEST(FoldCase, AndFormsAreStableOverAllOfUnicode) {
  int checked = 0;
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    if (U_IS_SURROGATE(c) || u_charType(c) == U_UNASSIGNED || u_charType(c) == U_PRIVATE_USE_CHAR) continue;
    std::string character;
    icu::UnicodeString(c).toUTF8String(character);
    for (const auto form : {nfc, nfkc}) {
      const std::string once = fold_case(normalise(character, form), form);
      ASSERT_EQ(fold_case(once, form), once) << std::hex << c;
      ASSERT_EQ(normalise(once, form), once) << std::hex << c;
    }
    ++checked;
  }
  EXPECT_GT(checked, 100000);
}

TEST(UnifyApostrophes, WritesBothTypographicOnesAsTheTypewriters) {
  EXPECT_EQ(unify_apostrophes("don’t donʼt don't"), "don't don't don't");
}

TEST(UnifyApostrophes, LeavesQuotationMarksAndOtherBytesAlone) {
  EXPECT_EQ(unify_apostrophes("‘a’"), "‘a'");
  EXPECT_EQ(unify_apostrophes("“ʻokina” 中ʽ′"), "“ʻokina” 中ʽ′");
  EXPECT_EQ(unify_apostrophes(""), "");
}

}  // namespace
}  // namespace isogloss::text
