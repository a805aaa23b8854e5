#include <algorithm>
#include <string_view>
#include <tuple>

#include "isogloss/base/parallel.hpp"
#include "isogloss/tokens/lexicon_matcher.hpp"

namespace isogloss::tokens {
namespace {

// A stream's types taken apart into words: joined phrases hold several.
struct word_forms {
  std::vector<std::vector<std::string_view>> words;  // of each type, as written
  std::vector<std::vector<std::string>> bases;

  word_forms(const token_stream& stream, const term_rules& rules) {
    for (std::size_t i = 0; i < stream.types.size(); ++i) {
      words.push_back(split_words(stream.types[i]));
      auto& of_type = bases.emplace_back();
      for (const auto word : words.back()) of_type.push_back(rules.word_base(word));
    }
  }
};

// The words of one document in a row, each with the token it comes from and whether it follows the word before.
struct word_row {
  std::vector<std::string_view> bases;
  std::vector<std::string_view> words;
  std::vector<const token*> tokens;
  std::vector<bool> follows;

  word_row(const std::vector<token>& stream, const word_forms& forms) {
    for (const auto& t : stream) {
      const auto& of_type = forms.bases[index(t.type)];
      for (std::size_t i = 0; i < of_type.size(); ++i) {
        bases.emplace_back(of_type[i]);
        words.push_back(forms.words[index(t.type)][i]);
        tokens.push_back(&t);
        follows.push_back(i > 0 || t.follows);
      }
    }
  }
};

std::string joined(const word_row& row, std::size_t first, std::size_t n) {
  std::string words;
  for (std::size_t i = first; i < first + n; ++i) {
    if (i > first) words += ' ';
    words += row.words[i];
  }
  return words;
}

void find_in(const word_row& row, const lexicon_matcher& matcher, std::vector<corpus::lexicon_phrase>& found) {
  constexpr std::size_t longest_phrase = 64;
  for (std::size_t i = 0; i < row.bases.size();) {
    if (!matcher.phrases().starts_with(row.bases[i])) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    // A phrase that a segment's forced cut parts is none: its words count where they stand.
    while (end < row.bases.size() && row.follows[end] && end < i + longest_phrase &&
           row.tokens[end]->segment == row.tokens[i]->segment) {
      ++end;
    }
    const auto match = matcher.phrases().longest(std::span(row.bases).subspan(i, end - i));
    if (!match) {
      ++i;
      continue;
    }
    const auto& source = matcher.source();
    for (const std::size_t e : matcher.phrase_entries(match->phrase)) {
      const auto& entry = source.entries[e];
      found.push_back({row.tokens[i]->segment, row.tokens[i]->voice, source.name, source.categories[entry.category],
                       entry.pattern, joined(row, i, match->n_words), 1});
    }
    i += match->n_words;
  }
}

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

}  // namespace

std::vector<std::vector<corpus::lexicon_phrase>> find_lexicon_phrases(const token_stream& stream,
                                                                      const std::vector<lexicon_matcher>& matchers,
                                                                      const term_rules& rules) {
  std::vector<std::vector<corpus::lexicon_phrase>> result(stream.documents.size());
  const word_forms forms(stream, rules);
  parallel_for(result.size(), [&](std::size_t i) {
    const word_row row(stream.documents[i], forms);
    for (const auto& matcher : matchers) find_in(row, matcher, result[i]);
    sort_and_merge(result[i]);
  });
  return result;
}

}  // namespace isogloss::tokens
