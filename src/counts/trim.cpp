#include <algorithm>
#include <numeric>

#include "isogloss/counts/dfm.hpp"

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

std::vector<std::size_t> by_frequency(const dfm& m) {
  const Eigen::VectorXd counts = term_counts(m);
  std::vector<std::size_t> order(m.terms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double count_a = counts[static_cast<Eigen::Index>(a)];
    const double count_b = counts[static_cast<Eigen::Index>(b)];
    return count_a != count_b ? count_a > count_b : m.terms[a] < m.terms[b];
  });
  return order;
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
  const Eigen::VectorXd counts = term_counts(m);
  const Eigen::VectorXd documents = document_frequencies(m.counts);
  std::vector<std::size_t> columns = by_frequency(m);
  std::erase_if(columns, [&](std::size_t c) {
    const auto column = static_cast<Eigen::Index>(c);
    return counts[column] < options.min_count || documents[column] < static_cast<double>(options.min_documents);
  });
  if (options.most_frequent > 0 && columns.size() > options.most_frequent) columns.resize(options.most_frequent);
  if (columns.size() == m.terms.size()) return m;
  std::sort(columns.begin(), columns.end());
  return select(m, columns);
}

}  // namespace isogloss::counts
