#include "isogloss/statistics/tfidf.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layouts.hpp"
#include "studies/document_rows.hpp"

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

namespace {

// What weights are made of.
struct weighting {
  weighting(const material& m, const tfidf_options& options)
      : counts(m.rows(term_choice::content)),
        top(options.top),
        frequencies(document_frequencies(m, options.unit)),
        idf(statistics::inverse_document_frequency(frequencies, n_units, options.scheme)),
        weights(idf, counts.tokens, options.scheme) {}

  Eigen::VectorXd document_frequencies(const material& m, idf_unit unit) {
    if (unit == idf_unit::document) {
      n_units = static_cast<double>(counts.documents.size());
      return counts::sums_of(counts).documents;
    }
    const counts::segment_matrix segments = m.segments(term_choice::content, counts.terms);
    n_units = static_cast<double>(segments.counts.rows());
    return counts::document_frequencies(segments.counts);
  }

  [[nodiscard]] std::size_t n_rows(std::size_t document) const {
    return top > 0 ? std::min(top, counts.size(document)) : counts.size(document);
  }

  const counts::packed_counts& counts;
  std::size_t top;
  double n_units = 0;
  Eigen::VectorXd frequencies, idf;
  statistics::document_weights weights;
};

class tfidf_columns {
 public:
  tfidf_columns(const weighting& w, row_names names, std::size_t n)
      : w_(w),
        names_(std::move(names)),
        documents_(n),
        terms_(n),
        counts_(n),
        frequencies_(n),
        ranks_(n),
        tf_(n),
        idf_(n),
        weights_(n) {}

  void fill(std::size_t document, std::size_t at, document_cells& cells) {
    cells.read(w_.counts, document);
    const double tokens = w_.counts.tokens[static_cast<Eigen::Index>(document)];
    std::vector<double> weights = cells.counts;
    w_.weights.weigh(cells.terms, weights, tokens);
    const auto order = cells.order.of(weights);
    std::int64_t rank = 0;
    for (std::size_t i = 0; i < w_.n_rows(document); ++i, ++at) {
      const std::uint32_t cell = order[i];
      const std::uint32_t term = cells.terms[cell];
      if (i == 0 || weights[cell] != weights[order[i - 1]]) rank = static_cast<std::int64_t>(i + 1);
      documents_[at] = static_cast<std::uint32_t>(document);
      terms_[at] = term;
      counts_[at] = static_cast<std::int64_t>(cells.counts[cell]);
      tf_[at] = w_.weights.term_frequency(cells.counts[cell], tokens);
      frequencies_[at] = static_cast<std::int64_t>(w_.frequencies[term]);
      idf_[at] = w_.idf[term];
      weights_[at] = weights[cell];
      ranks_[at] = rank;
    }
  }

  table take() {
    table result = tfidf_layout();
    std::vector<table::cells> columns;
    columns.emplace_back(text_column(names_.documents, std::move(documents_)));
    columns.emplace_back(text_column(names_.terms, std::move(terms_)));
    columns.emplace_back(std::move(counts_));
    columns.emplace_back(std::move(tf_));
    columns.emplace_back(std::move(frequencies_));
    columns.emplace_back(std::move(idf_));
    columns.emplace_back(std::move(weights_));
    columns.emplace_back(std::move(ranks_));
    result.set_columns(std::move(columns));
    return result;
  }

 private:
  const weighting& w_;
  row_names names_;
  std::vector<std::uint32_t> documents_, terms_;
  std::vector<std::int64_t> counts_, frequencies_, ranks_;
  std::vector<double> tf_, idf_, weights_;
};

template <class Sink>
void make_tfidf(const weighting& w, const row_names& names, std::size_t most, const Sink& sink) {
  make_document_rows(
      w.counts.documents.size(), most, {"ranking", "documents"},
      [&](std::size_t document) { return w.n_rows(document); },
      [&](std::size_t n) { return tfidf_columns(w, names, n); }, sink);
}

}  // namespace

table tfidf(const material& m, const tfidf_options& options) {
  const weighting w(m, options);
  std::optional<table> result;
  make_tfidf(w, copied_names(w.counts), all_rows, [&](table&& whole) { result = std::move(whole); });
  return std::move(*result);
}

void tfidf(const material& m, const tfidf_options& options, const table_sink& sink) {
  const weighting w(m, options);
  make_tfidf(w, lent_names(w.counts), rows_of_part, sink);
}

}  // namespace isogloss::studies
