#include "isogloss/tokens/lexicon_matcher.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "isogloss/base/parallel.hpp"
#include "isogloss/tokens/glob.hpp"

namespace isogloss::tokens {
namespace {

bool is_prefix(std::string_view pattern) {
  return pattern.find_first_of("*?") + 1 == pattern.size() && pattern.ends_with('*');
}

}  // namespace

lexicon_matcher::lexicon_matcher(const lexicon& l, const term_rules& rules) : lexicon_(&l), rules_(&rules) {
  std::map<std::vector<std::string>, std::size_t> phrase_of;
  for (std::size_t i = 0; i < l.entries.size(); ++i) {
    std::vector<std::string> words;
    for (const auto& word : l.entries[i].words) words.push_back(has_wildcard(word) ? word : rules.word_base(word));
    if (words.size() > 1) {
      const auto [same, is_new] = phrase_of.emplace(words, phrase_entries_.size());
      if (is_new) {
        phrases_.add(words);
        phrase_entries_.emplace_back();
      }
      auto& entries = phrase_entries_[same->second];
      const auto of_category = [&](std::size_t e) { return l.entries[e].category == l.entries[i].category; };
      if (std::none_of(entries.begin(), entries.end(), of_category)) entries.push_back(i);
    } else if (!has_wildcard(words[0])) {
      words_[words[0]].push_back(i);
    } else if (is_prefix(words[0])) {
      words[0].pop_back();
      longest_prefix_ = std::max(longest_prefix_, words[0].size());
      prefixes_[words[0]].push_back(i);
    } else {
      patterns_.emplace_back(words[0], i);
    }
  }
}

std::vector<std::size_t> lexicon_matcher::fitting(const std::string& word) const {
  std::vector<std::size_t> found;  // the most specific first
  if (const auto exact = words_.find(word); exact != words_.end()) found = exact->second;
  std::vector<std::pair<std::size_t, std::size_t>> wild;  // length of the pattern, entry
  for (std::size_t n = std::min(word.size(), longest_prefix_); n > 0; --n) {
    const auto prefix = prefixes_.find(word.substr(0, n));
    if (prefix == prefixes_.end()) continue;
    for (const std::size_t entry : prefix->second) wild.emplace_back(n + 1, entry);
  }
  for (const auto& [pattern, entry] : patterns_) {
    if (matches_glob(pattern, word)) wild.emplace_back(pattern.size(), entry);
  }
  std::stable_sort(wild.begin(), wild.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [length, entry] : wild) found.push_back(entry);
  return found;
}

std::vector<std::size_t> lexicon_matcher::entries_of(std::string_view word) const {
  std::string form(word);
  std::vector<std::size_t> found = fitting(form);
  if (found.empty() && form.size() > 2 && form.ends_with("'s")) {
    form.resize(form.size() - 2);
    found = fitting(rules_->word_base(form));
  }
  std::vector<bool> taken(lexicon_->categories.size());
  std::erase_if(found, [&](std::size_t entry) {
    const std::size_t category = lexicon_->entries[entry].category;
    if (taken[category]) return true;
    taken[category] = true;
    return false;
  });
  return found;
}

term_options lexicon_form(term_options options) {
  options.keep_case = false;
  options.strip_possessive = false;
  options.stem.clear();
  options.stopwords.clear();
  options.phrases.clear();
  options.character_ngrams = 0;
  return options;
}

}  // namespace isogloss::tokens
