#pragma once

#include <Eigen/Core>
#include <vector>

#include "isogloss/statistics/measure.hpp"
#include "isogloss/studies/clusters.hpp"

namespace isogloss::studies {

/// The distances of the documents for every choice of words in the sweep: of the terms in enough documents the most
/// frequent ones. Choices that leave the same terms stand once; those without a term, or in which a distance does not
/// exist, are left out. None for stance, which has no words to choose.
[[nodiscard]] std::vector<Eigen::MatrixXd> swept_distances(const material& m, layer_kind kind,
                                                           statistics::measure measure, const word_sweep& sweep);

}  // namespace isogloss::studies
