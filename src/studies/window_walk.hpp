#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

// What a type is in a window: a running word or none, and its column, if it is a term of the chosen zones.
struct type_role {
  bool counted = false;
  std::optional<std::size_t> term;
};

// `rules` says which terms there are, `terms` (by code point) which of them have a column.
[[nodiscard]] inline std::vector<type_role> roles_of_types(const material& m, const tokens::term_rules& rules,
                                                           const std::vector<std::string>& terms) {
  const auto& types = m.stream().types;
  std::vector<type_role> roles(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    roles[i].counted = m.rules().is_counted(types[i]);
    if (!roles[i].counted) continue;
    for (const auto& term : rules.terms(types[i])) {
      const auto found = std::lower_bound(terms.begin(), terms.end(), term);
      if (found != terms.end() && *found == term) roles[i].term = static_cast<std::size_t>(found - terms.begin());
    }
  }
  return roles;
}

// Goes from a node outwards, a window's width.
class walker {
 public:
  walker(std::span<const tokens::token> tokens, const std::vector<type_role>& roles, bool across_sentences)
      : tokens_(tokens), roles_(roles), across_sentences_(across_sentences) {}

  // Calls found(term) for the terms among the `width` running words next to the token `node` in steps of +1 or -1.
  template <class Found>
  void walk(std::size_t node, std::ptrdiff_t step, std::size_t width, const Found& found) const {
    const tokens::token* inner = &tokens_[node];
    bool interrupted = false;  // by another voice
    std::ptrdiff_t at = static_cast<std::ptrdiff_t>(node) + step;
    for (; width > 0 && at >= 0 && at < std::ssize(tokens_); at += step) {
      const tokens::token& t = tokens_[static_cast<std::size_t>(at)];
      const type_role& role = roles_[index(t.type)];
      if (!role.counted) continue;
      const bool other_voice = t.voice != inner->voice;
      if (t.sentence != inner->sentence && (!across_sentences_ || other_voice || interrupted)) return;
      interrupted = other_voice;
      if (other_voice) continue;
      if (role.term) found(*role.term);
      inner = &t;
      --width;
    }
  }

 private:
  std::span<const tokens::token> tokens_;
  const std::vector<type_role>& roles_;
  bool across_sentences_;
};

}  // namespace isogloss::studies
