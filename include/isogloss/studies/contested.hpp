#pragma once

#include <cstddef>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/collocates.hpp"

namespace isogloss::studies {

struct contested_options {
  window_span span;
  double min_shared = 10;  ///< occurrences of a term that each of the two groups must have
  bool pairs = true;       ///< every pair of groups, besides each against the rest
  std::size_t top = 0;     ///< terms a comparison, by rank; 0: all
};

/// Which words do groups share but use differently: how far the company that a term keeps in one group is from that it
/// keeps in another, beyond what passages taken at random differ by. Content terms, as nodes and as collocates; a
/// node's other occurrences are no collocates of it, since who says a word more often meets it more often.
///
/// See statistics/profile_divergence.hpp for the measures. The intervals of the log ratio are those of keyness.
///
/// @throws data_error  the study has features only; fewer than two groups; a group without tokens; n-grams; an empty
///                     window
[[nodiscard]] table contested_layout();
[[nodiscard]] table contested(const material& m, const contested_options& options = {});

}  // namespace isogloss::studies
