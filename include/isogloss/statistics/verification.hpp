#pragma once

#include <optional>
#include <span>

namespace isogloss::statistics {

/// Scores between which a question of authorship is left open: below `low` another author, above `high` the same.
struct grey_zone {
  double low;
  double high;
  double c_at_1;      ///< of the scores it was found on; it is lower on others
  double unanswered;  ///< share of those scores within it, ends included
};

/// The zone with the highest c@1 on scores of pairs known to be of the same author and of different ones.
///
///   c@1 = a + u a
///
/// Symbols    a share of pairs answered rightly, u share left open; the same and the different pairs count for
///            one half each, however many they are
/// Range      c@1: 0 to 1; both ends in hundredths from 0 to 1
///
/// Of equally good zones the widest is taken, since nothing is known of the scores in between; of these the lowest.
///
/// @return    empty without a score on either side
/// @throws    std::domain_error  a score is not in [0, 1]
/// Source     Penas & Rodrigo (2011), ACL-HLT 2011, 1415-1424 (c@1); Kestemont et al. (2016), Expert Systems with
///            Applications 63, 86-96 (the zone), as stylo's imposters.optimize() looks for it
/// Checked    tests/statistics/verification_test.cpp: every zone tried, by hand
[[nodiscard]] std::optional<grey_zone> best_grey_zone(std::span<const double> same, std::span<const double> different);

/// The probability that a score comes from the same author.
struct score_calibration {
  double intercept;
  double slope;
  /// 1 / (1 + exp(-(intercept + slope * score)))
  [[nodiscard]] double probability(double score) const;
};

/// Fewer scores on either side than this are not calibrated.
inline constexpr std::size_t fewest_calibration_scores = 10;

/// Logistic calibration (Platt) of scores, same and different taken to be equally likely beforehand.
///
/// The same and the different pairs weigh one half each. Targets are (n + 1) / (n + 2) for the n same pairs and
/// 1 / (n + 2) for the n different ones, so that no few pairs, however well apart, make a certainty.
///
/// @return    empty with fewer than fewest_calibration_scores on either side, and where higher scores do not speak for
///            the same author (the slope is not above 0)
/// @throws    std::domain_error  a score is not in [0, 1]
/// Source     Platt (1999), in Advances in Large Margin Classifiers, 61-74; Lin, Lin & Weng (2007), Machine Learning 68
/// Checked    tests/statistics/verification_test.cpp: the gradient is 0 there; two scores only, by hand
[[nodiscard]] std::optional<score_calibration> calibrate(std::span<const double> same,
                                                         std::span<const double> different);

/// How often a same pair scores higher than a different one, ties one half. NaN without a score on either side.
[[nodiscard]] double area_under_curve(std::span<const double> same, std::span<const double> different);

}  // namespace isogloss::statistics
