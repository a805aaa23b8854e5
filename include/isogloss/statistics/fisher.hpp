#pragma once

#include "isogloss/statistics/contingency.hpp"

namespace isogloss::statistics {

/// What is held against "equal relative frequencies": a difference either way, or one way only.
enum class alternative {
  two_sided,
  less,    ///< the target has fewer occurrences than its share
  greater  ///< the target has more
};

/// Fisher's exact test: the probability of a table at least as extreme as this one among all with the same margins.
///
///   less       P(X <= a)
///   greater    P(X >= a)
///   two_sided  sum of P(x) over all x with P(x) <= P(a) (1 + 10^-7), as R's fisher.test
///
/// Symbols    X hypergeometric: occurrences in the target when the a + b occurrences are dealt over the N tokens
/// Range      0 to 1; keeps its relative accuracy down to 10^-300
/// Direction  smaller is stronger evidence; description only for tokens, as chi_squared_p_value
///
/// Time grows with the spread of X (the root of the count), not with the count.
///
/// @return    1 where the margins allow one table only (empty corpus, term in neither)
/// @throws    std::domain_error  a count is negative, not whole, or above its corpus's tokens
/// Source     Fisher (1935), JRSS 98(1), 39-82
/// Checked    tests/statistics/fisher_test.cpp: Pedersen 1996 p. 10, R, brute force over small tables
[[nodiscard]] double fisher_exact(const contingency& table, alternative side = alternative::two_sided);

/// Odds ratio by conditional maximum likelihood: the psi for which the expected target_count is the observed one,
/// given the margins.
///
///   sum_x x w(x) / sum_x w(x) = a,   w(x) = C(n1, x) C(n2, r1 - x) psi^x
///
/// Range      0 (target_count as low as the margins allow) to +infinity (as high)
/// Direction  above 1: more frequent in the target; nearer to 1 than odds_ratio
///
/// @return    NaN where the margins allow one table only (R gives 0)
/// @throws    std::domain_error  a count is negative, not whole, or above its corpus's tokens
/// Source     Cornfield (1956), Proceedings of the Third Berkeley Symposium 4, 135-148
/// Checked    tests/statistics/fisher_test.cpp: the estimate solved to 10^-15; docs/parity.md for fisher.test
[[nodiscard]] double conditional_odds_ratio(const contingency& table);

}  // namespace isogloss::statistics
