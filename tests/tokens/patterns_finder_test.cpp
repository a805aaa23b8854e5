#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

#include "isogloss/tokens/pattern.hpp"
#include "support/small_study.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::stream_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct text_words {
  explicit text_words(const std::string& text)
      : rules(term_options{}),
        stream(stream_of(text, rules)),
        words(stream),
        of(words.of_document(stream.documents[0])) {}

  [[nodiscard]] fitting_words pattern_of(const std::string& phrase) const {
    fitting_words result;
    const pattern p(phrase, {});
    for (std::size_t place = 0; place < p.n_words(); ++place) {
      const auto fits = p.fitting(place, words.forms, rules);
      auto& forms = result.emplace_back();
      for (std::uint32_t i = 0; i < fits.size(); ++i) {
        if (fits[i]) forms.push_back(i);
      }
    }
    return result;
  }

  // "which:first+words" of every place.
  [[nodiscard]] std::vector<std::string> find(const std::vector<std::vector<std::string>>& wanted) const {
    std::vector<std::vector<fitting_words>> patterns;
    for (const auto& phrases : wanted) {
      auto& of_one = patterns.emplace_back();
      for (const auto& phrase : phrases) of_one.push_back(pattern_of(phrase));
    }
    std::vector<std::string> found;
    for (const auto& place : patterns_finder(patterns, words.forms.size()).find(of))
      found.push_back(std::to_string(place.of) + ':' + std::to_string(place.first) + '+' +
                      std::to_string(place.n_words));
    return found;
  }

  term_rules rules;
  token_stream stream;
  stream_words words;
  std::vector<running_word> of;
};

TEST(PatternsFinder, FindsOverlappingPlacesOfSeveralThings) {
  EXPECT_THAT(
      text_words("the central committee of the committee").find({{"committee"}, {"central committee"}, {"the"}}),
      ElementsAre("2:0+1", "1:1+2", "0:2+1", "2:4+1", "0:5+1"));
}

TEST(PatternsFinder, TakesTheLongestOfOneThing) {
  EXPECT_THAT(text_words("electric bus, bus and bus lane").find({{"bus", "electric bus", "bus lane"}}),
              ElementsAre("0:0+2", "0:2+1", "0:4+2"));
}

TEST(PatternsFinder, PassesOverAPatternWithoutWordsAndATextWithout) {
  const text_words text("one two");
  EXPECT_THAT(patterns_finder({{fitting_words{}}, {}}, text.words.forms.size()).find(text.of), IsEmpty());
  EXPECT_THAT(patterns_finder({{text.pattern_of("one")}}, text.words.forms.size()).find({}), IsEmpty());
}

// One walk for all finds what a walk for each does.
TEST(PatternsFinder, FindsWhatThePatternsFindOneByOne) {
  std::mt19937 random(7);
  const std::vector<std::string> letters = {"a", "b", "c", "a-", "b.", "C"};
  std::string text;
  for (int i = 0; i < 2000; ++i) text += letters[random() % letters.size()] + ' ';
  const text_words read(text);
  const std::vector<std::string> phrases = {"a", "b", "a b", "b c a", "a a", "c c c", "* b"};
  std::vector<std::vector<std::string>> wanted;
  for (const auto& phrase : phrases) wanted.push_back({phrase});
  const auto together = read.find(wanted);
  std::size_t n = 0;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const pattern p(phrases[i], {});
    for (const std::size_t first : pattern_finder(p, read.words, read.rules).find(read.of)) {
      EXPECT_THAT(together, ::testing::Contains(std::to_string(i) + ':' + std::to_string(first) + '+' +
                                                std::to_string(p.n_words())));
      ++n;
    }
  }
  EXPECT_EQ(together.size(), n);
  EXPECT_GT(n, 1000U);
}

}  // namespace
}  // namespace isogloss::tokens
