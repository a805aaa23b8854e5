#include <algorithm>
#include <numeric>

#include "isogloss/counts/packed_counts.hpp"

namespace isogloss::counts {

Eigen::VectorXd term_counts(const dfm& m) {
  Eigen::VectorXd counts = Eigen::VectorXd::Zero(m.counts.cols());
  for (Eigen::Index row = 0; row < m.counts.rows(); ++row) {
    for (sparse_matrix::InnerIterator cell(m.counts, row); cell; ++cell) counts[cell.col()] += cell.value();
  }
  return counts;
}

Eigen::VectorXd document_frequencies(const sparse_matrix& counts) {
  Eigen::VectorXd frequencies = Eigen::VectorXd::Zero(counts.cols());
  for (Eigen::Index row = 0; row < counts.rows(); ++row) {
    for (sparse_matrix::InnerIterator cell(counts, row); cell; ++cell) {
      if (cell.value() > 0) frequencies[cell.col()] += 1;
    }
  }
  return frequencies;
}

namespace {

std::vector<std::size_t> by_frequency(const Eigen::VectorXd& counts, const std::vector<std::string>& terms) {
  std::vector<std::size_t> order(terms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double count_a = counts[static_cast<Eigen::Index>(a)];
    const double count_b = counts[static_cast<Eigen::Index>(b)];
    return count_a != count_b ? count_a > count_b : terms[a] < terms[b];
  });
  return order;
}

// Ascending.
std::vector<std::size_t> columns_to_keep(const term_sums& sums, const std::vector<std::string>& terms,
                                         const trim_options& options) {
  std::vector<std::size_t> columns = by_frequency(sums.counts, terms);
  std::erase_if(columns, [&](std::size_t c) {
    const auto column = static_cast<Eigen::Index>(c);
    return sums.counts[column] < options.min_count ||
           sums.documents[column] < static_cast<double>(options.min_documents);
  });
  if (options.most_frequent > 0 && columns.size() > options.most_frequent) columns.resize(options.most_frequent);
  std::sort(columns.begin(), columns.end());
  return columns;
}

}  // namespace

std::vector<std::size_t> by_frequency(const dfm& m) {
  return by_frequency(term_counts(m), m.terms);
}

dfm select(const dfm& m, const std::vector<std::size_t>& columns) {
  std::vector<int> place(m.terms.size(), -1);
  dfm result;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    place[columns[i]] = static_cast<int>(i);
    result.terms.push_back(m.terms[columns[i]]);
  }
  std::vector<Eigen::Triplet<double>> cells;
  for (Eigen::Index row = 0; row < m.counts.rows(); ++row) {
    for (sparse_matrix::InnerIterator cell(m.counts, row); cell; ++cell) {
      const int column = place[static_cast<std::size_t>(cell.col())];
      if (column >= 0) cells.emplace_back(static_cast<int>(row), column, cell.value());
    }
  }
  result.counts.resize(m.counts.rows(), static_cast<Eigen::Index>(columns.size()));
  result.counts.setFromTriplets(cells.begin(), cells.end());
  result.documents = m.documents;
  result.tokens = m.tokens;
  return result;
}

dfm trim(const dfm& m, const trim_options& options) {
  if (options.keeps_all()) return m;
  const auto columns = columns_to_keep({term_counts(m), document_frequencies(m.counts)}, m.terms, options);
  return columns.size() == m.terms.size() ? m : select(m, columns);
}

void trim(packed_counts& m, const trim_options& options) {
  if (options.keeps_all()) return;
  const auto columns = columns_to_keep(sums_of(m), m.terms, options);
  if (columns.size() < m.terms.size()) m.keep(columns);
}

}  // namespace isogloss::counts
