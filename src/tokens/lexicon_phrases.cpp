#include <algorithm>
#include <tuple>

#include "isogloss/base/parallel.hpp"
#include "isogloss/tokens/lexicon_finder.hpp"
#include "tokens/merge_phrases.hpp"

namespace isogloss::tokens {

void sort_and_merge(std::vector<corpus::lexicon_phrase>& phrases) {
  const auto key = [](const corpus::lexicon_phrase& p) {
    return std::tie(p.segment, p.voice, p.lexicon, p.category, p.pattern, p.words);
  };
  std::sort(phrases.begin(), phrases.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::vector<corpus::lexicon_phrase> merged;
  for (auto& p : phrases) {
    if (!merged.empty() && key(merged.back()) == key(p)) {
      ++merged.back().count;
    } else {
      merged.push_back(std::move(p));
    }
  }
  phrases = std::move(merged);
}

std::vector<std::vector<corpus::lexicon_phrase>> find_lexicon_phrases(const token_stream& stream,
                                                                      const std::vector<lexicon_matcher>& matchers,
                                                                      const term_rules& rules) {
  std::vector<std::vector<corpus::lexicon_phrase>> result(stream.documents.size());
  const stream_words words(stream);
  std::vector<lexicon_finder> finders;
  for (const auto& matcher : matchers) finders.emplace_back(matcher, words, rules);
  parallel_for(result.size(), {"finding phrases", "documents"}, [&](std::size_t d) {
    const auto& tokens = stream.documents[d];
    const auto of = words.of_document(tokens);
    for (const auto& finder : finders) {
      const auto& source = finder.matcher().source();
      for (const auto& place : finder.phrases(of, tokens)) {
        const auto& entry = source.entries[place.entry];
        const token& first = tokens[of[place.first].token];
        result[d].push_back({first.segment, first.voice, source.name, source.categories[entry.category], entry.pattern,
                             joined_words(words, of, place.first, place.n_words), 1});
      }
    }
    sort_and_merge(result[d]);
  });
  return result;
}

}  // namespace isogloss::tokens
