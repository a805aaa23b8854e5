#pragma once

#include <memory>
#include <span>
#include <vector>

#include "isogloss/statistics/held_counts.hpp"

/// How evenly one term is spread over the parts (segments or documents) of a corpus.
///
/// Symbols used throughout: v_i count of the term in part i, f = sum v_i; n_i tokens of part i, N = sum n_i, s_i = n_i
/// / N the part's share of the corpus; p_i = v_i / n_i; n number of parts. All standard deviations divide by n.
///
/// `counts` holds v_i, `sizes` n_i. Every function throws std::domain_error where a count is negative or not finite,
/// and those with sizes also where the two differ in length, a part has no tokens (leave it out) or a count is above
/// its part's size. All but document_range and standard_deviation give NaN for a term that never occurs.
/// `dispersion_table` has the same numbers for every term of a sparse matrix.
namespace isogloss::statistics {

/// Range: the number of parts in which the term occurs.
///
/// Range      0 to n
/// Direction  larger is more even (for terms of the same count)
///
/// @throws    std::domain_error  as above
/// Checked    tests/statistics/dispersion_test.cpp: Gries 2020, five accounts
[[nodiscard]] double document_range(std::span<const double> counts);

/// Standard deviation of the counts, sqrt(sum (v_i - f/n)^2 / n).
///
/// Range      0 (same count in every part) to f sqrt(n - 1) / n
/// Direction  larger is less even
///
/// @return    NaN without parts
/// @throws    std::domain_error  as above
/// Checked    tests/statistics/dispersion_test.cpp: Gries 2020, five accounts
[[nodiscard]] double standard_deviation(std::span<const double> counts);

/// Variation coefficient, standard deviation of the counts over their mean.
///
/// Range      0 (same count in every part) to sqrt(n - 1) (one part has all)
/// Direction  larger is less even
///
/// @return    NaN for a term that never occurs
/// @throws    std::domain_error  as above
/// Checked    tests/statistics/dispersion_test.cpp: Gries 2020, five accounts
[[nodiscard]] double variation_coefficient(std::span<const double> counts);

/// Juilland's D for parts of any size.
///
///   D = 1 - (sd(p) / mean(p)) / sqrt(n - 1)
///
/// Range      0 (one part has all) to 1 (the same relative frequency everywhere)
/// Direction  larger is more even; opposite to deviation_of_proportions
///
/// @return    NaN for a term that never occurs, or a single part
/// @throws    std::domain_error  as above
/// Source     Juilland & Chang-Rodriguez (1964); with p_i and the population sd as in Gries (2008, 2020)
/// Checked    tests/statistics/dispersion_test.cpp: Carroll 1970 p. 14, Gries 2020, five accounts
[[nodiscard]] double juilland_d(std::span<const double> counts, std::span<const double> sizes);

/// Carroll's D2, the entropy of the relative frequencies.
///
///   D2 = - sum_i q_i log2 q_i / log2 n,   q_i = p_i / sum p
///
/// Range      0 (one part has all) to 1 (the same relative frequency everywhere)
/// Direction  larger is more even
///
/// @return    NaN for a term that never occurs, or a single part
/// @throws    std::domain_error  as above
/// Source     Carroll (1970), Computer Studies in the Humanities and Verbal Behavior 3(2), 61-65
/// Checked    tests/statistics/dispersion_test.cpp: Carroll 1970 p. 13, Gries 2020, five accounts
[[nodiscard]] double carroll_d2(std::span<const double> counts, std::span<const double> sizes);

/// Rosengren's S for parts of any size.
///
///   S = (sum_i sqrt(s_i v_i))^2 / f
///
/// Range      the smallest share s_i (all occurrences in that part) to 1 (spread as the parts' sizes)
/// Direction  larger is more even
///
/// @return    NaN for a term that never occurs
/// @throws    std::domain_error  as above
/// Source     Rosengren (1971), Études de linguistique appliquée 1, 103-127
/// Checked    tests/statistics/dispersion_test.cpp: Gries 2008 p. 407, Gries 2020, five accounts
[[nodiscard]] double rosengren_s(std::span<const double> counts, std::span<const double> sizes);

/// Deviation of proportions (DP).
///
///   DP = 1/2 sum_i | v_i / f - s_i |
///
/// Range      0 (spread as the parts' sizes) to 1 - the smallest share
/// Direction  larger is less even; for "larger is more even" use 1 - DP
///
/// @return    NaN for a term that never occurs
/// @throws    std::domain_error  as above
/// Source     Gries (2008), International Journal of Corpus Linguistics 13(4), 403-437
/// Checked    tests/statistics/dispersion_test.cpp: Gries 2008 p. 416, Gries 2020, five accounts
[[nodiscard]] double deviation_of_proportions(std::span<const double> counts, std::span<const double> sizes);

/// The same of many terms in the same parts, to the last bit, in a small part of the time. May be called from several
/// threads.
///
/// Checked    tests/statistics/held_counts_test.cpp: against deviation_of_proportions of one term
class deviations_of_proportions {
 public:
  /// @throws std::domain_error  a part has no tokens
  explicit deviations_of_proportions(std::span<const double> sizes);
  deviations_of_proportions(deviations_of_proportions&&) noexcept;
  deviations_of_proportions& operator=(deviations_of_proportions&&) noexcept;
  ~deviations_of_proportions();

  /// @param terms  their counts by part; sixteen and more at a time are fastest
  /// @throws std::domain_error  a count is negative or above its part's size
  [[nodiscard]] std::vector<double> operator()(std::span<const held_counts> terms) const;

 private:
  struct parts;
  std::unique_ptr<const parts> parts_;
};

/// DP normalised, DP / (1 - min_i s_i), so that the largest value is 1 whatever the parts.
///
/// Range      0 to 1
/// Direction  larger is less even
///
/// @return    NaN for a term that never occurs, or a single part
/// @throws    std::domain_error  as above
/// Source     Lijffijt & Gries (2012), International Journal of Corpus Linguistics 17(1), 147-149
/// Checked    tests/statistics/dispersion_test.cpp: their p. 148, Gries 2020, five accounts
[[nodiscard]] double deviation_of_proportions_normalised(std::span<const double> counts, std::span<const double> sizes);

/// Kullback-Leibler divergence of the occurrences from the parts' sizes, in bits.
///
///   KL = sum_i (v_i / f) log2( (v_i / f) / s_i ),   0 log 0 = 0
///
/// Range      0 (spread as the parts' sizes) to -log2 of the smallest share
/// Direction  larger is less even
///
/// @return    NaN for a term that never occurs
/// @throws    std::domain_error  as above
/// Source     Gries (2020), in Paquot & Gries, A Practical Handbook of Corpus Linguistics, 99-118
/// Checked    tests/statistics/dispersion_test.cpp: Gries 2020, five accounts
[[nodiscard]] double kullback_leibler_bits(std::span<const double> counts, std::span<const double> sizes);

}  // namespace isogloss::statistics
