#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/tokens/document_counts.hpp"
#include "isogloss/tokens/token_stream.hpp"

namespace isogloss::tokens {
namespace {

void sort_and_merge(std::vector<corpus::feature>& features) {
  const auto key = [](const corpus::feature& f) { return std::tuple(f.segment, f.voice, f.type); };
  std::sort(features.begin(), features.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (kept > 0 && key(features[kept - 1]) == key(features[i])) {
      features[kept - 1].count += features[i].count;
    } else {
      features[kept++] = features[i];
    }
  }
  features.resize(kept);
  features.shrink_to_fit();  // as many places as running words were reserved
}

// A sentence belongs to the zone and segment of its first token.
std::vector<corpus::sentence_count> count_sentences(std::span<const token> tokens,
                                                    const std::vector<corpus::voice>& voices) {
  std::vector<corpus::sentence_count> counts;
  std::uint32_t last = 0;
  for (const auto& t : tokens) {
    if (t.sentence == last) continue;
    last = t.sentence;
    counts.push_back({t.segment, voices[t.voice].kind, 1});
  }
  const auto key = [](const corpus::sentence_count& c) { return std::tuple(c.segment, c.kind); };
  std::sort(counts.begin(), counts.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (kept > 0 && key(counts[kept - 1]) == key(counts[i])) {
      ++counts[kept - 1].sentences;
    } else {
      counts[kept++] = counts[i];
    }
  }
  counts.resize(kept);
  return counts;
}

corpus::features with_sentences(const token_stream& stream) {
  corpus::features result;
  result.voices = stream.voices;
  result.documents.resize(stream.documents.size());
  result.has_sentences = true;
  parallel_for(stream.documents.size(), [&](std::size_t i) {
    result.documents[i].sentences = count_sentences(stream.documents[i], stream.voices);
  });
  return result;
}

string_pool copy_of(const string_pool& pool) {
  string_pool copy;
  for (std::size_t i = 0; i < pool.size(); ++i) copy.add(pool[i]);
  return copy;
}

enum class part { document, segment };

// Appends the counts of the words of one segment, by voice and type. Sorting a number for each is sooner done than
// sorting features.
void count_segment(std::span<const token> tokens, std::uint32_t segment, std::vector<std::uint64_t>& words,
                   std::vector<corpus::feature>& features) {
  words.clear();
  for (const auto& t : tokens) words.push_back(std::uint64_t{t.voice} << 32U | index(t.type));
  std::sort(words.begin(), words.end());
  for (auto first = words.begin(); first != words.end();) {
    const auto last = std::find_if(first, words.end(), [&](std::uint64_t word) { return word != *first; });
    features.push_back({segment, static_cast<std::uint16_t>(*first >> 32U), static_cast<type_id>(*first & 0xFFFFFFFFU),
                        static_cast<std::uint32_t>(last - first)});
    first = last;
  }
}

void count_words(const token_stream& stream, part of, corpus::features& result) {
  result.types = copy_of(stream.types);
  parallel_for(stream.documents.size(), {"counting words", "documents"}, [&](std::size_t i) {
    const std::span<const token> tokens = stream.documents[i];
    std::vector<std::uint64_t> words;
    std::vector<corpus::feature> features;
    for (auto first = tokens.begin(); first != tokens.end();) {  // segments stand one after the other
      const auto last = of == part::document ? tokens.end() : std::find_if(first, tokens.end(), [&](const token& t) {
        return t.segment != first->segment;
      });
      count_segment({first, last}, of == part::document ? 1 : first->segment, words, features);
      first = last;
    }
    features.shrink_to_fit();
    result.documents[i].features = std::move(features);
  });
}

}  // namespace

corpus::features features_of(const token_stream& stream) {
  corpus::features result = with_sentences(stream);
  count_words(stream, part::segment, result);
  return result;
}

corpus::features document_counts_of(const token_stream& stream) {
  corpus::features result;
  result.voices = stream.voices;
  result.documents.resize(stream.documents.size());
  count_words(stream, part::document, result);
  return result;
}

corpus::features ngrams_of(const token_stream& stream, const term_rules& rules, std::size_t n) {
  std::vector<std::string> terms(stream.types.size());  // "" where the type is left out
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (!rules.is_counted(stream.types[i])) continue;
    const auto found = rules.terms(stream.types[i]);
    if (!found.empty()) terms[i] = found.front();
  }
  corpus::features result = with_sentences(stream);
  const progress_stage stage({"counting n-grams", "documents"}, stream.documents.size());
  for (std::size_t d = 0; d < stream.documents.size(); ++d) {
    const auto& tokens = stream.documents[d];
    auto& features = result.documents[d].features;
    std::size_t run = 0;  // kept tokens in a row, up to and with this one
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool kept = !terms[index(tokens[i].type)].empty();
      const bool goes_on =
          i > 0 && tokens[i].sentence == tokens[i - 1].sentence && tokens[i].voice == tokens[i - 1].voice;
      run = !kept ? 0 : goes_on ? run + 1 : 1;
      if (run < n) continue;
      std::string ngram;
      for (std::size_t j = i + 1 - n; j <= i; ++j) ngram += (ngram.empty() ? "" : " ") + terms[index(tokens[j].type)];
      features.push_back({tokens[i].segment, tokens[i].voice, static_cast<type_id>(result.types.add(ngram)), 1});
    }
    sort_and_merge(features);
    stage.advance();
  }
  return result;
}

}  // namespace isogloss::tokens
