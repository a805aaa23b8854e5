#include "tokens/text_blocks.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "isogloss/base/errors.hpp"
#include "isogloss/text/words.hpp"
#include "support/scratch.hpp"

namespace isogloss::tokens {
namespace {

using testing::scratch_folder;

// Some 400 kB: more than a block; with lines, accents, a stretch without spaces and characters of three bytes.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 30000; ++i) text += "mot" + std::to_string(i) + (i % 9 == 0 ? "\n" : " \u00e9t\u00e9 ");
  text += std::string(20000, 'x');
  for (int i = 0; i < 3000; ++i) text += "\u4e2d\u6587";
  return text + " the end";
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  text::word_segmenter segmenter;
  segmenter.for_each_word(text, [&](text::range w) { words.emplace_back(text.substr(w.begin, w.end - w.begin)); });
  return words;
}

std::string read(const std::filesystem::path& file, std::uint64_t begin, std::uint64_t end,
                 std::vector<std::string>& words) {
  std::string all;
  text_blocks blocks(file, begin, end);
  for (auto block = blocks.next(); !block.empty(); block = blocks.next()) {
    all += block;
    for (auto& word : words_of(block)) words.push_back(std::move(word));
  }
  return all;
}

TEST(TextBlocks, PartsOfAFileHaveItsBytesAndWordsOnce) {
  const scratch_folder folder;
  const std::string text = long_text();
  const auto file = folder.write("text.txt", text);
  const auto expected = words_of(text);
  for (const std::uint64_t part : {std::uint64_t{1} << 40U, std::uint64_t{300000}, std::uint64_t{5000}}) {
    std::string all;
    std::vector<std::string> words;
    for (std::uint64_t begin = 0; begin < text.size(); begin += part)
      all += read(file, begin, std::min<std::uint64_t>(begin + part, text.size()), words);
    EXPECT_EQ(all, text);
    EXPECT_EQ(words, expected) << part;
  }
}

TEST(TextBlocks, TextWithoutAPlaceToCutIsOneBlock) {
  const scratch_folder folder;
  const std::string text(1000000, 'a');
  const auto file = folder.write("text.txt", text);
  std::vector<std::string> words;
  EXPECT_EQ(read(file, 0, 300000, words), text);
  EXPECT_EQ(read(file, 300000, 1000000, words), "");
  EXPECT_EQ(words.size(), 1U);
}

TEST(TextBlocks, AnEmptyFileHasNone) {
  const scratch_folder folder;
  const auto file = folder.write("text.txt", "");
  EXPECT_TRUE(text_blocks(file, 0, 0).next().empty());
}

TEST(TextBlocks, AFileThatBecomesShorterIsAnError) {
  const scratch_folder folder;
  const auto file = folder.write("text.txt", long_text());
  text_blocks blocks(file, 0, std::filesystem::file_size(file));
  EXPECT_FALSE(blocks.next().empty());
  std::filesystem::resize_file(file, 1000);
  try {
    while (!blocks.next().empty()) {
    }
    FAIL() << "it was read to its end";
  } catch (const data_error& error) {
    EXPECT_NE(std::string(error.what()).find("became shorter"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace isogloss::tokens
