#include "studies/window_counts.hpp"

#include <algorithm>
#include <unordered_map>

#include "isogloss/counts/dfm.hpp"

namespace isogloss::studies {
namespace {

std::vector<counted_units> tokens_as_units(const material& m, const std::vector<std::string>& terms,
                                           const std::vector<std::size_t>& documents) {
  std::unordered_map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < terms.size(); ++i) place.emplace(terms[i], i);
  const tokens::token_stream& stream = m.stream();
  const counts::term_index index(stream.types, &m.rules());
  std::vector<counted_units> result;
  for (const std::size_t document : documents) {
    counted_units units{"token", {0}, {}, {}};
    for (const auto& token : stream.documents[document]) {
      const auto running = static_cast<std::size_t>(index.tokens(token.type));
      if (running == 0 || !m.options().zones.contains(stream.voices[token.voice].kind)) continue;
      for (const auto& o : index.of_type(token.type)) {
        const auto found = place.find(index.terms()[o.term]);
        if (found != place.end()) units.cells.push_back({found->second, static_cast<double>(o.times)});
      }
      units.first.push_back(units.cells.size());
      units.tokens.push_back(running);
    }
    result.push_back(std::move(units));
  }
  return result;
}

std::vector<counted_units> segments_as_units(const material& m, const std::vector<std::string>& terms,
                                             const std::vector<std::size_t>& documents) {
  const counts::segment_matrix segments = m.segments(term_choice::all, terms);
  std::vector<counted_units> of_document(m.n_documents(), counted_units{"segment", {0}, {}, {}});
  for (std::size_t i = 0; i < segments.document_of.size(); ++i) {
    counted_units& units = of_document[segments.document_of[i]];
    const auto row = static_cast<Eigen::Index>(i);
    for (counts::sparse_matrix::InnerIterator cell(segments.counts, row); cell; ++cell) {
      units.cells.push_back({static_cast<std::size_t>(cell.col()), cell.value()});
    }
    units.first.push_back(units.cells.size());
    units.tokens.push_back(static_cast<std::size_t>(segments.tokens[row]));
  }
  std::vector<counted_units> result;
  for (const std::size_t document : documents) result.push_back(of_document[document]);
  return result;
}

}  // namespace

std::vector<counted_units> units_of(const material& m, const std::vector<std::string>& terms,
                                    const std::vector<std::size_t>& documents) {
  return m.study().has_texts() && m.options().ngrams == 1 ? tokens_as_units(m, terms, documents)
                                                          : segments_as_units(m, terms, documents);
}

std::vector<unit_window> windows(const counted_units& units, std::size_t window, std::size_t step) {
  std::vector<std::size_t> before = {0};  // tokens before each unit
  for (const std::size_t tokens : units.tokens) before.push_back(before.back() + tokens);
  std::vector<unit_window> result;
  const auto add = [&](std::size_t begin, std::size_t end) {
    result.push_back({begin, end, before[begin] + 1, before[end]});
  };
  std::size_t begin = 0, end = 0;
  for (;;) {
    end = std::max(end, begin);
    while (end < units.size() && before[end] - before[begin] < window) ++end;
    if (end == units.size()) break;
    add(begin, end);
    const std::size_t next = before[begin] + step;
    while (begin < units.size() && before[begin] < next) ++begin;
  }
  // The last window is as long as the others: it begins where it must to end with the document.
  begin = units.size();
  while (begin > 0 && before.back() - before[begin] < window) --begin;
  add(begin, units.size());
  return result;
}

statistics::dense_profiles profile_of(const counted_units& units, const unit_window& w, Eigen::Index n_terms) {
  statistics::dense_profiles profile = statistics::dense_profiles::Zero(1, n_terms);
  for (std::size_t i = units.first[w.begin]; i < units.first[w.end]; ++i) {
    profile(0, static_cast<Eigen::Index>(units.cells[i].term)) += units.cells[i].count;
  }
  return profile / static_cast<double>(w.last_token - w.first_token + 1);
}

}  // namespace isogloss::studies
