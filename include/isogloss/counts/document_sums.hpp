#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "isogloss/counts/dfm.hpp"

namespace isogloss::counts {

/// Adds up the rows of segments by document, with weights: made once for a matrix, used for every resample.
class document_sums {
 public:
  document_sums() = default;
  /// @param segments     n_segments x n_columns, compressed
  /// @param document_of  of each segment, ascending
  document_sums(sparse_matrix segments, std::vector<std::size_t> document_of, Eigen::Index n_documents);

  /// @param weights  one a segment
  /// @return         n_documents x n_columns, without zeros
  [[nodiscard]] sparse_matrix operator()(std::span<const double> weights) const;
  /// Every segment once.
  [[nodiscard]] sparse_matrix operator()() const;

 private:
  sparse_matrix segments_;
  std::vector<std::size_t> document_of_;
  sparse_matrix shape_;       // n_documents x n_columns: a 0 wherever a document has something
  std::vector<int> cell_of_;  // of each cell of segments_: its cell in shape_
};

}  // namespace isogloss::counts
