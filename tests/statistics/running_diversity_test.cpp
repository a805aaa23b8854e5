#include "isogloss/statistics/running_diversity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "golden_table.hpp"

namespace isogloss::statistics {
namespace {

using text = std::vector<term_id>;

text words(const std::string& line) {
  std::map<std::string, std::uint32_t> ids;
  text tokens;
  std::istringstream stream(line);
  for (std::string word; stream >> word;)
    tokens.push_back(term_id{ids.try_emplace(word, static_cast<std::uint32_t>(ids.size())).first->second});
  return tokens;
}

text repeated(const std::string& line, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += line + " ";
  return words(all);
}

text random_text(std::size_t tokens, std::uint32_t types, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  text result(tokens);
  for (term_id& token : result) {
    const double u = std::uniform_real_distribution<double>(0.0, 1.0)(random);
    token = term_id{static_cast<std::uint32_t>(u * u * types)};
  }
  return result;
}

double ratio(const text& tokens, std::size_t first, std::size_t length) {
  const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(first);
  const std::set<term_id> types(begin, begin + static_cast<std::ptrdiff_t>(length));
  return static_cast<double>(types.size()) / static_cast<double>(length);
}

const text ones_and_twos = words("one one two one one two one");
const text fruit = words("apple orange apple orange pear pear apple orange");

TEST(MovingAverageTypeTokenRatio, IsThatOfQuantedasExample) {
  EXPECT_NEAR(moving_average_type_token_ratio(ones_and_twos, 2), 5.0 / 6.0, 1e-15);
  EXPECT_NEAR(moving_average_type_token_ratio(ones_and_twos, 3), 2.0 / 3.0, 1e-15);
  EXPECT_NEAR(moving_average_type_token_ratio(ones_and_twos, 4), 0.5, 1e-15);
}

TEST(MovingAverageTypeTokenRatio, CountsEveryWindowAfresh) {
  const text tokens = random_text(500, 90, 1);
  for (const std::size_t window : {1U, 2U, 25U, 100U, 499U, 500U}) {
    double sum = 0.0;
    for (std::size_t i = 0; i + window <= tokens.size(); ++i) sum += ratio(tokens, i, window);
    EXPECT_NEAR(moving_average_type_token_ratio(tokens, window), sum / static_cast<double>(tokens.size() - window + 1),
                1e-14)
        << window;
  }
}

TEST(MovingAverageTypeTokenRatio, IsTheTypeTokenRatioInAWindowOfTheWholeText) {
  EXPECT_DOUBLE_EQ(moving_average_type_token_ratio(fruit, 8), 3.0 / 8.0);
  EXPECT_EQ(moving_average_type_token_ratio(fruit, 1), 1.0);
}

TEST(MovingAverageTypeTokenRatio, IsTheSameReadBackwards) {
  text tokens = random_text(300, 50, 2);
  const double forward = moving_average_type_token_ratio(tokens, 20);
  std::reverse(tokens.begin(), tokens.end());
  EXPECT_DOUBLE_EQ(moving_average_type_token_ratio(tokens, 20), forward);
}

TEST(MovingAverageTypeTokenRatio, DoesNotExistForATextShorterThanTheWindow) {
  EXPECT_TRUE(std::isnan(moving_average_type_token_ratio(fruit, 9)));
  EXPECT_TRUE(std::isnan(moving_average_type_token_ratio(text{}, 1)));
}

TEST(MovingAverageTypeTokenRatio, RejectsAWindowOfNothing) {
  EXPECT_DOMAIN_ERROR(moving_average_type_token_ratio(fruit, 0),
                      "moving_average_type_token_ratio: window is 0, but must be a finite number above 0");
}

TEST(MeanSegmentalTypeTokenRatio, IsThatOfQuantedasExample) {
  EXPECT_NEAR(mean_segmental_type_token_ratio(fruit, 2), 0.875, 1e-15);
  EXPECT_NEAR(mean_segmental_type_token_ratio(fruit, 3), 2.0 / 3.0, 1e-15);  // the last two words are left out
  EXPECT_NEAR(mean_segmental_type_token_ratio(fruit, 4), 0.625, 1e-15);
}

TEST(MeanSegmentalTypeTokenRatio, CountsEverySegmentAfresh) {
  const text tokens = random_text(505, 90, 3);
  for (const std::size_t segment : {1U, 7U, 25U, 100U, 505U}) {
    double sum = 0.0;
    for (std::size_t i = 0; i + segment <= tokens.size(); i += segment) sum += ratio(tokens, i, segment);
    EXPECT_NEAR(mean_segmental_type_token_ratio(tokens, segment), sum / static_cast<double>(tokens.size() / segment),
                1e-14)
        << segment;
  }
}

TEST(MeanSegmentalTypeTokenRatio, DoesNotExistForATextShorterThanTheSegment) {
  EXPECT_TRUE(std::isnan(mean_segmental_type_token_ratio(fruit, 9)));
  EXPECT_DOUBLE_EQ(mean_segmental_type_token_ratio(fruit, 8), 3.0 / 8.0);
}

TEST(MeanSegmentalTypeTokenRatio, RejectsASegmentOfNothing) {
  EXPECT_DOMAIN_ERROR(mean_segmental_type_token_ratio(fruit, 0),
                      "mean_segmental_type_token_ratio: segment is 0, but must be a finite number above 0");
}

TEST(Mtld, IsThatOfWordlessForTwentyTimesTheSameSentence) {
  // five words, then five again: 5/6, 5/7 = .714 closes after seven tokens. 100 / 14 + 2 left over, both new
  EXPECT_NEAR(mtld(repeated("this is a sentence .", 20)), 100.0 / 14.0, 1e-14);
}

TEST(Mtld, CountsWhatIsLeftOverInPart) {
  // a b a: 1, 1, 2/3 closes. b b: 1, 1/2 closes. a b c d a: 4/5 is left: (1/5) / .28
  const text tokens = words("a b a b b a b c d a");
  const double forward = 10.0 / (2.0 + 0.2 / 0.28);
  // backwards a d c b a b | b a b | a: 1, 1, 1, 1, 4/5, 4/6 closes; 1, 1, 2/3 closes; 1 is left and adds nothing
  const double backward = 10.0 / 2.0;
  EXPECT_NEAR(mtld(tokens), 0.5 * (forward + backward), 1e-14);
}

TEST(Mtld, ClosesStrictlyBelowTheThreshold) {
  const text tokens = words("a b c a a a");
  // 3/4 meets a threshold of 0.75 without falling below it. Forward: the fifth token closes at 3/5, a is left and adds
  // nothing: 6 / 1. Backward: a a closes at 1/2, a c b a is left at 3/4 and makes up a whole factor: 6 / 2
  EXPECT_NEAR(mtld(tokens, 0.75), 0.5 * (6.0 + 3.0), 1e-14);
  // a hair above: forward the fourth token closes, then a a: two factors
  EXPECT_NEAR(mtld(tokens, 0.75 + 1e-12), 3.0, 1e-14);
}

TEST(Mtld, IsTheSameReadBackwards) {
  text tokens = random_text(400, 60, 4);
  const double forward = mtld(tokens);
  std::reverse(tokens.begin(), tokens.end());
  EXPECT_NEAR(mtld(tokens), forward, 1e-12);
}

TEST(Mtld, DoesNotDependOnTheNumbersOfTheTerms) {
  const text far = {term_id{4000000000U}, term_id{7}, term_id{4000000000U}, term_id{7}};
  EXPECT_EQ(mtld(far), mtld(words("x y x y")));
  EXPECT_EQ(moving_average_type_token_ratio(far, 2), 1.0);
}

TEST(Mtld, IsSmallestForASingleType) {
  EXPECT_NEAR(mtld(repeated("a", 10)), 2.0, 1e-15);
}

TEST(Mtld, DoesNotExistWhereNoTypeOccursTwice) {
  EXPECT_TRUE(std::isnan(mtld(words("a b c d"))));
  EXPECT_TRUE(std::isnan(mtld(text{})));
}

TEST(Mtld, RejectsAThresholdThatIsNoRatio) {
  EXPECT_DOMAIN_ERROR(mtld(fruit, 1.0), "mtld: threshold is 1, but must be between 0 and 1");
  EXPECT_DOMAIN_ERROR(mtld(fruit, 0.0), "mtld: threshold is 0, but must be between 0 and 1");
}

}  // namespace
}  // namespace isogloss::statistics
