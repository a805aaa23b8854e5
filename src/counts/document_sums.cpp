#include "isogloss/counts/document_sums.hpp"

#include <algorithm>

namespace isogloss::counts {
namespace {

// The columns that the rows [first, end) have, ascending.
std::vector<int> columns_of(const sparse_matrix& segments, std::size_t first, std::size_t end) {
  const int* const inner = segments.innerIndexPtr();
  std::vector<int> columns(inner + segments.outerIndexPtr()[first], inner + segments.outerIndexPtr()[end]);
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  return columns;
}

}  // namespace

document_sums::document_sums(sparse_matrix segments, std::vector<std::size_t> document_of, Eigen::Index n_documents)
    : segments_(std::move(segments)),
      document_of_(std::move(document_of)),
      shape_(n_documents, segments_.cols()),
      cell_of_(static_cast<std::size_t>(segments_.nonZeros())) {
  segments_.makeCompressed();
  std::vector<int> place(static_cast<std::size_t>(segments_.cols()));
  int cells = 0;
  std::size_t first = 0;
  for (Eigen::Index row = 0; row < n_documents; ++row) {
    shape_.startVec(row);
    std::size_t end = first;
    while (end < document_of_.size() && document_of_[end] == static_cast<std::size_t>(row)) ++end;
    for (const int column : columns_of(segments_, first, end)) {
      place[static_cast<std::size_t>(column)] = cells++;
      shape_.insertBackByOuterInner(row, column) = 0;
    }
    for (auto i = segments_.outerIndexPtr()[first]; i < segments_.outerIndexPtr()[end]; ++i)
      cell_of_[static_cast<std::size_t>(i)] = place[static_cast<std::size_t>(segments_.innerIndexPtr()[i])];
    first = end;
  }
  shape_.finalize();
}

sparse_matrix document_sums::operator()(std::span<const double> weights) const {
  sparse_matrix sums = shape_;
  double* const cells = sums.valuePtr();
  const double* const values = segments_.valuePtr();
  for (std::size_t s = 0; s < document_of_.size(); ++s) {
    if (weights[s] == 0) continue;
    for (auto i = segments_.outerIndexPtr()[s]; i < segments_.outerIndexPtr()[s + 1]; ++i)
      cells[cell_of_[static_cast<std::size_t>(i)]] += weights[s] * values[i];
  }
  sums.prune([](Eigen::Index, Eigen::Index, double value) { return value != 0; });
  return sums;
}

sparse_matrix document_sums::operator()() const {
  return (*this)(std::vector<double>(document_of_.size(), 1.0));
}

}  // namespace isogloss::counts
