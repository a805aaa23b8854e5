#pragma once

#include <cstddef>
#include <span>

namespace isogloss::statistics {

/// Average reduced frequency (ARF): the count a term would have if its clusters counted as one. Needs no parts, but the
/// order of the tokens.
///
///   ARF = (1 / v) sum_i min(d_i, v),   v = N / f
///
/// Symbols    d_i tokens from one occurrence to the next, the last one reaching round to the first, so that they sum to
///            N; f = number of positions; N corpus_tokens
/// Range      1 (approached by one cluster in a long corpus) to f (evenly spaced); 0 for an absent term
/// Direction  larger is more even (for terms of the same count)
///
/// `positions` are the places of the term, rising, counted from 0.
///
/// @throws    std::domain_error  positions do not rise, or one is not below corpus_tokens
/// Source     Savický & Hlaváčová (2002), Journal of Quantitative Linguistics 9(3), 215-231
/// Checked    tests/statistics/reduced_frequency_test.cpp: Gries 2008 p. 410
[[nodiscard]] double average_reduced_frequency(std::span<const std::size_t> positions, std::size_t corpus_tokens);

}  // namespace isogloss::statistics
