#pragma once

#include <span>
#include <vector>

#include "isogloss/statistics/diversity.hpp"

/// Lexical diversity from how the tokens of a text are shared out among its types: repetition (Yule, Simpson, Herdan),
/// entropy, words used once. `counts` holds the count f of each term; a count of 0 is no type.
///
/// Symbols    N tokens, V types, V_i types that occur i times; sums run over the types
/// Every function of counts throws std::domain_error where one is negative or not finite.
namespace isogloss::statistics {

/// So many types occur so many times each.
struct spectrum_cell {
  double count;
  double types;
};

/// How many types occur once, twice, ...: ascending, counts above 0. All that the measures below need of a text, and
/// much shorter than its vocabulary: 150,000 tokens of some 10,000 types have some 300 different counts.
using frequency_spectrum = std::vector<spectrum_cell>;

/// @throws    std::domain_error  a count is negative or not finite
[[nodiscard]] frequency_spectrum spectrum_of(std::span<const double> counts);

/// N and V.
[[nodiscard]] vocabulary_size vocabulary_of(const frequency_spectrum& spectrum);

/// Yule's characteristic constant K.
///
///   K = 10^4 ( sum_i V_i (i / N)^2 - 1/N ) = 10^4 sum f (f - 1) / N^2
///
/// Range      0 (no type occurs twice) to just below 10^4
/// Direction  larger is LESS diverse; nearly the same for any length of text
///
/// @return    NaN for an empty text
/// @throws    std::domain_error  as above
/// Source     Yule (1944), The Statistical Study of Literary Vocabulary
/// Checked    tests/statistics/frequency_spectrum_test.cpp: John 1 in Latin, five accounts
[[nodiscard]] double yule_k(std::span<const double> counts);
[[nodiscard]] double yule_k(const frequency_spectrum& spectrum);

/// Yule's I.
///
///   I = V^2 / (sum f^2 - V)
///
/// Range      above 0
/// Direction  larger is more diverse
///
/// @return    NaN where no type occurs twice
/// @throws    std::domain_error  as above
/// Source     Yule (1944), as above
/// Checked    tests/statistics/frequency_spectrum_test.cpp: quanteda on five accounts
[[nodiscard]] double yule_i(std::span<const double> counts);

/// Simpson's D: the probability that two tokens drawn from the text are of the same type.
///
///   D = sum f (f - 1) / (N (N - 1))
///
/// Range      0 (no type occurs twice) to 1 (one type)
/// Direction  larger is LESS diverse
///
/// @return    NaN for a text of fewer than two tokens
/// @throws    std::domain_error  as above
/// Source     Simpson (1949), Nature 163, 688
/// Checked    tests/statistics/frequency_spectrum_test.cpp: quanteda on five accounts
[[nodiscard]] double simpson_d(std::span<const double> counts);
[[nodiscard]] double simpson_d(const frequency_spectrum& spectrum);

/// Herdan's V_m: how far the types' shares deviate from equal shares.
///
///   V_m = sqrt( sum (f / N)^2 - 1/V ) = sqrt( sum (f/N - 1/V)^2 )
///
/// Range      0 (every type as often) to just below 1
/// Direction  larger is LESS diverse
///
/// @return    NaN for an empty text
/// @throws    std::domain_error  as above
/// Source     Herdan (1955), Biometrika 42, 490-495, in the form of quanteda's code; docs/parity.md
/// Checked    tests/statistics/frequency_spectrum_test.cpp: quanteda on five accounts
[[nodiscard]] double herdan_vm(std::span<const double> counts);

/// Shannon's entropy of the types' shares, in bits.
///
///   H = - sum (f/N) log2 (f/N)
///
/// Range      0 (one type) to log2 V
/// Direction  larger is more diverse. Grows with the length of the text
///
/// @return    NaN for an empty text
/// @throws    std::domain_error  as above
/// Source     Shannon (1948), Bell System Technical Journal 27, 379-423
/// Checked    tests/statistics/frequency_spectrum_test.cpp: by hand, five accounts
[[nodiscard]] double entropy_bits(std::span<const double> counts);
[[nodiscard]] double entropy_bits(const frequency_spectrum& spectrum);

/// Share of the types that occur exactly once, V_1 / V.
///
/// Range      0 to 1
/// Direction  larger is more diverse. Falls with the length of the text
///
/// @return    NaN for an empty text
/// @throws    std::domain_error  as above
/// Checked    tests/statistics/frequency_spectrum_test.cpp: by hand, five accounts
[[nodiscard]] double hapax_share(std::span<const double> counts);
[[nodiscard]] double hapax_share(const frequency_spectrum& spectrum);

}  // namespace isogloss::statistics
