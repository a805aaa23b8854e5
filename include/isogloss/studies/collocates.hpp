#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// The window around a node: running words on either side.
struct window_span {
  std::size_t left = 5;
  std::size_t right = 5;
};

/// Running words count for the window, stop words among them; numbers and other voices are passed over. It ends with
/// the sentence, or across sentences where another voice comes between them. A token counts once for each node in whose
/// window it stands.
struct collocates_options {
  std::string pattern;  ///< the node, see tokens::pattern
  bool regex = false;   ///< as pattern_options::regex
  window_span span;
  bool across_sentences = false;
  double min_observed = 5;           ///< rarer pairs are left out
  std::string sort_by = "log_dice";  ///< what rank goes by, one of collocates_sort_columns
  std::size_t top = 0;               ///< rows (of each pair of groups), by rank; 0: all
};

/// The columns that rank can go by; all from the largest.
[[nodiscard]] std::span<const std::string_view> collocates_sort_columns();

/// The terms in the windows of a node, and how strongly they are attracted: by rank, then collocate. Of the material's
/// trim options min_count holds for the collocate's count, min_documents for the documents in which the two meet.
/// @throws data_error  the study has features only; a bad pattern; n-grams; an unknown sort column; an empty window
[[nodiscard]] table collocates_layout();
[[nodiscard]] table collocates(const material& m, const collocates_options& options);

/// How much more one group's windows hold of a collocate than another's: every pair of groups, by rank, then collocate.
/// The test takes the document for the unit: counts and windows of documents in statistics::quasi_poisson. Sorted by
/// log_likelihood of the windows' words; min_observed holds for both groups together.
/// @throws data_error  as above; the documents are not grouped
[[nodiscard]] table collocate_groups_layout();
[[nodiscard]] table collocate_groups(const material& m, const collocates_options& options);

}  // namespace isogloss::studies
