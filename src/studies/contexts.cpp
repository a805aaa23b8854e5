#include "studies/contexts.hpp"

#include <algorithm>
#include <numeric>

#include "isogloss/base/parallel.hpp"
#include "studies/content_options.hpp"
#include "studies/window_walk.hpp"

namespace isogloss::studies {
namespace {

// A term in a segment, and a collocate or, of contexts, nothing.
struct record {
  std::uint32_t term, segment, collocate;
  friend auto operator<=>(const record&, const record&) = default;
};

struct records_of_document {
  std::vector<record> contexts, collocates;  // sorted
  std::vector<std::uint32_t> counts;         // of each term
};

records_of_document walk_document(const material& m, const window_span& span, const std::vector<type_role>& roles,
                                  std::size_t document, std::size_t n_terms) {
  const auto& tokens = m.stream().documents[document];
  const walker from(tokens, roles, false);
  records_of_document result;
  result.counts.resize(n_terms);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto& role = roles[index(tokens[i].type)];
    if (!role.term || !m.options().zones.contains(m.stream().voices[tokens[i].voice].kind)) continue;
    const auto term = static_cast<std::uint32_t>(*role.term);
    ++result.counts[term];
    const std::size_t before = result.collocates.size();
    const auto take = [&](std::size_t collocate) {
      if (collocate != term)
        result.collocates.push_back({term, tokens[i].segment, static_cast<std::uint32_t>(collocate)});
    };
    from.walk(i, -1, span.left, take);
    from.walk(i, +1, span.right, take);
    if (result.collocates.size() > before) result.contexts.push_back({term, tokens[i].segment, 0});
  }
  std::sort(result.contexts.begin(), result.contexts.end());
  std::sort(result.collocates.begin(), result.collocates.end());
  return result;
}

// The record after the last that equals *first.
std::vector<record>::const_iterator end_of_run(std::vector<record>::const_iterator first,
                                               std::vector<record>::const_iterator last) {
  return std::find_if(first, last, [&](const record& r) { return r != *first; });
}

void add_document(const records_of_document& records, std::size_t document, std::vector<contexts_of_term>& all) {
  auto cell = records.collocates.begin();
  for (auto context = records.contexts.begin(); context != records.contexts.end();) {
    const auto next_context = end_of_run(context, records.contexts.end());
    auto& of = all[context->term];
    const std::size_t first = of.cells.size();
    while (cell != records.collocates.end() && cell->term == context->term && cell->segment == context->segment) {
      const auto next_cell = end_of_run(cell, records.collocates.end());
      of.cells.push_back({cell->collocate, static_cast<std::uint32_t>(next_cell - cell)});
      cell = next_cell;
    }
    of.segments.push_back({static_cast<std::uint32_t>(document), context->segment,
                           static_cast<std::uint32_t>(next_context - context), first, of.cells.size()});
    context = next_context;
  }
}

}  // namespace

content_contexts::content_contexts(const material& m, const window_span& span) {
  const auto& terms = m.dfm(term_choice::all).terms;
  const tokens::term_rules content(content_options(m.options()));
  const auto roles = roles_of_types(m, content, terms);
  std::vector<records_of_document> records(m.n_documents());
  parallel_for(records.size(), {"reading contexts", "documents"},
               [&](std::size_t d) { records[d] = walk_document(m, span, roles, d, terms.size()); });
  // Random deals go through the segments in order: by name, so that the order of documents.csv does not matter.
  std::vector<std::size_t> order(records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return m.study().documents[a].name < m.study().documents[b].name; });
  contexts_.resize(terms.size());
  counts_.resize(records.size());
  for (const std::size_t d : order) {
    add_document(records[d], d, contexts_);
    counts_[d] = std::move(records[d].counts);
    records[d] = {};
  }
}

double content_contexts::count(std::size_t term, const comparison& c, side of) const {
  double sum = 0;
  for (std::size_t d = 0; d < counts_.size(); ++d) sum += c.side_of[d] == of ? counts_[d][term] : 0;
  return sum;
}

content_contexts::compared content_contexts::of_comparison(std::size_t term, const comparison& c) const {
  const contexts_of_term& all = contexts_[term];
  compared result;
  for (const auto& s : all.segments) {
    if (c.side_of[s.document] == side::neither) continue;
    for (std::size_t i = s.first; i < s.last; ++i) result.terms.push_back(all.cells[i].term);
  }
  std::sort(result.terms.begin(), result.terms.end());
  result.terms.erase(std::unique(result.terms.begin(), result.terms.end()), result.terms.end());
  auto& counts = result.counts;
  counts.n_collocates = result.terms.size();
  std::uint32_t last_document = 0;
  for (const auto& s : all.segments) {
    if (c.side_of[s.document] == side::neither) continue;
    const bool another = !result.document_of.empty() && s.document != last_document;
    result.document_of.push_back(result.document_of.empty() ? 0 : result.document_of.back() + (another ? 1 : 0));
    last_document = s.document;
    counts.first.push_back(counts.cells.size());
    counts.contexts.push_back(s.contexts);
    counts.in_a.push_back(c.side_of[s.document] == side::target);
    for (std::size_t i = s.first; i < s.last; ++i) {
      const auto place = std::lower_bound(result.terms.begin(), result.terms.end(), all.cells[i].term);
      counts.cells.push_back({static_cast<std::uint32_t>(place - result.terms.begin()), all.cells[i].count});
    }
  }
  counts.first.push_back(counts.cells.size());
  return result;
}

}  // namespace isogloss::studies
