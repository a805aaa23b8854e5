#include "studies/negation.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace isogloss::studies {
namespace {

constexpr std::size_t reach = 3;  // words

constexpr std::array<std::string_view, 17> negations = {"barely", "cannot",  "hardly",  "lack",     "lacked", "lacking",
                                                        "lacks",  "neither", "never",   "no",       "nobody", "none",
                                                        "nor",    "not",     "nothing", "scarcely", "without"};

// They do not deny what follows.
constexpr std::array<std::array<std::string_view, 2>, 14> exceptions = {{{"no", "doubt"},
                                                                         {"no", "fewer"},
                                                                         {"no", "less"},
                                                                         {"no", "matter"},
                                                                         {"no", "sooner"},
                                                                         {"no", "wonder"},
                                                                         {"not", "alone"},
                                                                         {"not", "just"},
                                                                         {"not", "least"},
                                                                         {"not", "merely"},
                                                                         {"not", "only"},
                                                                         {"not", "simply"},
                                                                         {"not", "solely"},
                                                                         {"nothing", "but"}}};

bool negates(std::string_view word, std::string_view next) {
  if (word.ends_with("n't")) return true;
  if (std::find(negations.begin(), negations.end(), word) == negations.end()) return false;
  return std::none_of(exceptions.begin(), exceptions.end(),
                      [&](const auto& pair) { return pair[0] == word && pair[1] == next; });
}

}  // namespace

bool is_negated(const placed_words& p, const std::vector<std::string>& bases, std::span<const tokens::token> tokens,
                std::size_t first) {
  const auto voice = tokens[p.words[first].token].voice;
  bool turned = false;
  for (std::size_t i = first; i > 0 && i + reach > first;) {
    --i;
    if (p.clause[i] != p.clause[first] || tokens[p.words[i].token].voice != voice) break;
    if (negates(bases[p.words[i].form], bases[p.words[i + 1].form])) turned = !turned;
  }
  return turned;
}

}  // namespace isogloss::studies
