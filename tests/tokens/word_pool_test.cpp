#include "tokens/word_pool.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace isogloss::tokens {
namespace {

using namespace std::string_literals;

TEST(WordPool, NumbersStringsInTheOrderTheyFirstCame) {
  word_pool pool;
  EXPECT_EQ(pool.size(), 0U);
  EXPECT_EQ(pool.add("one"), 0U);
  EXPECT_EQ(pool.add(""), 1U);
  EXPECT_EQ(pool.add("one"), 0U);
  EXPECT_EQ(pool.add("two"), 2U);
  EXPECT_EQ(pool.add(""), 1U);
  EXPECT_EQ(pool.size(), 3U);
  EXPECT_EQ(pool[1], "");
  EXPECT_EQ(pool[2], "two");
}

TEST(WordPool, TellsZeroBytesAndLengthsApart) {
  word_pool pool;
  const std::vector<std::string> distinct = {"",
                                             "\0"s,
                                             "\0\0"s,
                                             "a",
                                             "a\0"s,
                                             "aa",
                                             "aaa",
                                             "aaaa",
                                             "aaaaa",
                                             "aaaaaaa",
                                             "aaaaaaaa",
                                             "aaaaaaaa\0"s,
                                             "aaaaaaaaa",
                                             "aba",
                                             "abaa",
                                             std::string(16, 'a'),
                                             std::string(17, 'a'),
                                             std::string(1'000'000, 'a')};
  for (std::uint32_t round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < distinct.size(); ++i) EXPECT_EQ(pool.add(distinct[i]), i);
  }
  EXPECT_EQ(pool.size(), distinct.size());
}

TEST(WordPool, IsAMapOfRandomStrings) {
  std::mt19937 random(1);
  for (const unsigned letters : {2U, 5U, 256U}) {
    for (const unsigned longest : {4U, 9U, 20U, 100U}) {
      word_pool pool;
      std::map<std::string, std::uint32_t> expected;
      for (int i = 0; i < 20'000; ++i) {
        std::string text(random() % (longest + 1), ' ');
        for (char& c : text) c = static_cast<char>(random() % letters);
        const auto number = expected.emplace(text, static_cast<std::uint32_t>(expected.size())).first->second;
        ASSERT_EQ(pool.add(text), number);
      }
      ASSERT_EQ(pool.size(), expected.size());
      for (const auto& [text, number] : expected) ASSERT_EQ(pool[number], text);
    }
  }
}

TEST(WordPool, StaysTheSameWhenMoved) {
  word_pool pool;
  for (int i = 0; i < 1000; ++i) pool.add(std::to_string(i));
  word_pool moved = std::move(pool);
  EXPECT_EQ(moved.add("999"), 999U);
  EXPECT_EQ(moved.add("1000"), 1000U);
  pool = word_pool();
  EXPECT_EQ(pool.add("999"), 0U);
}

}  // namespace
}  // namespace isogloss::tokens
