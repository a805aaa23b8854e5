#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "isogloss/statistics/bootstrap.hpp"

namespace isogloss::statistics {

/// How the segments of a comparison are nested: segment < document < author < side (target or reference).
/// Indexes run from 0; what is left out of the comparison is not in here.
struct nesting {
  std::vector<std::size_t> document_of;  ///< of each segment
  std::vector<std::size_t> author_of;    ///< of each document
  std::vector<std::size_t> side_of;      ///< of each author
};

/// What a resample draws. The highest level with two members is drawn from, and all below it; a level with one member
/// is kept.
enum class resampled_unit { none, segment, document, author };
[[nodiscard]] std::string_view name(resampled_unit unit);

/// The highest level at which a side, an author or a document has two members or more.
[[nodiscard]] resampled_unit highest_unit(const nesting& n);

/// How many units of that level each side has.
struct side_units {
  std::size_t target = 0;
  std::size_t reference = 0;
};
[[nodiscard]] side_units count_units(const nesting& n, resampled_unit unit);

/// By how much a percentile interval of few units must be stretched about its value to hold what it claims.
///
///   k = t(0.975, N - S) / z(0.975) * sqrt(N / (N - S))
///
/// Symbols    N units on the sides that have two or more, S the number of such sides; t, z quantiles of Student's and
/// the
///            normal distribution
/// Range      1 (many units) upwards: 1.25 for 6 and 6, 1.73 for 3 and 3, 3.10 for 2 and 2; 1 where nothing is drawn
///
/// A resample of n values has (n - 1)/n of their variance, and percentiles are the normal's where Student's are due.
/// With three documents a group the plain interval holds the truth in 0.83 to 0.98 of cases (docs/calibration.md).
///
/// Source     after Hesterberg (2015), The American Statistician 69(4), 371-386, section 3.3, which widens the level
/// Checked    tests/statistics/calibration_test.cpp, docs/calibration.md
[[nodiscard]] double small_sample_expansion(const side_units& units);

/// How often each segment is drawn in each resample, n_replicates x n_segments.
using resample_weights = Eigen::MatrixXf;

/// *In these texts*: resamples of the segments of each document, the documents as they are.
[[nodiscard]] resample_weights resample_within(const nesting& n, std::uint64_t seed, random_study study,
                                               std::uint32_t replicates);

/// *Beyond these texts*: as many authors of each side as it has are drawn, of each author drawn as many documents, of
/// each document drawn as many segments, each with replacement.
///
/// Source   Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8
[[nodiscard]] resample_weights resample_beyond(const nesting& n, std::uint64_t seed, random_study study,
                                               std::uint32_t replicates);

}  // namespace isogloss::statistics
