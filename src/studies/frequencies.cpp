#include <algorithm>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

// Cells of one document by descending count, equal ones by term, without comparing them: most counts are small.
class by_count {
 public:
  struct cell {
    std::uint32_t term;
    double count;
  };

  const std::vector<cell>& sort(const counts::sparse_matrix& counts, Eigen::Index row) {
    frequent_.clear();
    std::fill(place_.begin(), place_.end(), 0);
    std::size_t n = 0;
    for (counts::sparse_matrix::InnerIterator c(counts, row); c; ++c, ++n) {
      if (is_small(c.value())) ++place_[static_cast<std::size_t>(c.value())];
    }
    sorted_.resize(n);
    std::size_t rarer = 0;  // cells of smaller counts
    for (auto& place : place_) {
      const std::size_t of_count = place;
      place = n - rarer - of_count;
      rarer += of_count;
    }
    for (counts::sparse_matrix::InnerIterator c(counts, row); c; ++c) {
      const cell found{static_cast<std::uint32_t>(c.col()), c.value()};
      if (is_small(c.value())) {
        sorted_[place_[static_cast<std::size_t>(c.value())]++] = found;
      } else {
        frequent_.push_back(found);
      }
    }
    std::stable_sort(frequent_.begin(), frequent_.end(),
                     [](const cell& a, const cell& b) { return a.count > b.count; });
    std::copy(frequent_.begin(), frequent_.end(), sorted_.begin());
    return sorted_;
  }

 private:
  static constexpr double n_small = 1024;
  static bool is_small(double count) { return count < n_small; }

  std::vector<std::size_t> place_ = std::vector<std::size_t>(static_cast<std::size_t>(n_small));
  std::vector<cell> frequent_;
  std::vector<cell> sorted_;
};

// The columns of the table, as rows come.
class frequency_rows {
 public:
  explicit frequency_rows(const counts::dfm& dfm)
      : dfm_(dfm),
        document_names_(std::make_shared<std::vector<std::string>>(dfm.documents)),
        term_names_(std::make_shared<std::vector<std::string>>(dfm.terms)) {}

  void add(Eigen::Index row) {
    double last = std::numeric_limits<double>::quiet_NaN();
    double share = 0;
    std::int64_t rank = 0;
    std::int64_t place = 0;
    for (const auto& cell : sort_.sort(dfm_.counts, row)) {
      ++place;
      if (cell.count != last) {
        last = cell.count;
        share = cell.count / dfm_.tokens[row];
        rank = place;
      }
      documents_.push_back(static_cast<std::uint32_t>(row));
      terms_.push_back(cell.term);
      counts_.push_back(static_cast<std::int64_t>(cell.count));
      shares_.push_back(share);
      ranks_.push_back(rank);
    }
  }

  [[nodiscard]] std::size_t size() const { return terms_.size(); }

  table take() {
    table result = frequencies_layout();
    std::vector<table::cells> columns;
    columns.emplace_back(text_column(document_names_, std::exchange(documents_, {})));
    columns.emplace_back(text_column(term_names_, std::exchange(terms_, {})));
    columns.emplace_back(std::exchange(counts_, {}));
    columns.emplace_back(std::exchange(shares_, {}));
    columns.emplace_back(std::exchange(ranks_, {}));
    result.set_columns(std::move(columns));
    return result;
  }

 private:
  const counts::dfm& dfm_;
  std::shared_ptr<const std::vector<std::string>> document_names_, term_names_;
  by_count sort_;
  std::vector<std::uint32_t> documents_, terms_;
  std::vector<std::int64_t> counts_, ranks_;
  std::vector<double> shares_;
};

constexpr std::size_t rows_of_part = std::size_t{1} << 18U;

}  // namespace

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
  const counts::dfm& dfm = m.kept(term_choice::all);
  frequency_rows rows(dfm);
  for (Eigen::Index row = 0; row < dfm.counts.rows(); ++row) rows.add(row);
  return rows.take();
}

void frequencies(const material& m, const table_sink& sink) {
  const counts::dfm& dfm = m.kept(term_choice::all);
  frequency_rows rows(dfm);
  for (Eigen::Index row = 0; row < dfm.counts.rows(); ++row) {
    rows.add(row);
    if (rows.size() >= rows_of_part) sink(rows.take());
  }
  if (rows.size() > 0) sink(rows.take());
}

}  // namespace isogloss::studies
