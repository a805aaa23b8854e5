#pragma once

#include "isogloss/statistics/partition_clustering.hpp"

#include <Eigen/Core>

namespace isogloss::statistics {

/// Whether centres are means, or means scaled to length 1 (the points being of length 1 too).
enum class centre_kind { mean, unit };

/// Lloyd's iteration on checked input; the objective is the sum of squared distances to the centres.
[[nodiscard]] partition lloyd(const Eigen::MatrixXd& points, const Eigen::MatrixXd& centres, centre_kind kind);

/// The best of `restarts` runs from k-means++ centres.
[[nodiscard]] partition best_lloyd(const Eigen::MatrixXd& points, int k, int restarts, centre_kind kind,
                                   philox& random);

/// k rows of `points` as k-means++ draws them.
[[nodiscard]] Eigen::MatrixXd plus_plus_centres(const Eigen::MatrixXd& points, int k, philox& random);

}  // namespace isogloss::statistics
