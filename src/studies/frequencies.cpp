#include <vector>

#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layouts.hpp"
#include "studies/ranks.hpp"

namespace isogloss::studies {

table frequencies_layout() {
  using enum column_type;
  return {"frequencies",
          "How often each document uses each term.",
          "document, rank, term",
          {columns::document(),
           columns::term(),
           columns::count(),
           {"relative_frequency", number, "share", "count divided by the document's running words, from 0 to 1"},
           {"rank", integer, "", "1 is the document's most frequent term; equal counts share a rank"}}};
}

table frequencies(const material& m) {
  table result = frequencies_layout();
  const counts::dfm dfm = m.trimmed(term_choice::all);
  std::vector<double> counts;
  std::vector<std::size_t> columns;
  for (Eigen::Index row = 0; row < dfm.counts.rows(); ++row) {
    counts.clear();
    columns.clear();
    for (counts::sparse_matrix::InnerIterator cell(dfm.counts, row); cell; ++cell) {
      counts.push_back(cell.value());
      columns.push_back(static_cast<std::size_t>(cell.col()));
    }
    const auto order = descending(counts);
    const auto rank = ranks(counts, order);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const double count = counts[order[i]];
      result.add(dfm.documents[static_cast<std::size_t>(row)], dfm.terms[columns[order[i]]],
                 static_cast<std::int64_t>(count), count / dfm.tokens[row], rank[i]);
    }
  }
  return result;
}

}  // namespace isogloss::studies
