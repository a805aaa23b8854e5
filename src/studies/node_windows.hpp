#pragma once

#include <vector>

#include "isogloss/studies/collocates.hpp"

namespace isogloss::studies {

/// What stands in the windows of a node in one document.
struct windows_of_document {
  struct cell {
    std::size_t term;  // column of material::dfm
    double left = 0, right = 0;
    [[nodiscard]] double count() const { return left + right; }
  };
  double nodes = 0;
  std::vector<cell> cells;  // by term
};

/// One for each document. @throws data_error  as collocates
[[nodiscard]] std::vector<windows_of_document> count_windows(const material& m, const collocates_options& options);

/// A collocate and its cells.
struct collocate_counts {
  std::size_t term;
  double left = 0, right = 0;
  std::vector<double> documents;  // n_documents
  [[nodiscard]] double count() const { return left + right; }
};

/// The cells by term.
[[nodiscard]] std::vector<collocate_counts> by_collocate(const std::vector<windows_of_document>& windows);

/// The tokens that one window may hold.
[[nodiscard]] inline double window_size(const collocates_options& options) {
  return static_cast<double>(options.span.left + options.span.right);
}

}  // namespace isogloss::studies
