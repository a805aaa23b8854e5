#include "studies/node_windows.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "studies/node_search.hpp"

namespace isogloss::studies {
namespace {

using tokens::token;

// What a type is in a window: a running word or none, and its column, if it is a term of the chosen zones.
struct type_role {
  bool counted = false;
  std::optional<std::size_t> term;
};

std::vector<type_role> roles_of_types(const material& m) {
  const auto& types = m.stream().types;
  const auto& terms = m.dfm(term_choice::all).terms;
  std::vector<type_role> roles(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    roles[i].counted = m.rules().is_counted(types[i]);
    if (!roles[i].counted) continue;
    for (const auto& term : m.rules().terms(types[i])) {
      const auto found = std::lower_bound(terms.begin(), terms.end(), term);
      if (found != terms.end() && *found == term) roles[i].term = static_cast<std::size_t>(found - terms.begin());
    }
  }
  return roles;
}

void require_words(const material& m, const collocates_options& o) {
  if (m.options().ngrams > 1) throw data_error("--ngrams", "collocates are single terms", "Leave it out.");
  if (m.options().terms.character_ngrams > 0)
    throw data_error("--character-ngrams", "collocates are words", "Leave it out.");
  if (o.span.left + o.span.right == 0)
    throw data_error("--left, --right", "are both 0: the window holds nothing", "Give one of them a width.");
}

// Goes from a node outwards, a window's width.
class walker {
 public:
  walker(const std::vector<token>& tokens, const std::vector<type_role>& roles, bool across_sentences)
      : tokens_(tokens), roles_(roles), across_sentences_(across_sentences) {}

  // Calls found(term) for the terms among the `width` running words next to the token `node` in steps of +1 or -1.
  template <class Found>
  void walk(std::size_t node, std::ptrdiff_t step, std::size_t width, const Found& found) const {
    const token* inner = &tokens_[node];
    bool interrupted = false;  // by another voice
    std::ptrdiff_t at = static_cast<std::ptrdiff_t>(node) + step;
    for (; width > 0 && at >= 0 && at < std::ssize(tokens_); at += step) {
      const token& t = tokens_[static_cast<std::size_t>(at)];
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
  const std::vector<token>& tokens_;
  const std::vector<type_role>& roles_;
  bool across_sentences_;
};

windows_of_document count_in(const material& m, const collocates_options& o, const node_search& search,
                             const std::vector<type_role>& roles, std::size_t document) {
  const auto& tokens = m.stream().documents[document];
  const auto words = search.words.of_document(tokens);
  const walker from(tokens, roles, o.across_sentences);
  std::map<std::size_t, windows_of_document::cell> cells;
  windows_of_document result;
  std::optional<std::size_t> last_node;  // two words of one joined phrase are one node
  for (const std::size_t word : search.find(m, document, words)) {
    const std::size_t first = words[word].token;
    const std::size_t last = words[word + search.pattern.n_words() - 1].token;
    if (last_node && first <= *last_node) continue;
    last_node = last;
    ++result.nodes;
    from.walk(first, -1, o.span.left, [&](std::size_t term) { ++cells[term].left; });
    from.walk(last, +1, o.span.right, [&](std::size_t term) { ++cells[term].right; });
  }
  for (const auto& [term, cell] : cells) result.cells.push_back({term, cell.left, cell.right});
  return result;
}

}  // namespace

std::vector<windows_of_document> count_windows(const material& m, const collocates_options& options) {
  const node_search search(m, options.pattern, options.regex);
  require_words(m, options);
  const auto roles = roles_of_types(m);
  std::vector<windows_of_document> result(m.n_documents());
  parallel_for(result.size(), [&](std::size_t i) { result[i] = count_in(m, options, search, roles, i); });
  return result;
}

std::vector<collocate_counts> by_collocate(const std::vector<windows_of_document>& windows) {
  std::map<std::size_t, collocate_counts> terms;
  for (std::size_t d = 0; d < windows.size(); ++d) {
    for (const auto& cell : windows[d].cells) {
      auto& counts = terms[cell.term];
      counts.documents.resize(windows.size());
      counts.term = cell.term;
      counts.left += cell.left;
      counts.right += cell.right;
      counts.documents[d] = cell.count();
    }
  }
  std::vector<collocate_counts> result;
  for (auto& [term, counts] : terms) result.push_back(std::move(counts));
  return result;
}

}  // namespace isogloss::studies
