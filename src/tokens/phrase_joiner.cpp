#include "tokens/phrase_joiner.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isogloss/base/parallel.hpp"

namespace isogloss::tokens {
namespace {

using surfaces = std::vector<std::pair<std::size_t, std::string>>;  // places of joined tokens, words as written

class joiner {
 public:
  joiner(const token_stream& stream, const term_rules& rules) : stream_(stream), trie_(rules.phrases().trie()) {
    bases_.reserve(stream.types.size());
    for (std::size_t i = 0; i < stream.types.size(); ++i) bases_.push_back(rules.word_base(stream.types[i]));
    for (const auto& base : bases_) starts_.push_back(trie_.starts_with(base));
  }

  // In place: a document's tokens may be many.
  [[nodiscard]] surfaces join(token_list& tokens) const {
    surfaces result;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tokens.size();) {
      const std::size_t n = n_words(tokens, i);
      token joined = tokens[i];
      if (n > 1) {
        result.emplace_back(kept, surface(tokens, i, n));
        joined.end = tokens[i + n - 1].end;
      }
      tokens[kept++] = joined;
      i += n;
    }
    tokens.cut(kept);
    return result;
  }

 private:
  static constexpr std::size_t longest_phrase = 64;

  // Of the phrase that begins at `first`; 1 where none does.
  [[nodiscard]] std::size_t n_words(std::span<const token> tokens, std::size_t first) const {
    if (!starts_[index(tokens[first].type)]) return 1;
    std::vector<std::string_view> words;
    const std::size_t end = std::min(tokens.size(), first + longest_phrase);
    for (std::size_t i = first; i < end && (i == first || tokens[i].follows); ++i)
      words.emplace_back(bases_[index(tokens[i].type)]);
    const auto match = trie_.longest(words);
    return match ? match->n_words : 1;
  }

  [[nodiscard]] std::string surface(std::span<const token> tokens, std::size_t first, std::size_t n) const {
    std::string words;
    for (std::size_t i = first; i < first + n; ++i) {
      if (i > first) words += ' ';
      words += stream_.types[index(tokens[i].type)];
    }
    return words;
  }

  const token_stream& stream_;
  const phrase_trie& trie_;
  std::vector<std::string> bases_;
  std::vector<bool> starts_;
};

}  // namespace

void join_phrases(token_stream& stream, const term_rules& rules) {
  if (rules.phrases().trie().empty()) return;
  std::vector<surfaces> joined(stream.documents.size());
  {
    const joiner phrases(stream, rules);
    parallel_for(joined.size(), {"joining phrases", "documents"},
                 [&](std::size_t i) { joined[i] = phrases.join(stream.documents[i]); });
  }
  for (std::size_t i = 0; i < joined.size(); ++i) {
    for (const auto& [place, surface] : joined[i])
      stream.documents[i][place].type = static_cast<type_id>(stream.types.add(surface));
  }
}

}  // namespace isogloss::tokens
