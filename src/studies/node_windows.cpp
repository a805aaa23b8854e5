#include "studies/node_windows.hpp"

#include <map>
#include <optional>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "studies/node_search.hpp"
#include "studies/window_walk.hpp"

namespace isogloss::studies {
namespace {

void require_words(const material& m, const collocates_options& o) {
  if (m.options().ngrams > 1) throw data_error("--ngrams", "collocates are single terms", "Leave it out.");
  if (m.options().terms.character_ngrams > 0)
    throw data_error("--character-ngrams", "collocates are words", "Leave it out.");
  if (o.span.left + o.span.right == 0)
    throw data_error("--left, --right", "are both 0: the window holds nothing", "Give one of them a width.");
}

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
  const auto roles = roles_of_types(m, m.rules(), m.dfm(term_choice::all).terms);
  std::vector<windows_of_document> result(m.n_documents());
  parallel_for(result.size(), {"searching", "documents"},
               [&](std::size_t i) { result[i] = count_in(m, options, search, roles, i); });
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
