#pragma once

#include <Eigen/Core>
#include <span>
#include <string>
#include <vector>

#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/permanova.hpp"
#include "isogloss/studies/clusters.hpp"

namespace isogloss::studies {

/// The groups that clusters are held against: those of the options' column, or of the material; empty where documents
/// are not grouped.
/// @throws data_error  no such column, a document without a value in it, one value only
[[nodiscard]] corpus::grouping agreement_groups(const material& m, const clusters_options& options);

/// Whether the groups lie apart, whatever the clusters.
struct group_test {
  std::vector<int> groups;  ///< of each document, from 1; empty where there are none
  statistics::permanova_result permanova;
  double p_attainable;
};

[[nodiscard]] group_test test_groups(const material& m, const corpus::grouping& g, const Eigen::MatrixXd& distances);

/// The adjusted Rand index of the clusters of resampled texts with the groups: its percentiles.
/// @param labels  the clusters of each resample; empty for a resample that could not be clustered
[[nodiscard]] statistics::interval index_interval(std::span<const std::vector<int>> labels,
                                                  const std::vector<int>& groups);

}  // namespace isogloss::studies
