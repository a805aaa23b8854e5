#pragma once

#include <vector>

#include "isogloss/statistics/log_ratio_intervals.hpp"
#include "studies/keyness_measures.hpp"

namespace isogloss::studies {

// Segments, documents and authors of a comparison, numbered anew; segments in the order of `kept`.
struct nested_segments {
  statistics::nesting nesting;
  std::vector<std::size_t> kept;  // rows of keyness_counts::segments
  std::vector<bool> is_target;
};

[[nodiscard]] nested_segments nest(const keyness_counts& counts, const comparison& c,
                                   const std::vector<std::size_t>& authors);

// The counts of the kept segments and of `terms`, columns of the dfm.
[[nodiscard]] statistics::segment_counts counts_of_terms(const keyness_counts& counts, const nested_segments& n,
                                                         const std::vector<std::size_t>& terms);

}  // namespace isogloss::studies
