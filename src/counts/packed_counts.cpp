#include "isogloss/counts/packed_counts.hpp"

#include <utility>

#include "isogloss/base/parallel.hpp"

namespace isogloss::counts {

packed_counts::packed_counts(std::vector<row> rows, std::vector<std::string> documents_,
                             std::vector<std::string> terms_, Eigen::VectorXd tokens_)
    : documents(std::move(documents_)), terms(std::move(terms_)), tokens(std::move(tokens_)), rows_(std::move(rows)) {}

std::size_t packed_counts::size(std::size_t document) const {
  if (column_of_.empty()) return rows_[document].size();
  std::size_t n = 0;
  for_each(document, [&](std::uint32_t, std::uint64_t) { ++n; });
  return n;
}

void packed_counts::keep(const std::vector<std::size_t>& columns) {
  std::vector<std::string> kept;
  std::vector<std::uint32_t> place(terms.size(), no_column);
  for (const std::size_t c : columns) {
    place[c] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(terms[c]));
  }
  terms = std::move(kept);
  if (column_of_.empty()) {
    column_of_ = std::move(place);
    return;
  }
  for (auto& c : column_of_) c = c == no_column ? no_column : place[c];
}

packed_counts pack(const dfm& m) {
  std::vector<packed_counts::row> rows(static_cast<std::size_t>(m.counts.rows()));
  std::vector<packed_counts::row::writer> writers(most_workers());
  parallel_for_workers(rows.size(), [&](std::size_t i, std::size_t worker) {
    const auto row = static_cast<Eigen::Index>(i);
    auto& writer = writers[worker];
    writer.reserve(static_cast<std::size_t>(m.counts.row(row).nonZeros()));
    std::uint64_t next = 0;
    for (sparse_matrix::InnerIterator cell(m.counts, row); cell; ++cell) {
      const auto column = static_cast<std::uint64_t>(cell.col());
      writer.add(column - next, static_cast<std::uint64_t>(cell.value()));
      next = column + 1;
    }
    rows[i] = writer.take();
  });
  return {std::move(rows), m.documents, m.terms, m.tokens};
}

term_sums sums_of(const packed_counts& m) {
  const auto n = static_cast<Eigen::Index>(m.terms.size());
  term_sums sums{Eigen::VectorXd::Zero(n), Eigen::VectorXd::Zero(n)};
  for (std::size_t i = 0; i < m.documents.size(); ++i) {
    m.for_each(i, [&](std::uint32_t term, std::uint64_t count) {
      sums.counts[term] += static_cast<double>(count);
      sums.documents[term] += 1;
    });
  }
  return sums;
}

}  // namespace isogloss::counts
