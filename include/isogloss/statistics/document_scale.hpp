#pragma once

#include "isogloss/statistics/measure.hpp"

#include <Eigen/Core>

#include <span>
#include <vector>

namespace isogloss::statistics {

/// Profiles whose rows lie together in memory.
using dense_profiles = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// What a measure takes from some documents before it compares any: their terms, and for z-scores their means and
/// deviations, for argamon_linear_delta their deviations from the median. Made of documents of known author, it places
/// others beside them without having seen them.
///
/// A term that is the same in all of those documents is left out; n and the ranks of the eder_delta are those of the
/// rest.
///
/// Checked    tests/statistics/document_scale_test.cpp: equals deltas_between() and distances()
class document_scale {
 public:
  /// @param profiles  n_documents x n_columns, relative frequencies
  /// @param rows      the documents it is made of
  /// @param terms     the columns compared, from the most frequent
  /// @throws std::invalid_argument  chi_squared, correlation or spearman, which are not made document by document; no
  ///         rows or terms, or one that does not exist
  /// @throws std::domain_error      a value is not finite
  document_scale(const dense_profiles& profiles, std::span<const Eigen::Index> rows,
                 std::span<const Eigen::Index> terms, measure m);

  [[nodiscard]] std::size_t n_terms() const { return terms_.size(); }

  /// Documents as the measure sees them: n x n_terms. NaN throughout a row for which the measure does not exist, and
  /// everywhere when no term varies.
  [[nodiscard]] dense_profiles placed(const dense_profiles& profiles) const;
  /// The same by some of the terms: places from 0 to n_terms - 1. What they weigh stays.
  [[nodiscard]] dense_profiles placed(const dense_profiles& profiles, std::span<const Eigen::Index> places) const;

  /// Distances of placed documents: a x b; similarities as 1 - s. NaN where the measure does not exist.
  [[nodiscard]] Eigen::MatrixXd distances(const dense_profiles& a, const dense_profiles& b) const;

 private:
  measure measure_;
  bool scaled_;             // by weights_, or row by row
  bool undefined_ = false;  // scaled, and no term varies
  std::vector<Eigen::Index> terms_;
  Eigen::RowVectorXd means_;
  Eigen::RowVectorXd weights_;  // 0 for a term left out
};

/// Can documents be placed by the measure one by one?
[[nodiscard]] bool can_place(measure m);

}  // namespace isogloss::statistics
