#include "isogloss/tokens/lexicon_finder.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>

namespace isogloss::tokens {

std::size_t end_of_run(const std::vector<running_word>& of, std::span<const token> tokens, std::size_t first) {
  constexpr std::size_t longest_phrase = 64;
  const std::size_t furthest = std::min(of.size(), first + longest_phrase);
  const auto segment = tokens[of[first].token].segment;
  std::size_t end = first + 1;
  // A phrase that a segment's forced cut parts is none: its words count where they stand.
  while (end < furthest && of[end].follows && tokens[of[end].token].segment == segment) ++end;
  return end;
}

std::string joined_words(const stream_words& words, const std::vector<running_word>& of, std::size_t first,
                         std::size_t n_words) {
  std::string result;
  for (std::size_t i = first; i < first + n_words; ++i) {
    if (i > first) result += ' ';
    result += words.forms[of[i].form];
  }
  return result;
}

lexicon_finder::lexicon_finder(const lexicon_matcher& matcher, const stream_words& words, const term_rules& rules)
    : matcher_(&matcher) {
  bases_.reserve(words.forms.size());
  for (std::size_t i = 0; i < words.forms.size(); ++i) bases_.push_back(rules.word_base(words.forms[i]));
}

std::vector<lexicon_place> lexicon_finder::phrases(const std::vector<running_word>& of,
                                                   std::span<const token> tokens) const {
  std::vector<lexicon_place> found;
  std::vector<std::string_view> run;
  for (std::size_t i = 0; i < of.size();) {
    std::size_t n_words = 1;
    if (matcher_->phrases().starts_with(bases_[of[i].form])) {
      run.clear();
      const std::size_t end = end_of_run(of, tokens, i);
      for (std::size_t word = i; word < end; ++word) run.emplace_back(bases_[of[word].form]);
      if (const auto match = matcher_->phrases().longest(run)) {
        n_words = match->n_words;
        for (const std::size_t entry : matcher_->phrase_entries(match->phrase)) found.push_back({i, n_words, entry});
      }
    }
    i += n_words;
  }
  return found;
}

std::vector<lexicon_place> lexicon_finder::find(const std::vector<running_word>& of,
                                                std::span<const token> tokens) const {
  std::vector<lexicon_place> found;
  const auto in_phrases = phrases(of, tokens);
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> entries_of;  // each distinct word is asked for once
  std::size_t next = 0;
  for (std::size_t i = 0; i < of.size();) {
    std::size_t n_words = 0;
    for (; next < in_phrases.size() && in_phrases[next].first == i; ++next) {
      n_words = in_phrases[next].n_words;
      found.push_back(in_phrases[next]);
    }
    if (n_words == 0) {
      const auto [entries, is_new] = entries_of.try_emplace(of[i].form);
      if (is_new) entries->second = matcher_->entries_of(bases_[of[i].form]);
      for (const std::size_t entry : entries->second) found.push_back({i, 1, entry});
      n_words = 1;
    }
    i += n_words;
  }
  return found;
}

}  // namespace isogloss::tokens
