#include "isogloss/tokens/phrase_trie.hpp"

#include <algorithm>

#include "isogloss/tokens/glob.hpp"

namespace isogloss::tokens {
namespace {

// UAX #29 leaves apostrophes and full stops at a word's ends out of it: "workers'", "i.e.".
std::string_view trim_punctuation(std::string_view word) {
  const auto first = word.find_first_not_of("'.");
  if (first == std::string_view::npos) return {};
  return word.substr(first, word.find_last_not_of("'.") - first + 1);
}

}  // namespace

phrase_trie::phrase_trie() : nodes_(1) {}

std::size_t phrase_trie::child(std::size_t parent, const std::string& word) {
  const std::size_t next = nodes_.size();
  if (has_wildcard(word)) {
    for (const auto& [pattern, at] : nodes_[parent].patterns) {
      if (pattern == word) return at;
    }
    nodes_[parent].patterns.emplace_back(word, next);
  } else {
    const auto [found, is_new] = nodes_[parent].words.emplace(word, next);
    if (!is_new) return found->second;
  }
  nodes_.emplace_back();
  return next;
}

void phrase_trie::add(std::span<const std::string> words) {
  std::size_t at = 0;
  for (const auto& word : words) at = child(at, word);
  if (!nodes_[at].phrase) nodes_[at].phrase = n_phrases_;
  ++n_phrases_;
}

bool phrase_trie::starts_with(std::string_view word) const {
  const auto& root = nodes_.front();
  if (root.words.contains(word)) return true;
  for (const auto& [pattern, next] : root.patterns) {
    if (matches_glob(pattern, word)) return true;
  }
  return false;
}

void phrase_trie::search(std::size_t at, std::span<const std::string_view> words, std::size_t depth,
                         match& best) const {
  const node& here = nodes_[at];
  if (here.phrase && (depth > best.n_words || (depth == best.n_words && *here.phrase < best.phrase))) {
    best = {depth, *here.phrase};
  }
  if (depth == words.size()) return;
  if (const auto found = here.words.find(words[depth]); found != here.words.end()) {
    search(found->second, words, depth + 1, best);
  }
  for (const auto& [pattern, next] : here.patterns) {
    if (matches_glob(pattern, words[depth])) search(next, words, depth + 1, best);
  }
}

std::optional<phrase_trie::match> phrase_trie::longest(std::span<const std::string_view> words) const {
  match best{0, 0};
  search(0, words, 0, best);
  if (best.n_words == 0) return std::nullopt;
  return best;
}

std::vector<std::string> pattern_words(std::string_view pattern) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < pattern.size();) {
    const std::size_t end = std::min(pattern.find_first_of(" -\t", begin), pattern.size());
    const auto word = trim_punctuation(pattern.substr(begin, end - begin));
    if (!word.empty()) words.emplace_back(word);
    begin = end + 1;
  }
  return words;
}

std::vector<std::string_view> split_words(std::string_view words) {
  std::vector<std::string_view> result;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (end > begin) result.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

}  // namespace isogloss::tokens
