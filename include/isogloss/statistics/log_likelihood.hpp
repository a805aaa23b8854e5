#pragma once

#include "isogloss/statistics/contingency.hpp"

namespace isogloss::statistics {

/// Log-likelihood ratio (G2) of the 2x2 table, in nats.
///
///   G2 = 2 * sum over the four cells of O ln(O / E),   0 ln 0 = 0
///
/// Symbols    O the cells a, b, c, d of the table; E = row sum * column sum / N
/// Range      0 (equal relative frequencies) upwards; grows with the corpus, so it is evidence and no effect size
/// Direction  larger is more different; unsigned, see log_ratio for the side
///
/// Summed as 2 sum (O ln(O/E) - (O - E)), which is the same since the differences cancel, but has no negative terms and
/// so keeps its digits with counts of 10^12.
///
/// @return    NaN where one of the corpora is empty; 0 for a term that occurs in neither
/// @throws    std::domain_error  a count is negative or above its corpus's tokens
/// Source     Dunning (1993), Computational Linguistics 19(1), 61-74
/// Checked    tests/statistics/log_likelihood_test.cpp: Dunning's table, R, by hand
[[nodiscard]] double log_likelihood(const contingency& table);

/// Log-likelihood of the two cells that hold the term, in nats: the form of UCREL's calculator and of Wmatrix.
///
///   LL = 2 (a ln(a / E_a) + b ln(b / E_b)),   E_a = n1 (a + b) / N
///
/// Symbols    a, b counts of the term; n1, n2 tokens; N = n1 + n2
/// Range      0 to log_likelihood of the same table; nearly equal for rare terms
/// Direction  larger is more different; unsigned
///
/// @return    NaN where one of the corpora is empty; 0 for a term that occurs in neither
/// @throws    std::domain_error  a count is negative or above its corpus's tokens
/// Source     Rayson & Garside (2000), Proceedings of the Workshop on Comparing Corpora, 1-6
/// Checked    tests/statistics/log_likelihood_test.cpp: UCREL's formula, by hand
[[nodiscard]] double log_likelihood_two_cell(const contingency& table);

/// G2 with Williams's correction, which brings it nearer to chi2 in small tables.
///
///   G2 / q,   q = 1 + (N/(a+b) + N/(c+d) - 1) (N/n1 + N/n2 - 1) / (6 N)
///
/// Symbols    as in contingency; n1, n2 the column sums
/// Range      0 to G2
/// Direction  larger is more different; unsigned
///
/// @return    NaN where one of the corpora is empty; 0 for a term that occurs in neither
/// @throws    std::domain_error  a count is negative or above its corpus's tokens
/// Source     Williams (1976), Biometrika 63(1), 33-37
/// Checked    tests/statistics/log_likelihood_test.cpp: R; docs/parity.md for quanteda
[[nodiscard]] double log_likelihood_williams(const contingency& table);

/// Bayes information criterion of "two relative frequencies" over "one", after Wilson's rule for keyness.
///
///   BIC = G2 - ln N
///
/// Symbols    N tokens of both corpora together; one degree of freedom
/// Range      -ln N upwards
/// Direction  larger speaks for a difference: below 0 for none, from 2 positive, 6 strong, 10 very strong
///
/// @return    NaN where one of the corpora is empty
/// @throws    std::domain_error  a count is negative or above its corpus's tokens
/// Source     Wilson (2013), in Bieswanger & Koll-Stobbe, New Approaches to the Study of Linguistic Variability, 3-11;
///            Gabrielatos (2018), in Taylor & Marchi, Corpus Approaches to Discourse, 225-258
/// Checked    tests/statistics/log_likelihood_test.cpp: by hand
[[nodiscard]] double bayes_information_criterion(const contingency& table);

}  // namespace isogloss::statistics
