#pragma once

#include <span>

#include "isogloss/statistics/frequency_spectrum.hpp"

/// Texts of different length, compared as if they were equally long. `counts` holds the count of each term.
namespace isogloss::statistics {

/// Expected number of types in a sample of n tokens, drawn from the text without putting any back.
///
///   E(V_n) = sum over the types of ( 1 - C(N - f, n) / C(N, n) )
///
/// Symbols    f count of a type; N tokens of the text; n sample_tokens
/// Range      0 (n = 0) to V (n = N); at most n
/// Direction  larger is more diverse; for texts compared at the same n
///
/// Exact, not simulated; each type to about 14 digits, also where N is 10^12 and the type occurs once.
///
/// @return    NaN where the text has fewer than n tokens
/// @throws    std::domain_error  a count is negative or not whole, or n is
/// Source     Hurlbert (1971), Ecology 52(4), 577-586; for texts Ejiri & Smith (1993) and Baayen (2001), ch. 2.6
/// Checked    tests/statistics/rarefaction_test.cpp: all samples of small texts, five accounts
[[nodiscard]] double expected_types(std::span<const double> counts, double sample_tokens);
[[nodiscard]] double expected_types(const frequency_spectrum& spectrum, double sample_tokens);

/// HD-D: the chance of meeting a type in a sample of 42 tokens, summed over the types and divided by 42.
///
///   HD-D = E(V_42) / 42
///
/// Range      1/42 (one type) to 1 (no type occurs twice): the mean type-token ratio of all samples of that size
/// Direction  larger is more diverse
///
/// @return    NaN for a text with fewer tokens than the sample
/// @throws    std::domain_error  as expected_types, or a sample of no tokens
/// Source     McCarthy & Jarvis (2007), Language Testing 24(4), 459-488
/// Checked    tests/statistics/rarefaction_test.cpp: Wordless, five accounts
[[nodiscard]] double hd_d(std::span<const double> counts, double sample_tokens = 42.0);
[[nodiscard]] double hd_d(const frequency_spectrum& spectrum, double sample_tokens = 42.0);

}  // namespace isogloss::statistics
