#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <vector>

#include "isogloss/statistics/hierarchical_clustering.hpp"
#include "isogloss/studies/layers.hpp"

namespace isogloss::studies {

/// The documents with their segments drawn anew. A document of one segment stays as it is.
struct text_resamples {
  std::vector<std::uint32_t> replicates;   ///< their numbers, ascending
  std::vector<Eigen::MatrixXd> distances;  ///< one each
};

/// As many as the options of `m` say, less those in which a distance does not exist (a document's drawn segments may
/// hold nothing that is compared). None where no document has two segments.
[[nodiscard]] text_resamples resample_texts(const material& m, const layer& l, statistics::measure measure);

/// How often each segment was drawn.
[[nodiscard]] std::vector<double> weights_of(const material& m, const layer& l, std::uint32_t replicate);

/// A tree of each.
[[nodiscard]] std::vector<std::vector<statistics::merge>> trees_of(std::span<const Eigen::MatrixXd> distances,
                                                                   statistics::linkage method);

}  // namespace isogloss::studies
