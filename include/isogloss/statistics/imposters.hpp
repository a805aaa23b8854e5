#pragma once

#include "isogloss/statistics/attribution.hpp"

#include <Eigen/Core>

#include <cstdint>

namespace isogloss::statistics {

struct imposters_options {
  int iterations = 100;
  double term_share = 0.5;      ///< of the terms drawn in each iteration
  double imposter_share = 0.5;  ///< of the imposters drawn in each iteration
  std::uint64_t seed = 1;
};

/// How often a document is nearer to a candidate author than to the others.
struct imposter_scores {
  /// n_authors: imposters are all documents of the other authors.
  Eigen::VectorXd closed;
  /// n_authors: imposters are those documents but for the tested document's own author's. The same where that author is
  /// the candidate or unknown.
  Eigen::VectorXd open;
};

/// General imposters: scores of one document against every author.
///
///   score = (iterations won + 1/2 iterations tied) / iterations
///
/// Each iteration draws half of the terms and half of the imposters (at least one of each, halves rounded up), both
/// without replacement; it is won when the nearest document of the candidate is nearer than the nearest imposter drawn.
/// Distances are on `scale`, and terms are drawn of its terms; the ranks of eder_delta
/// stay those of all terms. The terms of an iteration are the same for all candidates.
///
/// Shapes     profiles: n_documents x n_columns; document: the one tested, which is left out of its own author's
/// Range      0 to 1, larger more like the candidate's
///
/// @return    NaN for an author who has no other document, without imposters, and where no distance exists
/// @throws    std::invalid_argument  iterations below 1, a share not in (0, 1], an unknown row
/// Source     Koppel & Winter (2014), JASIST 65(1), 178-187; Kestemont, Stover, Koppel, Karsdorp & Daelemans (2016),
///            Expert Systems with Applications 63, 86-96; terms drawn as in stylo's imposters()
/// Checked    tests/statistics/imposters_test.cpp: cases with one answer; all draws worked out for a small one
[[nodiscard]] imposter_scores score_imposters(const dense_profiles& profiles, const authorship& authors,
                                              const document_scale& scale, Eigen::Index document,
                                              const imposters_options& options);

}  // namespace isogloss::statistics
