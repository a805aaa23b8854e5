#pragma once

#include <Eigen/SparseCore>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace isogloss::statistics {

/// Weightings that programs in use call TF-IDF. Symbols: c count of a term in a document, n the document's running
/// words, N the number of documents (or segments), df those that hold the term.
enum class tfidf_scheme {
  /// c * (ln((1 + N) / (1 + df)) + 1), each document divided by its euclidean length; from 0 to 1.
  /// Source: scikit-learn 1.2, TfidfVectorizer's default
  sklearn,
  /// c/n * ln(N / df). Source: Manning, Raghavan & Schütze (2008), Introduction to Information Retrieval, ch. 6
  textbook,
  /// c * log10(N / df). Source: quanteda 4.3, dfm_tfidf's default
  quanteda,
  /// c/n * ln(N / df). Source: tidytext 0.4, bind_tf_idf
  tidytext,
  /// c (k + 1) / (c + k (1 - b + b n / mean n)) * ln(1 + (N - df + 0.5) / (df + 0.5)), k = 1.2, b = 0.75.
  /// Source: Robertson & Zaragoza (2009), Foundations and Trends in IR 3(4), eq 3.15; the 1 + keeps it above 0 (Lucene)
  bm25,
};

[[nodiscard]] std::string_view name(tfidf_scheme scheme);
[[nodiscard]] std::optional<tfidf_scheme> tfidf_scheme_from(std::string_view name);
[[nodiscard]] std::span<const tfidf_scheme> all_tfidf_schemes();

/// How telling a term is by its rarity, for each term.
///
/// @param document_frequencies  df, each from 0 to n_documents; a term with df 0 gets NaN where the scheme divides by
/// df
/// @throws std::domain_error  a df is negative or above n_documents
[[nodiscard]] Eigen::VectorXd inverse_document_frequency(const Eigen::VectorXd& document_frequencies,
                                                         double n_documents, tfidf_scheme scheme);

using weight_matrix = Eigen::SparseMatrix<double, Eigen::RowMajor>;

/// The part of the weight that one document's counts decide: c, c/n, or BM25's fraction.
///
/// @param counts  n_documents x n_terms, in tokens
/// @param tokens  running words of each document
/// @throws std::domain_error  a document with counts has no tokens
[[nodiscard]] weight_matrix term_frequency(const weight_matrix& counts, const Eigen::VectorXd& tokens,
                                           tfidf_scheme scheme);

/// TF-IDF of every cell: term_frequency times inverse_document_frequency and, for sklearn, rows scaled to length 1.
/// Direction: larger tells the document apart more. A document without terms stays 0.
/// Checked: tests/statistics/tfidf_test.cpp, against scikit-learn and R
[[nodiscard]] weight_matrix tfidf(const weight_matrix& counts, const Eigen::VectorXd& tokens,
                                  const Eigen::VectorXd& idf, tfidf_scheme scheme);

/// One document's weights at a time: the same numbers, for collections whose weights are not to stay in memory.
class document_weights {
 public:
  /// @param idf  of each term; kept by reference
  /// @param tokens  running words of each document
  document_weights(const Eigen::VectorXd& idf, const Eigen::VectorXd& tokens, tfidf_scheme scheme);

  /// @param terms   columns, ascending
  /// @param values  the count of each of them; gives the weight of each
  /// @param tokens  running words of the document
  /// @throws std::domain_error  there are no tokens
  void weigh(std::span<const std::uint32_t> terms, std::span<double> values, double tokens) const;

  /// The part of the weight that the document's counts decide; see term_frequency().
  [[nodiscard]] double term_frequency(double count, double tokens) const;

 private:
  const Eigen::VectorXd* idf_;
  double mean_tokens_;
  tfidf_scheme scheme_;
};

}  // namespace isogloss::statistics
