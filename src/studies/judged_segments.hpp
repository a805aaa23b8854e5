#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "isogloss/studies/stance.hpp"

namespace isogloss::studies {

/// The hits of `s` and, beside them, two columns for each target that at least half of the documents name: the sums of
/// what praises it and of what blames it (see targets) in each segment. Targets that few name tell nothing of the rest.
/// The new columns' names go to the end of `names`.
///
/// @return  n_segments x (n_categories + 2 n_targets); s.hits where the study has no targets, or nothing that judges
[[nodiscard]] Eigen::MatrixXd with_judgements(const material& m, const stance_segments& s,
                                              std::vector<std::string>& names);

}  // namespace isogloss::studies
