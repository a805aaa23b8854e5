#include "isogloss/statistics/tfidf.hpp"

#include <vector>

#include "isogloss/base/progress.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layouts.hpp"
#include "studies/ranks.hpp"

namespace isogloss::studies {

table tfidf_layout() {
  using enum column_type;
  return {"tfidf",
          "Which terms tell each document apart.",
          "document, rank, term",
          {columns::document(),
           columns::term(),
           columns::count(),
           {"term_frequency", number, "", "the document's part of the weight; see --scheme"},
           {"document_frequency", integer, "", "documents (or segments, --idf-unit) that hold the term"},
           {"inverse_document_frequency", number, "", "the collection's part of the weight; larger is rarer"},
           {"tfidf", number, "", "the weight; for sklearn documents are scaled to length 1"},
           {"rank", integer, "", "1 is the document's largest weight; equal weights share a rank"}}};
}

table tfidf(const material& m, const tfidf_options& options) {
  table result = tfidf_layout();
  const counts::dfm dfm = m.trimmed(term_choice::content);
  const bool by_segment = options.unit == idf_unit::segment;
  const counts::segment_matrix segments =
      by_segment ? m.segments(term_choice::content, dfm.terms) : counts::segment_matrix{};
  const counts::sparse_matrix& counted = by_segment ? segments.counts : dfm.counts;
  const Eigen::VectorXd frequencies = counts::document_frequencies(counted);
  const Eigen::VectorXd idf =
      statistics::inverse_document_frequency(frequencies, static_cast<double>(counted.rows()), options.scheme);
  const auto tf = statistics::term_frequency(dfm.counts, dfm.tokens, options.scheme);
  const auto weights = statistics::tfidf(dfm.counts, dfm.tokens, idf, options.scheme);

  struct cell {
    Eigen::Index column;
    double count, tf;
  };
  std::vector<cell> cells;
  std::vector<double> values;
  const progress_stage stage({"ranking", "documents"}, m.n_documents());
  for (Eigen::Index row = 0; row < weights.rows(); ++row) {
    cells.clear();
    values.clear();
    counts::sparse_matrix::InnerIterator count(dfm.counts, row), frequency(tf, row), weight(weights, row);
    for (; count; ++count, ++frequency, ++weight) {
      cells.push_back({count.col(), count.value(), frequency.value()});
      values.push_back(weight.value());
    }
    const auto order = descending(values);
    const auto rank = ranks(values, order);
    const std::size_t n = options.top > 0 ? std::min(options.top, order.size()) : order.size();
    for (std::size_t i = 0; i < n; ++i) {
      const cell& c = cells[order[i]];
      result.add(dfm.documents[static_cast<std::size_t>(row)], dfm.terms[static_cast<std::size_t>(c.column)],
                 static_cast<std::int64_t>(c.count), c.tf, static_cast<std::int64_t>(frequencies[c.column]),
                 idf[c.column], values[order[i]], rank[i]);
    }
    stage.advance();
  }
  return result;
}

}  // namespace isogloss::studies
