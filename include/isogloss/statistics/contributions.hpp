#pragma once

#include <Eigen/Core>
#include <memory>

#include "isogloss/statistics/measure.hpp"

namespace isogloss::statistics {

/// What single terms add to the values between pairs of documents. The profiles are made ready once, for all pairs.
class term_contributions {
 public:
  /// @param profiles  n_documents x n_terms, as for distances()
  /// @throws          as distances()
  term_contributions(const Eigen::MatrixXd& profiles, measure m);
  ~term_contributions();
  term_contributions(term_contributions&&) noexcept;
  term_contributions& operator=(term_contributions&&) noexcept;

  /// The parts of the distance, 1 - s for a similarity: see contributions() in distances.hpp.
  ///
  /// @return  n_terms; NaN throughout where the distance is NaN
  /// @throws  std::invalid_argument  a row is not one of the documents
  [[nodiscard]] Eigen::VectorXd differences(Eigen::Index row_a, Eigen::Index row_b) const;

  /// The parts of a similarity; their sum is its value.
  ///
  ///   cosine, correlation, spearman     x y / (|x| |y|), of rows less their means and of ranks for the last two
  ///   jaccard, ruzicka                  min(p, q) / sum max(p, q), of presence for jaccard
  ///   dice                              2 min(p, q) / sum (p + q), of presence
  ///   extended_jaccard, extended_dice   p q / (sum pp + sum qq - sum pq), 2 p q / (sum pp + sum qq)
  ///
  /// Negative parts only where rows are centred (correlation, spearman).
  ///
  /// @return  n_terms; NaN throughout where the similarity is NaN
  /// @throws  std::invalid_argument  the measure is no similarity; a row is not one of the documents
  /// Checked  tests/statistics/contributions_test.cpp: sums equal the similarity to 1e-12
  [[nodiscard]] Eigen::VectorXd likenesses(Eigen::Index row_a, Eigen::Index row_b) const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace isogloss::statistics
