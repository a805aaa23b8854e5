#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>
#include <vector>

#include "studies/text_resamples.hpp"

namespace isogloss::studies {

// The cluster of every document, from 1 in the order of documents.

/// Empty where the tree's heights go down, so that it cannot be cut.
[[nodiscard]] std::optional<std::vector<int>> cut_tree(const std::vector<statistics::merge>& merges, int k);

/// Of each tree; none for a tree that cannot be cut.
[[nodiscard]] std::vector<std::vector<int>> cut_trees(const std::vector<std::vector<statistics::merge>>& trees, int k);

/// By k-means, spherical-k-means (both from the layer's coordinates, the best of 25 starts) or pam.
[[nodiscard]] std::vector<int> partition_of(const material& m, const layer& l, const std::string& method,
                                            const Eigen::MatrixXd& distances, int k);

/// The same for each resample; the best of 5 starts, as there are a thousand of them.
[[nodiscard]] std::vector<std::vector<int>> resampled_partitions(const material& m, const layer& l,
                                                                 const std::string& method,
                                                                 const text_resamples& resamples, int k);

}  // namespace isogloss::studies
