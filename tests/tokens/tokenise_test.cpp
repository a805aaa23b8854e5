#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/small_study.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using isogloss::testing::stream_of;
using isogloss::testing::study_of;
using isogloss::testing::surfaces;
using ::testing::Each;
using strings = std::vector<std::string>;

const term_rules plain({});

template <class Value>
std::vector<Value> each(const token_stream& stream, Value token::*member) {
  std::vector<Value> values;
  for (const auto& t : stream.documents[0]) values.push_back(t.*member);
  return values;
}
std::vector<std::uint32_t> segments(const std::string& text, std::size_t size) {
  return each(stream_of(text, plain, size), &token::segment);
}

TEST(Tokenise, KeepsWordsAsWrittenWithTheirBytes) {
  const auto stream = stream_of("Łódź, 1905: don’t!", plain);
  EXPECT_EQ(surfaces(stream), (strings{"Łódź", "1905", "don’t"}));
  EXPECT_EQ(each(stream, &token::begin), (std::vector<std::size_t>{0, 9, 15}));
  EXPECT_EQ(each(stream, &token::end), (std::vector<std::size_t>{7, 13, 22}));
}

TEST(Tokenise, LeavesTheByteOrderMarkOutAndCountsIt) {
  const auto stream = stream_of("\xEF\xBB\xBFŁódź", plain);
  EXPECT_EQ(surfaces(stream), strings{"Łódź"});
  EXPECT_EQ(stream.documents[0][0].begin, 3U);
}

TEST(Tokenise, CutsWordsAtTheEdgesOfZones) {
  const auto stream = stream_of("abcdef ghi", plain, 200, "a,2,4,note,\na,7,10,quotation,Ann\n");
  EXPECT_EQ(surfaces(stream), (strings{"ab", "cd", "ef", "ghi"}));
  EXPECT_EQ(stream.voices[stream.documents[0][1].voice].kind, corpus::zone::note);
  EXPECT_EQ(stream.voices[stream.documents[0][2].voice], corpus::voice());
  EXPECT_EQ(stream.voices[stream.documents[0][3].voice].speaker, "Ann");
  EXPECT_THAT(each(stream, &token::follows), Each(false));
}

TEST(Tokenise, LetsSentencesRunAcrossZones) {
  const auto stream = stream_of("He said “let us go” and left. They went.", plain, 200, "a,11,20,quotation,He\n");
  EXPECT_EQ(each(stream, &token::sentence), (std::vector<std::uint32_t>{1, 1, 1, 1, 1, 1, 1, 2, 2}));
}

TEST(Tokenise, NumbersOnlySentencesThatHoldAWord) {
  const auto stream = stream_of("One.\r\n\r\n* * *\r\n\r\n— !\r\nTwo. … Three.", plain);
  EXPECT_EQ(each(stream, &token::sentence), (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST(Tokenise, SaysWhichWordsStandNextToEachOther) {
  EXPECT_EQ(each(stream_of("a b-c, d\ne", plain), &token::follows),
            (std::vector<bool>{false, true, true, false, false}));
}

TEST(Tokenise, FindsTheSameWordsInBothNormalForms) {
  const auto composed = stream_of("Łódź é. Żó", plain);
  const auto decomposed = stream_of("Ło\u0301dz\u0301 e\u0301. Z\u0307o\u0301", plain);
  EXPECT_EQ(each(composed, &token::sentence), each(decomposed, &token::sentence));
  EXPECT_EQ(plain.base(surfaces(composed)[0]), plain.base(surfaces(decomposed)[0]));
}

TEST(Tokenise, UsesThePatternItIsGiven) {
  const scratch_folder folder;
  const auto stream = tokenise(study_of(folder, {{"a", "don't stop"}}), {.token_pattern = "\\w+"}, plain);
  EXPECT_EQ(surfaces(stream), (strings{"don", "t", "stop"}));
}

TEST(Segments, EndWithTheSentenceThatFillsThem) {
  EXPECT_EQ(segments("A b. C d. E f. G h.", 2), (std::vector<std::uint32_t>{1, 1, 2, 2, 3, 3, 4, 4}));
  EXPECT_EQ(segments("A b. C d. E f. G h.", 3), (std::vector<std::uint32_t>{1, 1, 1, 1, 2, 2, 2, 2}));
}

TEST(Segments, AreCutAtTwiceTheirSize) {
  EXPECT_EQ(segments("a b c d e f g h i", 2), (std::vector<std::uint32_t>{1, 1, 1, 1, 2, 2, 2, 2, 3}));
  EXPECT_EQ(segments("a b c d e f g h i j", 3), (std::vector<std::uint32_t>{1, 1, 1, 1, 1, 1, 2, 2, 2, 2}));
}

TEST(Segments, TakeAShortRestAlong) {
  EXPECT_EQ(segments("A b c d. E.", 4), (std::vector<std::uint32_t>{1, 1, 1, 1, 1}));
  EXPECT_EQ(segments("A b c d. E f.", 4), (std::vector<std::uint32_t>{1, 1, 1, 1, 2, 2}));
  EXPECT_EQ(segments("A.", 200), (std::vector<std::uint32_t>{1}));
}

TEST(Segments, DoNotCountNumbers) {
  EXPECT_EQ(segments("A 1 2 3. B 4. C. D.", 2), (std::vector<std::uint32_t>{1, 1, 1, 1, 1, 1, 2, 2}));
}

TEST(Tokenise, ReportsAllDocumentsThatAreWrong) {
  const scratch_folder folder;
  const auto s = study_of(folder, {{"a", "caf\xE9"}, {"b", "good"}, {"c", " … \n"}, {"d", ""}, {"e", "Łódź"}},
                          "e,1,2,note,\ne,3,99,note,\n");
  const auto problems = problems_of([&] { return tokenise(s, {}, plain); });
  EXPECT_EQ(problems.size(), 5U);
  EXPECT_TRUE(has_problem(problems, "a.txt:1", "0xE9"));
  EXPECT_TRUE(has_problem(problems, "c.txt", "document \"c\" has no tokens"));
  EXPECT_TRUE(has_problem(problems, "d.txt", "document \"d\" has no tokens"));
  EXPECT_TRUE(has_problem(problems, "zones.csv:2", "cuts a character in two"));
  EXPECT_TRUE(has_problem(problems, "zones.csv:3", "ends beyond the text"));
}

TEST(Tokenise, ReportsABadPatternOnce) {
  const scratch_folder folder;
  const auto s = study_of(folder, {{"a", "x"}, {"b", "y"}});
  EXPECT_EQ(problems_of([&] { return tokenise(s, {.token_pattern = "("}, plain); }).size(), 1U);
}

}  // namespace
}  // namespace isogloss::tokens
