#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "studies/comparisons.hpp"

namespace isogloss::studies {

/// The numbers of one term in one comparison; NaN where one does not exist (an infinite ratio does not).
struct keyness_row {
  std::size_t term = 0;  ///< column of the dfm
  double target_count = 0, reference_count = 0;
  double target_relative_frequency = 0, reference_relative_frequency = 0;
  double log_likelihood = 0, log_likelihood_two_cell = 0, chi_squared = 0, chi_squared_yates = 0;
  double token_level_p_value = 0, fisher_exact = 0, bayes_information_criterion = 0;
  double p_value = 0, dispersion = 0, q_value = 0;
  double welch_t = 0, welch_p_value = 0, rank_sum_u = 0, rank_sum_p_value = 0;
  double log_ratio = 0;
  double log_ratio_low = 0, log_ratio_high = 0, log_ratio_low_beyond = 0, log_ratio_high_beyond = 0;
  double consistency = 0, log_odds_z = 0;
  double difference_coefficient = 0, percent_diff = 0, odds_ratio = 0, simple_maths = 0;
  double craig_zeta = 0, log_zeta = 0;
  double target_document_range = 0, reference_document_range = 0;
  double target_deviation_of_proportions = 0, reference_deviation_of_proportions = 0;
};

/// Counts of all terms, by document and by segment, column by column.
struct keyness_counts {
  Eigen::SparseMatrix<double> documents;  ///< n_documents x n_terms, column-major
  Eigen::VectorXd document_tokens;
  Eigen::SparseMatrix<double> segments;  ///< n_segments x n_terms, column-major
  Eigen::VectorXd segment_tokens;
  std::vector<std::size_t> document_of;  ///< of each segment
};

[[nodiscard]] keyness_counts count_for_keyness(const material& m);

/// Every measure but the intervals and q, of every term that meets the options' floors.
[[nodiscard]] std::vector<keyness_row> measure_keyness(const keyness_counts& counts, const comparison& c,
                                                       const keyness_options& options);

/// The value a row is ranked by: larger ranks higher.
[[nodiscard]] double sort_value(const keyness_row& row, std::string_view column);

}  // namespace isogloss::studies
