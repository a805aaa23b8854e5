#pragma once

#include "isogloss/statistics/contingency.hpp"

/// How large a difference is, whatever the size of the corpora. In all of them p1 = target_count / target_tokens and
/// p2 = reference_count / reference_tokens; each is NaN where a corpus is empty or the term occurs in neither, and each
/// throws std::domain_error where a count is negative or above its corpus's tokens.
namespace isogloss::statistics {

/// Log ratio, smoothed in both cells.
///
///   log2( ((a + s) / n1) / ((b + s) / n2) )
///
/// Symbols    a, b counts; n1, n2 tokens, not smoothed; s smoothing, in occurrences
/// Range      every real number; with s = 0 also -infinity (absent from the target) and +infinity
/// Direction  positive: more frequent in the target; 1 is twice as frequent, 2 four times. With s > 0 and corpora of
///            different sizes, equal relative frequencies give nearly but not exactly 0
///
/// @return    NaN for a term that occurs in neither corpus, or an empty corpus
/// @throws    std::domain_error  as above, or the smoothing is negative
/// Source     Hardie (2014), Log Ratio: an informal introduction, cass.lancs.ac.uk; 1/2 in both cells after
///            Haldane (1956), Annals of Human Genetics 20, 309-311
/// Checked    tests/statistics/effect_sizes_test.cpp: Hardie's example, R
[[nodiscard]] double log_ratio(const contingency& table, double smoothing = 0.5);

/// Log ratio as Hardie computes it: only a zero count is replaced.
///
///   log2( (a' / n1) / (b' / n2) ),   a' = a, or `replacement` where a = 0; b' likewise
///
/// Range      every real number
/// Direction  positive: more frequent in the target; exactly 0 where relative frequencies are equal
///
/// @return    NaN for a term that occurs in neither corpus, or an empty corpus
/// @throws    std::domain_error  as above, or the replacement is not above 0
/// Source     Hardie (2014), as above
/// Checked    tests/statistics/effect_sizes_test.cpp: Hardie's example, R
[[nodiscard]] double log_ratio_hardie(const contingency& table, double replacement = 0.5);

/// Odds ratio of the sample, (a d) / (b c).
///
/// Range      0 (absent from the target) to +infinity (absent from the reference)
/// Direction  above 1: more frequent in the target
///
/// @return    NaN where both products are 0, or a corpus is empty
/// @throws    std::domain_error  as above
/// Source     Pojanapunya & Watson Todd (2018), Corpus Linguistics and Linguistic Theory 14(1), 133-167
/// Checked    tests/statistics/effect_sizes_test.cpp: their table
[[nodiscard]] double odds_ratio(const contingency& table);

/// Relative risk, p1 / p2: the plain ratio of relative frequencies.
///
/// Range      0 (absent from the target) to +infinity (absent from the reference)
/// Direction  above 1: more frequent in the target
///
/// @return    NaN for a term that occurs in neither corpus, or an empty corpus
/// @throws    std::domain_error  as above
/// Checked    tests/statistics/effect_sizes_test.cpp: by hand
[[nodiscard]] double relative_risk(const contingency& table);

/// Difference coefficient, (p1 - p2) / (p1 + p2).
///
/// Range      -1 (absent from the target) to 1 (absent from the reference)
/// Direction  positive: more frequent in the target; changes sign when target and reference are swapped
///
/// @return    NaN for a term that occurs in neither corpus, or an empty corpus
/// @throws    std::domain_error  as above
/// Source     Hofland & Johansson (1982), Word Frequencies in British and American English
/// Checked    tests/statistics/effect_sizes_test.cpp: their p. 471
[[nodiscard]] double difference_coefficient(const contingency& table);

/// %DIFF, 100 (p1 - p2) / p2.
///
/// Range      -100 (absent from the target) to +infinity (absent from the reference; the authors put 10^-18 for 0)
/// Direction  positive: more frequent in the target, in per cent of the reference
///
/// @return    NaN for a term that occurs in neither corpus, or an empty corpus
/// @throws    std::domain_error  as above
/// Source     Gabrielatos & Marchi (2011), Keyness: matching metrics to definitions
/// Checked    tests/statistics/effect_sizes_test.cpp: their slide 18
[[nodiscard]] double percent_diff(const contingency& table);

/// Simple maths, (10^6 p1 + k) / (10^6 p2 + k).
///
/// Symbols    k smoothing per million tokens: 1 brings out rare terms, 1000 common ones
/// Range      above 0; with k = 0 also 0 and +infinity
/// Direction  above 1: more frequent in the target
///
/// @return    NaN for an empty corpus; with k = 0 for a term that occurs in neither
/// @throws    std::domain_error  as above, or the smoothing is negative
/// Source     Kilgarriff (2009), Simple maths for keywords, Corpus Linguistics conference, Liverpool
/// Checked    tests/statistics/effect_sizes_test.cpp: Kilgarriff's table
[[nodiscard]] double simple_maths(const contingency& table, double smoothing_per_million = 1.0);

}  // namespace isogloss::statistics
