#include "isogloss/text/regular_expression.hpp"

#include <gtest/gtest.h>

#include "support/errors.hpp"

namespace isogloss::text {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;

TEST(RegularExpression, MatchesWholeWords) {
  regular_expression e("bureaucra(cy|t)s?", false, "PATTERN");
  EXPECT_TRUE(e.matches("bureaucracy"));
  EXPECT_TRUE(e.matches("bureaucrats"));
  EXPECT_FALSE(e.matches("bureaucratic"));
  EXPECT_FALSE(e.matches("antibureaucrat"));
}

TEST(RegularExpression, FoldsCaseWhenAsked) {
  regular_expression folded("ÉTAT", true, "PATTERN");
  regular_expression strict("ÉTAT", false, "PATTERN");
  EXPECT_TRUE(folded.matches("état"));
  EXPECT_FALSE(strict.matches("état"));
}

TEST(RegularExpression, TakesEveryScript) {
  regular_expression han("\\p{Han}+", false, "PATTERN");
  EXPECT_TRUE(han.matches("漢字"));
  EXPECT_FALSE(han.matches("kanji"));
  regular_expression emoji("👩.*", false, "PATTERN");
  EXPECT_TRUE(emoji.matches("👩‍🚀"));
}

TEST(RegularExpression, IsMovable) {
  regular_expression first("a+", false, "PATTERN");
  regular_expression second(std::move(first));
  EXPECT_TRUE(second.matches("aaa"));
}

TEST(RegularExpression, SaysWhatIsWrongWithIt) {
  const auto make = [](const char* text) {
    return problems_of([&] { return regular_expression(text, false, "PATTERN").matches("a"); });
  };
  EXPECT_TRUE(has_problem(make("[a"), "PATTERN", "is not a regular expression (U_REGEX_MISSING_CLOSE_BRACKET"));
  EXPECT_TRUE(has_problem(make("a*"), "PATTERN", "matches the empty string"));
  EXPECT_TRUE(make("a+").empty());
}

TEST(RegularExpression, GivesUpWhereItWouldTakeForEver) {
  regular_expression e("(a|aa|aaa)+b", false, "PATTERN");
  const auto problems = problems_of([&] { return e.matches(std::string(200, 'a')); });
  EXPECT_TRUE(has_problem(problems, "PATTERN", "cannot be held against"));
}

}  // namespace
}  // namespace isogloss::text
