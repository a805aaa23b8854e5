// Bytes to words: how fast text becomes tokens. Input: the tramway debate, repeated, and the same in Greek letters.
#include <benchmark/benchmark.h>

#include <string>

#include "isogloss/base/files.hpp"
#include "isogloss/text/sentences.hpp"
#include "isogloss/text/utf8.hpp"
#include "isogloss/text/words.hpp"

namespace isogloss {
namespace {

std::string english(std::size_t bytes) {
  const std::string text = read_file(ISOGLOSS_CORPUS "/tramway-debate/texts/pask-1999.txt");
  std::string result;
  while (result.size() < bytes) result += text;
  return result;
}

// Every ASCII letter as a Greek one: two bytes a letter.
std::string greek(std::size_t bytes) {
  std::string result;
  for (const char c : english(bytes / 2)) {
    if ((c | 0x20) < 'a' || (c | 0x20) > 'z') {
      result += c;
    } else {
      const unsigned letter = 0x3B1U + (static_cast<unsigned>(c | 0x20) - 'a') % 25U;
      result += static_cast<char>(0xC0U | (letter >> 6U));
      result += static_cast<char>(0x80U | (letter & 0x3FU));
    }
  }
  return result;
}

template <std::string (*Text)(std::size_t)>
void BM_FindWords(benchmark::State& state) {
  const std::string text = Text(static_cast<std::size_t>(state.range(0)));
  text::word_segmenter words;
  for (auto _ : state) {
    std::size_t n = 0;
    words.for_each_word(text, [&](text::range) { ++n; });
    benchmark::DoNotOptimize(n);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(BM_FindWords<english>)->ArgName("bytes")->Arg(1 << 20);
BENCHMARK(BM_FindWords<greek>)->ArgName("bytes")->Arg(1 << 20);

void BM_FindSentences(benchmark::State& state) {
  const std::string text = english(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(text::sentence_starts(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(BM_FindSentences)->ArgName("bytes")->Arg(1 << 20);

template <std::string (*Text)(std::size_t)>
void BM_ValidateUtf8(benchmark::State& state) {
  const std::string text = Text(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(text::find_invalid_utf8(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(BM_ValidateUtf8<english>)->ArgName("bytes")->Arg(1 << 20);
BENCHMARK(BM_ValidateUtf8<greek>)->ArgName("bytes")->Arg(1 << 20);

}  // namespace
}  // namespace isogloss
