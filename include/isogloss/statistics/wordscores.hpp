#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>

namespace isogloss::statistics {

/// Positions of documents by the words they share with documents of known position.
struct wordscores_result {
  Eigen::VectorXd word_scores;      ///< n_terms; NaN for a term that no reference has
  Eigen::VectorXd raw;              ///< n_documents, references among them
  Eigen::VectorXd standard_errors;  ///< of raw
  Eigen::VectorXd lbg;              ///< rescaled as Laver, Benoit & Garry
  Eigen::VectorXd lbg_errors;
  Eigen::VectorXd mv;  ///< rescaled as Martin & Vanberg
  Eigen::VectorXd mv_errors;
  Eigen::VectorXd scored_tokens;  ///< n_documents: tokens of scored terms, on which a position rests
};

/// Over which documents the rescaling of Laver, Benoit & Garry takes mean and deviation.
enum class lbg_rescaling {
  virgins,  ///< the documents without a score, as in the paper
  all       ///< every document, as quanteda when it is given all
};

/// Wordscores of all documents.
///
///   P_kr = F_kr / sum_r F_kr,  S_k = sum_r P_kr A_r,  raw_v = sum_k F_kv S_k
///   standard error = sqrt( sum_k F_kv (S_k - raw_v)^2 / n_v )
///   lbg = (raw - m) sd(A) / sd(raw) + m,  m and sd(raw) over the documents of `over`, sd with n - 1
///   mv  = (raw - raw_l) (A_h - A_l) / (raw_h - raw_l) + A_l
///
/// Errors of rescaled positions are the raw ones times the factor of the rescaling. (quanteda moves the errors of lbg
/// as if they were positions; see docs/parity.md.)
///
/// Symbols    F_kr relative frequency of term k in reference r; A_r its score; F_kv in document v, among its scored
///            terms; n_v their tokens; l, h the references of the lowest and highest score (of equal ones the first)
/// Shapes     counts: n_documents x n_terms; scores: n_documents, NaN for a document without (a "virgin" text)
/// Direction  that of the scores
///
/// @return    NaN positions for a document without a scored term; lbg NaN with fewer than two documents to take a
///            deviation over, mv NaN when all scores, or the raw positions of l and h, are equal
/// @throws    std::invalid_argument  fewer than two scores; the number of scores is not that of documents
/// @throws    std::domain_error      a count is negative or not finite, a score infinite, a reference has no counts
/// Source     Laver, Benoit & Garry (2003), American Political Science Review 97(2), 311-331; Martin & Vanberg (2008),
///            Political Analysis 16(1), 93-100
/// Checked    tests/statistics/wordscores_test.cpp: the paper's table 1, quanteda's textmodel_wordscores
[[nodiscard]] wordscores_result wordscores(const Eigen::SparseMatrix<double, Eigen::RowMajor>& counts,
                                           const Eigen::VectorXd& scores, lbg_rescaling over = lbg_rescaling::virgins);

}  // namespace isogloss::statistics
