#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "isogloss/statistics/held_counts.hpp"

namespace isogloss::statistics {

struct quasi_poisson_test {
  double pearson_dispersion = 0.0;  ///< X2 / df2, as it is
  double dispersion = 0.0;          ///< the same, but not below 1
  double deviance_null = 0.0;       ///< of one rate for all documents
  double deviance_model = 0.0;      ///< of one rate for each group
  double f = 0.0;
  double df1 = 0.0;
  double df2 = 0.0;
  double p_value = 0.0;
};

/// Do groups of documents use a term at different rates? F test in the quasi-Poisson model with log(tokens) as offset,
/// the document being the unit.
///
///   F = ((deviance_null - deviance_model) / df1) / dispersion,   p = P(F(df1, df2) >= F)
///   dispersion = max(1, X2 / df2),   X2 = sum_i (y_i - m_i)^2 / m_i
///
/// Symbols    y_i count and n_i tokens of document i; m_i = n_i Y_g / N_g, its group's count over its group's tokens;
///            df1 = groups - 1, df2 = documents - groups
/// Range      F from 0 upwards; p 0 to 1
/// Direction  smaller p is stronger evidence. Documents differ among themselves more than chance would have it
///            (dispersion above 1), and p pays for that. It never claims less variation than Poisson
///
/// The difference of the deviances is summed as 2 sum_g (Y_g ln(Y_g / E_g) - (Y_g - E_g)), E_g = N_g Y / N: no
/// subtraction, no iteration. A group in which the term is absent fits perfectly and adds 0.
///
/// `groups` holds a label for each document; labels need not be consecutive.
///
/// @return    all fields but df1 and df2 NaN where no document has the term; f and p_value NaN with fewer than three
///            documents, one group, or as many groups as documents (then also both dispersions)
/// @throws    std::domain_error  the spans differ in length, a document has no tokens, or a count is negative or above
///            its document's tokens
/// Source     McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., ch. 6 and 9
/// Checked    tests/statistics/quasi_poisson_test.cpp: R's glm, by hand, and its level on simulated nulls
[[nodiscard]] quasi_poisson_test quasi_poisson(std::span<const double> counts, std::span<const double> tokens,
                                               std::span<const std::size_t> groups);

/// The same test of many terms in the same documents, to the last bit, in a small part of the time: documents without
/// a term cost next to nothing. May be called from several threads.
///
/// Checked    tests/statistics/held_counts_test.cpp: against quasi_poisson
class quasi_poisson_of_terms {
 public:
  /// @throws std::domain_error  the spans differ in length, or a document has no tokens
  quasi_poisson_of_terms(std::span<const double> tokens, std::span<const std::size_t> groups);
  quasi_poisson_of_terms(quasi_poisson_of_terms&&) noexcept;
  quasi_poisson_of_terms& operator=(quasi_poisson_of_terms&&) noexcept;
  ~quasi_poisson_of_terms();

  /// @param terms  their counts by document; sixteen and more at a time are fastest
  /// @throws std::domain_error  a count is negative or above its document's tokens
  [[nodiscard]] std::vector<quasi_poisson_test> operator()(std::span<const held_counts> terms) const;

 private:
  struct documents;
  std::unique_ptr<const documents> documents_;
};

}  // namespace isogloss::statistics
