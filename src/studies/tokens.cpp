#include <string>
#include <vector>

#include "isogloss/base/progress.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

// The term of each type as the table shows it; "" where the type is not counted or on the stop list.
std::vector<std::string> terms_of_types(const material& m) {
  const auto& types = m.stream().types;
  std::vector<std::string> terms(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (!m.rules().is_counted(types[i])) continue;
    for (const auto& term : m.rules().terms(types[i])) terms[i] += (terms[i].empty() ? "" : " ") + term;
  }
  return terms;
}

constexpr std::size_t rows_of_part = std::size_t{1} << 16U;

// Adds a row for every token, and calls added() after each.
template <class Added>
void list(const material& m, table& to, const Added& added) {
  const tokens::token_stream& stream = m.stream();
  const auto terms = terms_of_types(m);
  const progress_stage stage({"listing", "documents"}, m.n_documents());
  for (std::size_t i = 0; i < stream.documents.size(); ++i) {
    const std::string& document = m.study().documents[i].name;
    for (const auto& t : stream.documents[i]) {
      const auto& voice = stream.voices[t.voice];
      const std::string& term = terms[index(t.type)];
      if (term.empty() || !m.options().zones.contains(voice.kind)) continue;
      to.add(document, t.segment, t.sentence, name(voice.kind), voice.speaker, t.begin, t.end,
             stream.types[index(t.type)], term);
      added();
    }
    stage.advance();
  }
}

}  // namespace

table tokens_layout() {
  using enum column_type;
  return {"tokens",
          "Every counted token of the chosen zones.",
          "document, begin",
          {columns::document(),
           {"segment", integer, "", "its segment, from 1 in each document"},
           {"sentence", integer, "", "its sentence, from 1 in each document"},
           {"zone", string, "", "body is the author's own voice"},
           {"speaker", string, "", "who is quoted, in a quotation"},
           {"begin", integer, "bytes", "where it begins in the document's UTF-8 text"},
           {"end", integer, "bytes", "where it ends: the byte after the last"},
           {"token", string, "", "as written; the words of a joined phrase with single spaces"},
           {"term", string, "", "what it counts as; with --character-ngrams all of them"}}};
}

table tokens(const material& m) {
  table result = tokens_layout();
  list(m, result, [] {});
  return result;
}

void tokens(const material& m, const table_sink& sink) {
  table part = tokens_layout();
  list(m, part, [&] {
    if (part.n_rows() < rows_of_part) return;
    sink(part);
    part = tokens_layout();
  });
  if (part.n_rows() > 0) sink(part);
}

}  // namespace isogloss::studies
