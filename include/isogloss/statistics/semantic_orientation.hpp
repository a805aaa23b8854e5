#pragma once

#include <Eigen/SparseCore>
#include <vector>

#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/nested_bootstrap.hpp"

namespace isogloss::statistics {

/// Tokens of positive and of negative seed words in each segment.
struct seed_counts {
  std::vector<double> positive;
  std::vector<double> negative;
};

struct orientation {
  double value;  ///< bits
  interval ends;
  double p_value;  ///< two-sided
};

/// Does a term keep company with positive words or with negative ones? Semantic orientation from association (SO-PMI),
/// with the segment for the neighbourhood.
///
///   SO = log2( (P_w + 1/2) / (N_w + 1/2) ) - log2( (P + 1/2) / (N + 1/2) )
///
/// Symbols    P_w, N_w tokens of positive and of negative seeds in the segments that hold the term; P, N in all
/// segments Shapes     presence: n_segments x n_terms, not 0 where the segment holds the term; weights: n_replicates x
///            n_segments; result: n_terms
/// Range      every real number; 0 where the term's segments are as positive as all
/// Direction  above 0: in the company of positive seeds
///
/// The PMI of a term and the seeds of one sign, log2( p(w, seed) / (p(w) p(seed)) ), less that of the other sign: p(w)
/// falls out. The seeds of a sign are pooled before the logarithm, as the OR of a query pools them (Turney & Littman
/// 2003, section 4.4 sums over seeds, which rare seeds make unsteady). Smoothing is half a token instead of their 0.01.
///
/// Ends are percentiles at 95 % of the resamples. p_value is that of
///
///   t = SO / s * sqrt((k - 1) / k)
///
/// with k - 1 degrees of freedom, k segments holding the term and s the standard deviation of the resamples. It is
/// there for multiplicity: of a thousand terms without any orientation some fifty intervals exclude 0.
///
/// @return    NaN throughout where P or N is 0; NaN but for the value where fewer than 40 replicates are given or they
///            do not vary
/// @throws    std::invalid_argument  the shapes do not agree
/// Source     Turney (2002), ACL, 417-424; Turney & Littman (2003), ACM TOIS 21(4), 315-346
/// Checked    tests/statistics/semantic_orientation_test.cpp: by an independent program; under shuffling
[[nodiscard]] std::vector<orientation> semantic_orientation(const Eigen::SparseMatrix<double>& presence,
                                                            const seed_counts& seeds, const resample_weights& weights);

}  // namespace isogloss::statistics
