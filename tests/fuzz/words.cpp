// A text, valid UTF-8 or not: its words by every set of instructions, and where it may be cut.
#include <algorithm>

#include "fuzz/fuzzed.hpp"
#include "support/word_ways.hpp"

using namespace isogloss;

namespace {

// The words are those of the two pieces between which a text may be cut, in the middle or behind it.
void require_cut(std::string_view text, const std::vector<text::range>& words) {
  std::size_t at = text.size() / 2;
  while (at < text.size() && !text::is_word_cut(text, at)) ++at;
  auto joined = testing::words_of_segmenter(text.substr(0, at));
  for (const text::range word : testing::words_of_segmenter(text.substr(at))) {
    joined.push_back({at + word.begin, at + word.end});
  }
  testing::require(joined == words, "no word reaches across a cut");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = testing::bytes_of(data, size);
  const auto words = testing::words_of_icu(text);
  for (const auto& how : text::all_classifiers()) {
    testing::require(testing::words_of_scanner(text, how) == words, how.instructions.data());
  }
  testing::require(testing::words_of_segmenter(text) == words, "the segmenter finds the words of ICU");
  if (!text::find_invalid_utf8(text)) require_cut(text, words);
  return 0;
}
