#pragma once

namespace isogloss::statistics {

/// The four numbers behind a 2x2 table: how often a term occurs in the target and in the reference, and how many tokens
/// each of them has. Counts are doubles, exact up to 2^53.
///
///                target                          reference
///   the term     a = target_count                b = reference_count
///   other        c = target_tokens - a           d = reference_tokens - b
struct contingency {
  double target_count = 0.0;
  double reference_count = 0.0;
  double target_tokens = 0.0;
  double reference_tokens = 0.0;

  [[nodiscard]] constexpr double count() const { return target_count + reference_count; }
  [[nodiscard]] constexpr double tokens() const { return target_tokens + reference_tokens; }
  [[nodiscard]] constexpr double target_others() const { return target_tokens - target_count; }
  [[nodiscard]] constexpr double reference_others() const { return reference_tokens - reference_count; }

  /// The same table seen from the reference.
  [[nodiscard]] constexpr contingency swapped() const {
    return {reference_count, target_count, reference_tokens, target_tokens};
  }
};

/// How many more occurrences the target has than its share of the tokens would give: a - E_a = (a n2 - b n1) / N.
/// The other three cells differ from their expectations by the same amount, with alternating sign. Not rounded by more
/// than a few units in the last place, even where a and E_a agree in most of their digits.
///
/// Symbols    as above; n1, n2 the tokens of target and reference; N = n1 + n2
/// Range      -N/4 to N/4
/// Direction  positive: relatively more frequent in the target
///
/// @return    NaN where both corpora are empty
/// @throws    std::domain_error  a count is negative or above its corpus's tokens
/// Checked    tests/statistics/contingency_test.cpp: by hand, at counts of 10^12
[[nodiscard]] double excess_count(const contingency& table);

}  // namespace isogloss::statistics
