#include "isogloss/text/pattern.hpp"

#include <gmock/gmock.h>

#include "isogloss/base/errors.hpp"
#include "isogloss/text/characters.hpp"

namespace isogloss::text {
namespace {

TEST(Pattern, CountsBytes) {
  const auto found = pattern(R"((\p{Lu})ё(д)?)").find("лёд, Лёд и Мёх");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->whole, (range{8, 14}));
  EXPECT_EQ(found->groups[0], (range{8, 10}));
  EXPECT_EQ(pattern(R"((\p{Lu})ё(д)?)").find_all("лёд, Лёд и Мёх").back().groups[1], (range{0, 0}));
}

TEST(Pattern, ComparesLettersAsAsked) {
  EXPECT_FALSE(pattern("notes").is_in("NOTES"));
  EXPECT_TRUE(pattern("notes", pattern::letters::any_case).is_in("NOTES"));
  EXPECT_TRUE(pattern("примечания", pattern::letters::any_case).is_in("ПРИМЕЧАНИЯ"));
}

TEST(Pattern, ReadsAWordOfAnyLength) {
  const std::string picture(1'000'000, 'x');  // base64 in a text has no space
  EXPECT_FALSE(pattern(R"(^(?:\p{L}|-)+@)").is_in(picture));
  EXPECT_TRUE(pattern(R"(^(?:\p{L}|-)+@)").is_in(picture + "@"));
}

TEST(Pattern, RejectsWhatIsNone) {
  EXPECT_THROW(pattern("(open"), data_error);
}

TEST(Characters, AreReadBothWays) {
  const std::string_view text = "aё冰😀";
  EXPECT_EQ(character_at(text, 1).code, U'ё');
  EXPECT_EQ(character_at(text, 1).end, 3U);
  EXPECT_EQ(character_before(text, text.size()).code, U'😀');
  EXPECT_EQ(character_before(text, 6).code, U'冰');
  EXPECT_EQ(character_before(text, 0).code, 0U);
  EXPECT_EQ(character_at(text, text.size()).code, 0U);
}

TEST(Characters, KnowSpacesOfAllKinds) {
  EXPECT_EQ(trimmed("\xEF\xBB\xBF \u00A0\u3000 ice\u200B\t\n"), "ice");
  EXPECT_EQ(trimmed(" \n"), "");
}

}  // namespace
}  // namespace isogloss::text
