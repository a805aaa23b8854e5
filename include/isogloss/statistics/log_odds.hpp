#pragma once

#include "isogloss/statistics/contingency.hpp"

namespace isogloss::statistics {

/// What is believed of a term before looking: `count` of its pseudo-tokens among `tokens` of all terms.
struct dirichlet_prior {
  double count = 0.0;
  double tokens = 0.0;
};

struct log_odds_difference {
  double delta = 0.0;
  double variance = 0.0;
  double z = 0.0;
};

/// Weighted log-odds with an informative Dirichlet prior ("Fightin' Words").
///
///   delta    = ln( (y_i + a_w) / (n_i + a_0 - y_i - a_w) ) - ln( (y_j + a_w) / (n_j + a_0 - y_j - a_w) )
///   variance = 1 / (y_i + a_w) + 1 / (y_j + a_w)
///   z        = delta / sqrt(variance)
///
/// Symbols    y_i, y_j counts in target and reference; n_i, n_j their tokens; a_w, a_0 the prior's count and tokens
/// Range      every real number; variance above 0
/// Direction  positive: more frequent in the target; changes sign when target and reference are swapped. z weighs the
///            difference by how well the counts support it
///
/// @return    NaN in delta and z where nothing but the term is left in a corpus and the prior
/// @throws    std::domain_error  a count is negative or above its corpus's tokens; the prior's count is not above 0, or
///            above the prior's tokens
/// Source     Monroe, Colaresi & Quinn (2008), Political Analysis 16(4), 372-403, eqs 15-16 and 18-22
/// Checked    tests/statistics/log_odds_test.cpp: R, two priors
[[nodiscard]] log_odds_difference weighted_log_odds(const contingency& table, const dirichlet_prior& prior);

}  // namespace isogloss::statistics
