// Words found and counted, by each set of instructions that this machine has. Input: the tramway debate, repeated.
#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "isogloss/base/files.hpp"
#include "isogloss/text/words.hpp"
#include "text/block_classes.hpp"
#include "text/word_scanner.hpp"
#include "tokens/word_table.hpp"

namespace isogloss {
namespace {

const std::string& english() {
  static const std::string text = [] {
    const std::string piece = read_file(ISOGLOSS_CORPUS "/tramway-debate/texts/pask-1999.txt");
    std::string repeated;
    while (repeated.size() < std::size_t{1} << 22U) repeated += piece;
    return repeated;
  }();
  return text;
}

void set_rates(benchmark::State& state, std::size_t bytes, std::size_t items) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items));
}

void scan_words(benchmark::State& state, const text::classifiers& how) {
  text::word_scanner scanner(
      how, [](std::string_view, const auto&) { throw std::logic_error("English takes no dictionary"); });
  const std::string& text = english();
  std::size_t n = 0;
  for (auto _ : state) {
    n = 0;
    for (std::size_t begin = 0; begin < text.size(); begin += scanner.stretch_size()) {
      n += scanner.scan(text, begin).size();
    }
    benchmark::DoNotOptimize(n);
  }
  set_rates(state, text.size(), n);
}

void classify_blocks(benchmark::State& state, const text::classifiers& how) {
  const std::size_t n = english().size() / text::block_bytes;
  std::vector<text::block_classes> classes(n);
  for (auto _ : state) {
    how.blocks(english().data(), n, classes.data());
    benchmark::DoNotOptimize(classes.data());
  }
  set_rates(state, n * text::block_bytes, n);
}

const bool registered = [] {
  for (const text::classifiers& how : text::all_classifiers()) {
    const std::string instructions(how.instructions);
    benchmark::RegisterBenchmark(("BM_ScanWords/" + instructions).c_str(), scan_words, how);
    benchmark::RegisterBenchmark(("BM_ClassifyBlocks/" + instructions).c_str(), classify_blocks, how);
  }
  return true;
}();

void BM_CountWords(benchmark::State& state) {
  std::string text = english();
  text.resize(text.size() + tokens::word_table::padding);
  std::vector<text::word_span> words;
  text::word_segmenter().for_each_batch(english(), [&](std::size_t offset, std::span<const text::word_span> some) {
    const auto begin = static_cast<std::uint32_t>(offset);
    for (const auto word : some) words.push_back({begin + word.begin, begin + word.end});
  });
  tokens::word_table table;
  for (auto _ : state) {
    table.add(text.data(), words);
    std::uint64_t sum = 0;
    table.take([&](std::uint32_t word, std::uint32_t count) { sum += word ^ count; });
    benchmark::DoNotOptimize(sum);
  }
  set_rates(state, english().size(), words.size());
}
BENCHMARK(BM_CountWords);

// As count_words does it: words are found, and counted at once.
void BM_FindAndCountWords(benchmark::State& state) {
  std::string text = english();
  text.resize(text.size() + tokens::word_table::padding);
  text::word_segmenter segmenter;
  tokens::word_table table;
  std::size_t n = 0;
  for (auto _ : state) {
    n = 0;
    segmenter.for_each_batch(english(), [&](std::size_t offset, std::span<const text::word_span> words) {
      table.add(text.data() + offset, words);
      n += words.size();
    });
    std::uint64_t sum = 0;
    table.take([&](std::uint32_t word, std::uint32_t count) { sum += word ^ count; });
    benchmark::DoNotOptimize(sum);
  }
  set_rates(state, english().size(), n);
}
BENCHMARK(BM_FindAndCountWords);

}  // namespace
}  // namespace isogloss
