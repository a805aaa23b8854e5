#include "isogloss/counts/lexicon_counts.hpp"

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "isogloss/base/parallel.hpp"

namespace isogloss::counts {
namespace {

using entries = std::vector<std::size_t>;
using hit_key = std::tuple<std::uint32_t, std::uint32_t, std::size_t>;  // segment, voice, entry

// The entries of each type's words, worked out once a type.
std::vector<entries> entries_of_types(const string_pool& types, const tokens::lexicon_matcher& matcher,
                                      const tokens::term_rules& rules) {
  std::vector<entries> result(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    for (const auto word : tokens::split_words(types[i])) {
      const auto found = matcher.entries_of(rules.word_base(word));
      result[i].insert(result[i].end(), found.begin(), found.end());
    }
  }
  return result;
}

// The entry a phrase was found by; nothing where the lexicon has changed since.
std::map<std::pair<std::string, std::string>, std::size_t> phrase_entries(const tokens::lexicon& l) {
  std::map<std::pair<std::string, std::string>, std::size_t> result;
  for (std::size_t i = 0; i < l.entries.size(); ++i) {
    if (l.entries[i].words.size() > 1)
      result.emplace(std::pair(l.categories[l.entries[i].category], l.entries[i].pattern), i);
  }
  return result;
}

}  // namespace

std::vector<lexicon_hit> count_lexicon(const corpus::features& f, const tokens::lexicon_matcher& matcher,
                                       const tokens::term_rules& rules) {
  const auto of_type = entries_of_types(f.types, matcher, rules);
  const auto of_phrase = phrase_entries(matcher.source());
  std::vector<std::vector<lexicon_hit>> by_document(f.documents.size());
  parallel_for(f.documents.size(), {"counting lexicon", "documents"}, [&](std::size_t d) {
    std::map<hit_key, double> hits;
    for (const auto& feature : f.documents[d].features) {
      for (const std::size_t entry : of_type[index(feature.type)]) {
        hits[{feature.segment, feature.voice, entry}] += static_cast<double>(feature.count);
      }
    }
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::string_view>, std::string_view> covered;
    for (const auto& phrase : f.documents[d].phrases) {
      if (phrase.lexicon != matcher.source().name) continue;
      const auto found = of_phrase.find({phrase.category, phrase.pattern});
      if (found == of_phrase.end()) continue;
      const auto count = static_cast<double>(phrase.count);
      hits[{phrase.segment, phrase.voice, found->second}] += count;
      // A phrase of two categories stands there once; its words are taken off once.
      const auto [first, is_new] = covered.emplace(
          std::tuple(phrase.segment, phrase.voice, std::string_view(phrase.words)), std::string_view(phrase.category));
      if (!is_new && first->second != phrase.category) continue;
      for (const auto word : tokens::split_words(phrase.words)) {
        for (const std::size_t entry : matcher.entries_of(rules.word_base(word))) {
          hits[{phrase.segment, phrase.voice, entry}] -= count;
        }
      }
    }
    for (const auto& [key, count] : hits) {
      if (count <= 0) continue;
      by_document[d].push_back({d, std::get<0>(key), std::get<1>(key), std::get<2>(key), count});
    }
  });
  std::vector<lexicon_hit> result;
  for (const auto& hits : by_document) result.insert(result.end(), hits.begin(), hits.end());
  return result;
}

}  // namespace isogloss::counts
