#pragma once

namespace isogloss::statistics {

/// In how many segments of target and reference a term occurs at all. Segments should be of about equal length.
struct segment_presence {
  double target_segments_with = 0.0;
  double reference_segments_with = 0.0;
  double target_segments = 0.0;
  double reference_segments = 0.0;
};

/// Craig's zeta: share of target segments with the term plus share of reference segments without it.
///
///   zeta = s_t + (1 - s_r)
///
/// Symbols    s_t, s_r share of the segments of target and reference that have the term
/// Range      0 (every reference segment, no target segment) to 2; 1 where the shares are equal
/// Direction  larger: marks the target
///
/// @return    NaN where one side has no segment
/// @throws    std::domain_error  a number of segments with the term is negative or above the number of segments
/// Source     Craig & Kinney (2009), Shakespeare, Computers, and the Mystery of Authorship, after
///            Burrows (2007), Literary and Linguistic Computing 22(1), 27-47
/// Checked    tests/statistics/zeta_test.cpp: by hand
[[nodiscard]] double craig_zeta(const segment_presence& presence);

/// Zeta as a difference, s_t - s_r: craig_zeta - 1, from -1 to 1, and 0 where the shares are equal.
///
/// Direction  positive: marks the target; changes sign when target and reference are swapped
///
/// @return    NaN where one side has no segment
/// @throws    std::domain_error  as craig_zeta
/// Source     Schöch, Schlör, Zehe, Gebhard, Becker & Hotho (2018), Burrows' Zeta: exploring and evaluating variants
/// and
///            parameters, DH 2018 ("sd0")
/// Checked    tests/statistics/zeta_test.cpp: by hand
[[nodiscard]] double zeta_difference(const segment_presence& presence);

/// Zeta of logarithms, log2(s_t + k) - log2(s_r + k): a difference weighs more where few segments have the term.
///
/// Symbols    k keeps the logarithm finite; 1.1 as in pydistinto, 0.1 weighs rare terms far more
/// Range      -log2(1 + 1/k) to log2(1 + 1/k)
/// Direction  positive: marks the target; changes sign when target and reference are swapped
///
/// @return    NaN where one side has no segment
/// @throws    std::domain_error  as craig_zeta, or k is not above 0
/// Source     Schöch et al. (2018), as above ("sd2", before they rescale it)
/// Checked    tests/statistics/zeta_test.cpp: by hand
[[nodiscard]] double log_zeta(const segment_presence& presence, double addition = 1.1);

}  // namespace isogloss::statistics
