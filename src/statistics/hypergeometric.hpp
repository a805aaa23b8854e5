#pragma once

#include "isogloss/statistics/contingency.hpp"

/// The 2x2 tables that share the margins of one: how probable each is when its tokens are dealt out at random.
/// Counts must be whole; nothing is checked here.
namespace isogloss::statistics::hypergeometric {

/// The least and the largest target_count that the margins allow, and the most probable one.
[[nodiscard]] double lowest(const contingency& margins);
[[nodiscard]] double highest(const contingency& margins);
[[nodiscard]] double mode(const contingency& margins);

/// The table with the same margins whose target_count is x.
[[nodiscard]] contingency with_target_count(const contingency& margins, double x);

/// ln P(X = x).
///
///   ln P = -G2 / 2 + h(r1) + h(r2) + h(n1) + h(n2) - h(N) - h(a) - h(b) - h(c) - h(d)
///
/// Symbols    h(n) = ln n! - (n ln n - n), which stays small; r1, r2 row sums; a, b, c, d cells of the table with x
///
/// The large parts of the nine factorials make up -G2/2 exactly, so that nothing cancels: ln P has 15 digits where a
/// difference of lgamma has none left (counts of 10^12).
[[nodiscard]] double log_probability(const contingency& margins, double x);

/// P(X = x + 1) / P(X = x).
[[nodiscard]] double step_up(const contingency& margins, double x);

/// P(X >= x).
[[nodiscard]] double upper_tail(const contingency& margins, double x);

/// P(X <= x).
[[nodiscard]] double lower_tail(const contingency& margins, double x);

}  // namespace isogloss::statistics::hypergeometric
