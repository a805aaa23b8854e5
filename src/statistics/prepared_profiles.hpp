#pragma once

#include "profile_rows.hpp"

#include "isogloss/statistics/measure.hpp"

#include <Eigen/Core>

#include <vector>

namespace isogloss::statistics {

/// What is done with two rows once they are prepared.
enum class kernel {
  cosine,
  tanimoto,
  extended_dice,
  euclidean,
  manhattan,
  canberra,
  bray_curtis,
  ruzicka,
  dice,
  jensen_shannon
};

/// The kernel that gives `m` on prepared rows: hellinger is euclidean on sqrt(p / 2), and so on.
[[nodiscard]] kernel kernel_of(measure m);

/// Profiles changed so that a plain kernel on two rows gives the measure.
template <class Rows>
struct prepared_profiles {
  Rows rows;
  std::vector<bool> undefined;  ///< documents for which the measure does not exist
};

/// Checks and changes the profiles; columns stay where they are, those left out become zero.
/// A sparse matrix is taken for every measure but those of needs_dense_rows(); correlation is not centred then.
[[nodiscard]] prepared_profiles<dense_rows> prepare(dense_rows profiles, measure m);
[[nodiscard]] prepared_profiles<sparse_profiles> prepare(sparse_profiles profiles, measure m);

/// Does preparing fill the zeros?
[[nodiscard]] bool needs_dense_rows(measure m);

/// z-scores weighted so that the kernel gives the delta: z / n, z (n - i + 1) / n^2, ...
[[nodiscard]] dense_rows weighted_z_scores(dense_rows z, measure m);

}  // namespace isogloss::statistics
