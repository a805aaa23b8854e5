#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// The intervals of a group's rates: within its texts, and beyond them.
struct group_intervals {
  std::vector<statistics::interval> within;  ///< one a rate
  std::vector<statistics::interval> beyond;  ///< NaN where the group has one document only
  std::string unit;                          ///< the highest level that was resampled beyond
};

/// @param numerators, denominators  n_segments x n_rates, all documents
/// @param document_of               of each segment, ascending
[[nodiscard]] group_intervals intervals_of_group(const material& m, std::size_t group,
                                                 const Eigen::MatrixXd& numerators, const Eigen::MatrixXd& denominators,
                                                 const std::vector<std::size_t>& document_of,
                                                 const std::vector<std::size_t>& author_of,
                                                 statistics::random_study random);

}  // namespace isogloss::studies
