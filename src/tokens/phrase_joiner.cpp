#include "tokens/phrase_joiner.hpp"

#include <string_view>
#include <utility>

#include "isogloss/base/parallel.hpp"

namespace isogloss::tokens {
namespace {

struct joined_document {
  std::vector<token> tokens;
  std::vector<std::pair<std::size_t, std::string>> surfaces;  // place in tokens, words as written
};

class joiner {
 public:
  joiner(const token_stream& stream, const term_rules& rules) : stream_(stream), trie_(rules.phrases().trie()) {
    bases_.reserve(stream.types.size());
    for (std::size_t i = 0; i < stream.types.size(); ++i) bases_.push_back(rules.word_base(stream.types[i]));
    for (const auto& base : bases_) starts_.push_back(trie_.starts_with(base));
  }

  [[nodiscard]] joined_document join(const std::vector<token>& tokens) const {
    joined_document result;
    result.tokens.reserve(tokens.size());
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < tokens.size();) {
      std::size_t n = 1;
      if (starts_[index(tokens[i].type)]) {
        words.clear();
        for (std::size_t j = i; j < tokens.size() && (j == i || tokens[j].follows) && j < i + longest_phrase; ++j) {
          words.emplace_back(bases_[index(tokens[j].type)]);
        }
        if (const auto match = trie_.longest(words)) n = match->n_words;
      }
      result.tokens.push_back(tokens[i]);
      if (n > 1) {
        result.surfaces.emplace_back(result.tokens.size() - 1, surface(tokens, i, n));
        result.tokens.back().end = tokens[i + n - 1].end;
      }
      i += n;
    }
    return result;
  }

 private:
  static constexpr std::size_t longest_phrase = 64;

  [[nodiscard]] std::string surface(const std::vector<token>& tokens, std::size_t first, std::size_t n) const {
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
  std::vector<joined_document> joined(stream.documents.size());
  {
    const joiner phrases(stream, rules);
    parallel_for(joined.size(), {"joining phrases", "documents"},
                 [&](std::size_t i) { joined[i] = phrases.join(stream.documents[i]); });
  }
  for (std::size_t i = 0; i < joined.size(); ++i) {
    for (const auto& [place, surface] : joined[i].surfaces) {
      joined[i].tokens[place].type = static_cast<type_id>(stream.types.add(surface));
    }
    stream.documents[i] = std::move(joined[i].tokens);
  }
}

}  // namespace isogloss::tokens
