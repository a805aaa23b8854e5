#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/base/table.hpp"
#include "isogloss/counts/packed_counts.hpp"
#include "studies/descending_order.hpp"

namespace isogloss::studies {

/// Names for columns of tables: copies, or, for tables that end before the counts do, the counts' own.
struct row_names {
  using texts = std::shared_ptr<const std::vector<std::string>>;
  texts documents, terms;
};
inline row_names copied_names(const counts::packed_counts& m) {
  return {std::make_shared<std::vector<std::string>>(m.documents), std::make_shared<std::vector<std::string>>(m.terms)};
}
inline row_names lent_names(const counts::packed_counts& m) {
  return {row_names::texts(row_names::texts(), &m.documents), row_names::texts(row_names::texts(), &m.terms)};
}

/// What one thread needs to order the cells of a document.
struct document_cells {
  std::vector<std::uint32_t> terms;
  std::vector<double> counts;
  descending_order order;

  void read(const counts::packed_counts& m, std::size_t document) {
    terms.clear();
    counts.clear();
    m.for_each(document, [&](std::uint32_t term, std::uint64_t count) {
      terms.push_back(term);
      counts.push_back(static_cast<double>(count));
    });
  }
};

/// Makes a table of the documents' rows, some documents at a time, each by one thread.
///
/// @param most     rows of a part, about
/// @param size     size(document) is the number of its rows
/// @param columns  columns(n) makes a place for n rows; its fill(document, first row, cells) writes those of a
/// document,
///                 its take() hands over the table, which goes to sink(table)
template <class Size, class Columns, class Sink>
void make_document_rows(std::size_t n_documents, std::size_t most, const work_name& work, const Size& size,
                        const Columns& columns, const Sink& sink) {
  const progress_stage stage(work, n_documents);
  std::vector<document_cells> cells(most_workers());
  std::size_t first = 0;
  do {
    std::vector<std::size_t> begins = {0};
    while (first + begins.size() <= n_documents && begins.back() < most)
      begins.push_back(begins.back() + size(first + begins.size() - 1));
    auto part = columns(begins.back());
    parallel_for_workers(begins.size() - 1,
                         [&](std::size_t i, std::size_t worker) { part.fill(first + i, begins[i], cells[worker]); });
    first += begins.size() - 1;
    stage.advance(begins.size() - 1);
    sink(part.take());
  } while (first < n_documents);
}

/// Rows of a part that is written before the next is made: some megabytes.
inline constexpr std::size_t rows_of_part = std::size_t{1} << 15U;
inline constexpr std::size_t all_rows = ~std::size_t{0};

}  // namespace isogloss::studies
