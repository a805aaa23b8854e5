#include <optional>
#include <utility>
#include <vector>

#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layouts.hpp"
#include "studies/document_rows.hpp"

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

namespace {

class frequency_columns {
 public:
  frequency_columns(const counts::packed_counts& m, row_names names, std::size_t n)
      : m_(m), names_(std::move(names)), documents_(n), terms_(n), counts_(n), ranks_(n), shares_(n) {}

  void fill(std::size_t document, std::size_t at, document_cells& cells) {
    cells.read(m_, document);
    const double tokens = m_.tokens[static_cast<Eigen::Index>(document)];
    double last = 0;
    double share = 0;
    std::int64_t rank = 0;
    std::int64_t place = 0;
    for (const std::uint32_t cell : cells.order.of_counts(cells.counts)) {
      const double count = cells.counts[cell];
      ++place;
      if (count != last) {
        last = count;
        share = count / tokens;
        rank = place;
      }
      documents_[at] = static_cast<std::uint32_t>(document);
      terms_[at] = cells.terms[cell];
      counts_[at] = static_cast<std::int64_t>(count);
      shares_[at] = share;
      ranks_[at++] = rank;
    }
  }

  table take() {
    table result = frequencies_layout();
    std::vector<table::cells> columns;
    columns.emplace_back(text_column(names_.documents, std::move(documents_)));
    columns.emplace_back(text_column(names_.terms, std::move(terms_)));
    columns.emplace_back(std::move(counts_));
    columns.emplace_back(std::move(shares_));
    columns.emplace_back(std::move(ranks_));
    result.set_columns(std::move(columns));
    return result;
  }

 private:
  const counts::packed_counts& m_;
  row_names names_;
  std::vector<std::uint32_t> documents_, terms_;
  std::vector<std::int64_t> counts_, ranks_;
  std::vector<double> shares_;
};

template <class Sink>
void make_frequencies(const counts::packed_counts& m, const row_names& names, std::size_t most, const Sink& sink) {
  make_document_rows(
      m.documents.size(), most, {"ranking", "documents"}, [&](std::size_t document) { return m.size(document); },
      [&](std::size_t n) { return frequency_columns(m, names, n); }, sink);
}

}  // namespace

table frequencies(const material& m) {
  const counts::packed_counts& counts = m.rows(term_choice::all);
  std::optional<table> result;
  make_frequencies(counts, copied_names(counts), all_rows, [&](table&& whole) { result = std::move(whole); });
  return std::move(*result);
}

void frequencies(const material& m, const table_sink& sink) {
  const counts::packed_counts& counts = m.rows(term_choice::all);
  make_frequencies(counts, lent_names(counts), rows_of_part, sink);
}

}  // namespace isogloss::studies
