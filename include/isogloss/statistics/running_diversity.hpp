#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "isogloss/base/ids.hpp"

/// Lexical diversity along a text: the tokens in order, as term ids. Each takes time proportional to the tokens.
namespace isogloss::statistics {

/// MATTR: the mean type-token ratio of all windows of consecutive tokens.
///
///   MATTR = 1 / (N - w + 1) sum_t V(t .. t + w - 1) / w
///
/// Symbols    w window, in tokens; V(...) types in the window
/// Range      1/w to 1
/// Direction  larger is more diverse; does not depend on the length of the text
///
/// @return    NaN for a text shorter than the window (quanteda shortens the window for all texts)
/// @throws    std::domain_error  the window is 0
/// Source     Covington & McFall (2010), Journal of Quantitative Linguistics 17(2), 94-100
/// Checked    tests/statistics/running_diversity_test.cpp: quanteda.textstats, every window counted afresh
[[nodiscard]] double moving_average_type_token_ratio(std::span<const term_id> tokens, std::size_t window);

/// The types in each window that MATTR averages: of the windows beginning at token 0, 1, ..., N - w.
/// @return    none for a text shorter than the window
/// @throws    std::domain_error  the window is 0
[[nodiscard]] std::vector<double> window_types(std::span<const term_id> tokens, std::size_t window);

/// MSTTR: the mean type-token ratio of consecutive segments; a last, shorter one is left out.
///
/// Range      1/segment to 1
/// Direction  larger is more diverse
///
/// @return    NaN for a text shorter than one segment
/// @throws    std::domain_error  the segment is 0
/// Source     Johnson (1944), Psychological Monographs 56(2), 1-15
/// Checked    tests/statistics/running_diversity_test.cpp: quanteda.textstats
[[nodiscard]] double mean_segmental_type_token_ratio(std::span<const term_id> tokens, std::size_t segment);

/// MTLD: how many tokens it takes, on average, for the type-token ratio to fall below the threshold.
///
///   MTLD = 1/2 (N / F_forward + N / F_backward)
///
/// Symbols    F factors: tokens are added until V/n < threshold, which closes a factor, and counting starts afresh;
/// what
///            is left at the end counts as (1 - V/n) / (1 - threshold) of a factor
/// Range      above 1
/// Direction  larger is more diverse
///
/// A factor closes strictly below the threshold and may have any length. (LexicalRichness closes at "or equal"; others
/// want ten tokens: docs/parity.md.)
///
/// @return    NaN for a text in which no type occurs twice, and so no part of a factor
/// @throws    std::domain_error  the threshold does not lie between 0 and 1
/// Source     McCarthy & Jarvis (2010), Behavior Research Methods 42(2), 381-392
/// Checked    tests/statistics/running_diversity_test.cpp: Wordless, by hand
[[nodiscard]] double mtld(std::span<const term_id> tokens, double threshold = 0.72);

/// A factor of MTLD: the token with which it closes (from 0), and 1, or the part that the end of the text counts for.
struct mtld_factor {
  std::size_t token;
  double part;
};
enum class direction { forward, backward };

/// The factors of mtld(): N / (the sum of their parts) is MTLD in that direction.
[[nodiscard]] std::vector<mtld_factor> mtld_factors(std::span<const term_id> tokens, direction way,
                                                    double threshold = 0.72);

}  // namespace isogloss::statistics
