#include "isogloss/statistics/tfidf.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layouts.hpp"

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

// Weights of all cells, and what they are made of.
struct weighted {
  weighted(const material& m, const tfidf_options& options) : dfm(m.kept(term_choice::content)) {
    const bool by_segment = options.unit == idf_unit::segment;
    const counts::segment_matrix segments =
        by_segment ? m.segments(term_choice::content, dfm.terms) : counts::segment_matrix{};
    const counts::sparse_matrix& counted = by_segment ? segments.counts : dfm.counts;
    frequencies = counts::document_frequencies(counted);
    idf = statistics::inverse_document_frequency(frequencies, static_cast<double>(counted.rows()), options.scheme);
    tf = statistics::term_frequency(dfm.counts, dfm.tokens, options.scheme);
    weights = statistics::tfidf(dfm.counts, dfm.tokens, idf, options.scheme);
  }

  const counts::dfm& dfm;
  Eigen::VectorXd frequencies, idf;
  statistics::weight_matrix tf, weights;
};

// A document's cells, the largest weight first; equal ones by term.
struct ranked_cell {
  double weight;
  std::uint32_t place;  // in the row
};

std::vector<ranked_cell> rank(const weighted& w, Eigen::Index row, std::size_t top) {
  std::vector<ranked_cell> cells;
  std::uint32_t place = 0;
  for (statistics::weight_matrix::InnerIterator cell(w.weights, row); cell; ++cell)
    cells.push_back({cell.value(), place++});
  const auto before = [](const ranked_cell& a, const ranked_cell& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.place < b.place;
  };
  const std::size_t n = top > 0 ? std::min(top, cells.size()) : cells.size();
  std::partial_sort(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(n), cells.end(), before);
  cells.resize(n);
  return cells;
}

class tfidf_rows {
 public:
  explicit tfidf_rows(const weighted& w)
      : w_(w),
        document_names_(std::make_shared<std::vector<std::string>>(w.dfm.documents)),
        term_names_(std::make_shared<std::vector<std::string>>(w.dfm.terms)) {}

  void add(Eigen::Index row, const std::vector<ranked_cell>& cells) {
    const int begin = w_.dfm.counts.outerIndexPtr()[row];
    std::int64_t rank = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i == 0 || cells[i].weight != cells[i - 1].weight) rank = static_cast<std::int64_t>(i + 1);
      const auto at = static_cast<std::size_t>(begin) + cells[i].place;
      const int column = w_.dfm.counts.innerIndexPtr()[at];
      documents_.push_back(static_cast<std::uint32_t>(row));
      terms_.push_back(static_cast<std::uint32_t>(column));
      counts_.push_back(static_cast<std::int64_t>(w_.dfm.counts.valuePtr()[at]));
      tf_.push_back(w_.tf.valuePtr()[at]);
      frequencies_.push_back(static_cast<std::int64_t>(w_.frequencies[column]));
      idf_.push_back(w_.idf[column]);
      weights_.push_back(cells[i].weight);
      ranks_.push_back(rank);
    }
  }

  [[nodiscard]] std::size_t size() const { return terms_.size(); }

  table take() {
    table result = tfidf_layout();
    std::vector<table::cells> columns;
    columns.emplace_back(text_column(document_names_, std::exchange(documents_, {})));
    columns.emplace_back(text_column(term_names_, std::exchange(terms_, {})));
    columns.emplace_back(std::exchange(counts_, {}));
    columns.emplace_back(std::exchange(tf_, {}));
    columns.emplace_back(std::exchange(frequencies_, {}));
    columns.emplace_back(std::exchange(idf_, {}));
    columns.emplace_back(std::exchange(weights_, {}));
    columns.emplace_back(std::exchange(ranks_, {}));
    result.set_columns(std::move(columns));
    return result;
  }

 private:
  const weighted& w_;
  std::shared_ptr<const std::vector<std::string>> document_names_, term_names_;
  std::vector<std::uint32_t> documents_, terms_;
  std::vector<std::int64_t> counts_, frequencies_, ranks_;
  std::vector<double> tf_, idf_, weights_;
};

constexpr std::size_t documents_at_a_time = 64;
constexpr std::size_t rows_of_part = std::size_t{1} << 18U;

// Documents are sorted in parallel, some at a time, and added in their order.
template <class Function>
void fill(tfidf_rows& rows, const weighted& w, std::size_t top, const Function& after_some) {
  const auto n = static_cast<std::size_t>(w.weights.rows());
  const progress_stage stage({"ranking", "documents"}, n);
  for (std::size_t first = 0; first < n; first += documents_at_a_time) {
    std::vector<std::vector<ranked_cell>> some(std::min(documents_at_a_time, n - first));
    parallel_for(some.size(), [&](std::size_t i) { some[i] = rank(w, static_cast<Eigen::Index>(first + i), top); });
    for (std::size_t i = 0; i < some.size(); ++i) rows.add(static_cast<Eigen::Index>(first + i), some[i]);
    stage.advance(some.size());
    after_some();
  }
}

}  // namespace

table tfidf(const material& m, const tfidf_options& options) {
  const weighted w(m, options);
  tfidf_rows rows(w);
  fill(rows, w, options.top, [] {});
  return rows.take();
}

void tfidf(const material& m, const tfidf_options& options, const table_sink& sink) {
  const weighted w(m, options);
  tfidf_rows rows(w);
  fill(rows, w, options.top, [&] {
    if (rows.size() >= rows_of_part) sink(rows.take());
  });
  sink(rows.take());
}

}  // namespace isogloss::studies
