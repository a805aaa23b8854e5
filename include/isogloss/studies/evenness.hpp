#pragma once

#include <cstddef>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// Over what a term is spread: the segments of all documents, or the documents.
enum class dispersion_parts { segment, document };

struct dispersion_options {
  dispersion_parts over = dispersion_parts::segment;
  std::size_t top = 0;  ///< the most frequent terms; 0: all
};

/// How evenly each term is spread: by count descending, then term.
[[nodiscard]] table dispersion_layout();
[[nodiscard]] table dispersion(const material& m, const dispersion_options& options = {});

struct diversity_options {
  std::size_t window = 100;  ///< of MATTR and MSTTR, in tokens
};

/// How varied each document's vocabulary is: by the order of documents, then measure.
[[nodiscard]] table diversity_layout();
[[nodiscard]] table diversity(const material& m, const diversity_options& options = {});

}  // namespace isogloss::studies
