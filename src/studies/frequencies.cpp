#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "isogloss/base/parallel.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

struct cell {
  std::uint32_t term;
  double count;
};

// The cells of one document by descending count, equal ones by term, without comparing them: most counts are small.
std::vector<cell> by_count(const counts::sparse_matrix& counts, Eigen::Index row) {
  constexpr double n_small = 1024;
  std::array<std::size_t, static_cast<std::size_t>(n_small)> place{};
  std::size_t n = 0;
  std::vector<cell> frequent;
  for (counts::sparse_matrix::InnerIterator c(counts, row); c; ++c, ++n) {
    if (c.value() < n_small) {
      ++place[static_cast<std::size_t>(c.value())];
    } else {
      frequent.push_back({static_cast<std::uint32_t>(c.col()), c.value()});
    }
  }
  std::size_t rarer = 0;  // cells of smaller counts
  for (auto& p : place) {
    const std::size_t of_count = p;
    p = n - rarer - of_count;
    rarer += of_count;
  }
  std::vector<cell> sorted(n);
  for (counts::sparse_matrix::InnerIterator c(counts, row); c; ++c) {
    if (c.value() < n_small)
      sorted[place[static_cast<std::size_t>(c.value())]++] = {static_cast<std::uint32_t>(c.col()), c.value()};
  }
  std::stable_sort(frequent.begin(), frequent.end(), [](const cell& a, const cell& b) { return a.count > b.count; });
  std::copy(frequent.begin(), frequent.end(), sorted.begin());
  return sorted;
}

// The columns of the table, as documents come.
class frequency_rows {
 public:
  explicit frequency_rows(const counts::dfm& dfm)
      : dfm_(dfm),
        document_names_(std::make_shared<std::vector<std::string>>(dfm.documents)),
        term_names_(std::make_shared<std::vector<std::string>>(dfm.terms)) {}

  void add(Eigen::Index row, const std::vector<cell>& cells) {
    double last = std::numeric_limits<double>::quiet_NaN();
    double share = 0;
    std::int64_t rank = 0;
    std::int64_t place = 0;
    for (const auto& c : cells) {
      ++place;
      if (c.count != last) {
        last = c.count;
        share = c.count / dfm_.tokens[row];
        rank = place;
      }
      documents_.push_back(static_cast<std::uint32_t>(row));
      terms_.push_back(c.term);
      counts_.push_back(static_cast<std::int64_t>(c.count));
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
  std::vector<std::uint32_t> documents_, terms_;
  std::vector<std::int64_t> counts_, ranks_;
  std::vector<double> shares_;
};

constexpr std::size_t documents_at_a_time = 32;
constexpr std::size_t rows_of_part = std::size_t{1} << 18U;

// Documents are sorted in parallel, some at a time, and added in their order.
template <class Function>
void fill(frequency_rows& rows, const counts::dfm& dfm, const Function& after_some) {
  const auto n = static_cast<std::size_t>(dfm.counts.rows());
  for (std::size_t first = 0; first < n; first += documents_at_a_time) {
    std::vector<std::vector<cell>> some(std::min(documents_at_a_time, n - first));
    parallel_for(some.size(),
                 [&](std::size_t i) { some[i] = by_count(dfm.counts, static_cast<Eigen::Index>(first + i)); });
    for (std::size_t i = 0; i < some.size(); ++i) rows.add(static_cast<Eigen::Index>(first + i), some[i]);
    after_some();
  }
}

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
  fill(rows, dfm, [] {});
  return rows.take();
}

void frequencies(const material& m, const table_sink& sink) {
  const counts::dfm& dfm = m.kept(term_choice::all);
  frequency_rows rows(dfm);
  fill(rows, dfm, [&] {
    if (rows.size() >= rows_of_part) sink(rows.take());
  });
  sink(rows.take());
}

}  // namespace isogloss::studies
