#include "studies/compared_segments.hpp"

#include <map>

namespace isogloss::studies {

nested_segments nest(const keyness_counts& counts, const comparison& c, const std::vector<std::size_t>& authors) {
  nested_segments result;
  std::map<std::size_t, std::size_t> document_number;
  std::map<std::pair<side, std::size_t>, std::size_t> author_number;  // somebody on both sides is two
  for (std::size_t s = 0; s < counts.document_of.size(); ++s) {
    const std::size_t d = counts.document_of[s];
    const side of = c.side_of[d];
    if (of == side::neither) continue;
    const auto [document, new_document] = document_number.emplace(d, document_number.size());
    if (new_document) {
      const auto [author, new_author] = author_number.emplace(std::pair(of, authors[d]), author_number.size());
      result.nesting.author_of.push_back(author->second);
      if (new_author) result.nesting.side_of.push_back(of == side::target ? 0 : 1);
    }
    result.nesting.document_of.push_back(document->second);
    result.kept.push_back(s);
    result.is_target.push_back(of == side::target);
  }
  return result;
}

statistics::segment_counts counts_of_terms(const keyness_counts& counts, const nested_segments& n,
                                           const std::vector<std::size_t>& terms) {
  std::vector<int> place(static_cast<std::size_t>(counts.segments.rows()), -1);
  statistics::segment_counts result;
  result.tokens.resize(static_cast<Eigen::Index>(n.kept.size()));
  for (std::size_t i = 0; i < n.kept.size(); ++i) {
    place[n.kept[i]] = static_cast<int>(i);
    result.tokens[static_cast<Eigen::Index>(i)] = counts.segment_tokens[static_cast<Eigen::Index>(n.kept[i])];
  }
  std::vector<Eigen::Triplet<double>> cells;
  for (std::size_t r = 0; r < terms.size(); ++r) {
    for (Eigen::SparseMatrix<double>::InnerIterator cell(counts.segments, static_cast<Eigen::Index>(terms[r])); cell;
         ++cell) {
      const int row = place[static_cast<std::size_t>(cell.row())];
      if (row >= 0) cells.emplace_back(row, static_cast<int>(r), cell.value());
    }
  }
  result.counts.resize(static_cast<Eigen::Index>(n.kept.size()), static_cast<Eigen::Index>(terms.size()));
  result.counts.setFromTriplets(cells.begin(), cells.end());
  result.is_target = n.is_target;
  return result;
}

}  // namespace isogloss::studies
