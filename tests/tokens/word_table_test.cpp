#include "tokens/word_table.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "isogloss/base/philox.hpp"

namespace isogloss::tokens {
namespace {

using counts_by_word = std::map<std::string, std::uint64_t>;

void add(word_table& table, const std::string& word) {
  const std::string padded = word + std::string(word_table::padding, '#');
  const text::word_span whole{0, static_cast<std::uint32_t>(word.size())};
  table.add(padded.data(), {&whole, 1});
}

counts_by_word take(word_table& table) {
  const auto words = table.words();
  counts_by_word result;
  table.take([&](std::uint32_t word, std::uint32_t count) { result[words[word]] += count; });
  return result;
}

// Lengths about the edges of the tiers: 8, 16 and 32 bytes.
TEST(WordTable, CountsWordsOfAllLengths) {
  word_table table;
  counts_by_word expected;
  for (std::size_t length = 1; length <= 70; ++length) {
    const std::string word(length, 'a');
    for (std::size_t i = 0; i < length; ++i) add(table, word);
    expected[word] = length;
  }
  EXPECT_EQ(table.size(), 70U);
  EXPECT_EQ(take(table), expected);
}

TEST(WordTable, TellsWordsApartThatBeginAlike) {
  word_table table;
  counts_by_word expected;
  const std::string stem = "0123456789abcdef0123456789ABCDEF";
  for (std::size_t length = 1; length <= stem.size(); ++length) {
    for (const char last : {'x', 'y'}) {
      const std::string word = stem.substr(0, length - 1) + last;
      add(table, word);
      ++expected[word];
    }
  }
  EXPECT_EQ(take(table), expected);
}

TEST(WordTable, BeginsAnewAfterTake) {
  word_table table;
  add(table, "one");
  add(table, "one");
  add(table, "a word of more than thirty-two bytes");
  EXPECT_EQ(take(table).size(), 2U);
  EXPECT_TRUE(take(table).empty());
  add(table, "one");
  EXPECT_EQ(take(table), (counts_by_word{{"one", 1}}));
  EXPECT_EQ(table.size(), 2U);
}

TEST(WordTable, KeepsItsCountsWhenItGrows) {
  word_table table;
  counts_by_word expected;
  philox random(5);
  for (int i = 0; i < 200000; ++i) {
    const std::string word = "w" + std::to_string(random() % 60000) + (i % 7 == 0 ? "-and-a-longer-ending" : "");
    add(table, word);
    ++expected[word];
    if (i == 100000) {
      EXPECT_EQ(take(table), expected);
      expected.clear();
    }
  }
  EXPECT_EQ(take(table), expected);
}

TEST(WordTable, AnyWordCountsWhateverItsBytes) {
  word_table table;
  counts_by_word expected;
  for (const std::string& word : {std::string("\0a", 2), std::string("a\0", 2), std::string("a"), std::string("\0", 1),
                                  std::string(20, '\0'), std::string(40, 'x'), std::string("nine bytes")}) {
    for (int i = 0; i < 2; ++i) table.add(word);
    expected[word] = 2;
  }
  EXPECT_EQ(take(table), expected);
}

TEST(WordTable, AWordIsTheSameWhicheverWayItCame) {
  word_table table;
  for (std::size_t length = 1; length <= 40; ++length) {
    const std::string word(length, 'b');
    add(table, word);
    table.add(word);
  }
  EXPECT_EQ(table.size(), 40U);
  for (const auto& [word, count] : take(table)) EXPECT_EQ(count, 2U) << word;
}

// A batch of many words, tiny and longer ones in turn.
TEST(WordTable, CountsManyWordsAtOnce) {
  std::string text;
  std::vector<text::word_span> words;
  counts_by_word expected;
  philox random(9);
  for (int i = 0; i < 5000; ++i) {
    const std::string word(1 + random() % 40, static_cast<char>('a' + random() % 20));
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += word;
    words.push_back({begin, static_cast<std::uint32_t>(text.size())});
    text += ' ';
    ++expected[word];
  }
  text.resize(text.size() + word_table::padding);
  word_table table;
  table.add(text.data(), words);
  EXPECT_EQ(table.n_touched(), expected.size());
  EXPECT_EQ(take(table), expected);
}

}  // namespace
}  // namespace isogloss::tokens
