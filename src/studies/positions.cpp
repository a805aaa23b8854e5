#include "isogloss/studies/positions.hpp"

#include <fmt/format.h>

#include <unordered_set>

#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

using column_cells = Eigen::SparseMatrix<double, Eigen::ColMajor>;

// The terms of each part of a table, in its order; parts by their first rows.
std::vector<std::vector<std::string>> terms_by(const table& t, const std::vector<const char*>& part, std::size_t most) {
  std::vector<std::vector<std::string>> parts;
  std::unordered_map<std::string, std::size_t> place;
  for (std::size_t r = 0; r < t.n_rows(); ++r) {
    std::string key;
    for (const char* column : part) key += t.texts(column)[r] + '\n';
    const auto [found, is_new] = place.emplace(std::move(key), parts.size());
    if (is_new) parts.emplace_back();
    auto& terms = parts[found->second];
    if (terms.size() < most) terms.push_back(t.texts("term")[r]);
  }
  return parts;
}

// Where the middle of each segment lies in its document.
std::vector<double> places_of(const counts::segment_matrix& s) {
  std::vector<double> places(s.document_of.size());
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin;
    double all = 0;
    for (; end < places.size() && s.document_of[end] == s.document_of[begin]; ++end) {
      const double tokens = s.tokens[static_cast<Eigen::Index>(end)];
      places[end] = all + tokens / 2;
      all += tokens;
    }
    for (; begin < end; ++begin) places[begin] /= all;
  }
  return places;
}

}  // namespace

std::vector<std::string> telling_terms(const table* keyness, const table& tfidf, std::size_t most) {
  const bool compared = keyness != nullptr && keyness->n_rows() > 0;
  const auto parts = compared ? terms_by(*keyness, {"target", "reference"}, most) : terms_by(tfidf, {"document"}, most);
  std::vector<std::string> chosen;
  std::unordered_set<std::string> taken;
  for (std::size_t i = 0; i < most && chosen.size() < most; ++i) {
    for (const auto& terms : parts) {
      if (i < terms.size() && chosen.size() < most && taken.insert(terms[i]).second) chosen.push_back(terms[i]);
    }
  }
  return chosen;
}

table positions_layout() {
  using enum column_type;
  return {"positions",
          "In which segments of each document the most telling terms stand, and where.",
          "the order of terms, that of documents, segment; the most telling term first",
          {columns::term(),
           columns::document(),
           {"segment", integer, "", "its number in the document, from 1"},
           {"place", number, "share", "of the document's tokens, those before the middle of the segment; 0 to 1"},
           {"count", integer, "tokens", "occurrences of the term in the segment, in the chosen zones"},
           {"tokens", integer, "tokens", "all words of the segment in the chosen zones"},
           {"per_thousand", number, "per thousand tokens", "1000 * count / tokens"}}};
}

term_positions positions(const material& m, const std::vector<std::string>& terms, const positions_options& options) {
  const auto segments = m.segments(term_choice::all, terms);
  const column_cells cells(segments.counts);
  const auto places = places_of(segments);
  term_positions result{positions_layout(), {}};
  std::size_t n_terms = 0, n_left_out = 0;
  for (std::size_t i = 0; i < terms.size() && n_terms < options.most_terms; ++i) {
    const auto column = static_cast<Eigen::Index>(i);
    const auto n = static_cast<std::size_t>(cells.col(column).nonZeros());
    if (n == 0 || static_cast<double>(n) > options.most_segments * static_cast<double>(places.size())) continue;
    if (result.positions.n_rows() + n > options.most_rows) {
      ++n_left_out;
      continue;
    }
    ++n_terms;
    for (column_cells::InnerIterator cell(cells, column); cell; ++cell) {
      const auto s = static_cast<std::size_t>(cell.row());
      const double tokens = segments.tokens[cell.row()];
      result.positions.add(terms[i], m.study().documents[segments.document_of[s]].name, segments.segment[s], places[s],
                           static_cast<std::int64_t>(cell.value()), static_cast<std::int64_t>(tokens),
                           1000 * cell.value() / tokens);
    }
  }
  if (n_left_out > 0) {
    result.notes.push_back(
        fmt::format("the table positions leaves out {} of the telling terms: it would have more than {} rows",
                    n_left_out, options.most_rows));
  }
  return result;
}

}  // namespace isogloss::studies
