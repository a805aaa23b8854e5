#pragma once

#include <Eigen/SparseCore>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/corpus/features.hpp"
#include "isogloss/corpus/zones.hpp"
#include "isogloss/tokens/term_rules.hpp"

namespace isogloss::counts {

using sparse_matrix = Eigen::SparseMatrix<double, Eigen::RowMajor>;

/// Document-feature matrix: how often each term stands in each document.
struct dfm {
  sparse_matrix counts;                ///< n_documents x n_terms, in tokens
  std::vector<std::string> documents;  ///< names of the rows
  std::vector<std::string> terms;      ///< names of the columns, by code point
  Eigen::VectorXd tokens;              ///< running words of each document, stop words and trimmed terms included
};

/// The same terms, counted in the segments of the documents.
struct segment_matrix {
  sparse_matrix counts;                  ///< n_segments x n_terms; columns as the dfm's it was made with
  std::vector<std::size_t> document_of;  ///< ascending
  std::vector<std::uint32_t> segment;    ///< number in its document, from 1
  Eigen::VectorXd tokens;                ///< running words of each segment
};

/// The terms of every type of some features, worked out once a type.
class term_index {
 public:
  /// @param rules  nullptr where the types are terms already (word n-grams)
  term_index(const string_pool& types, const tokens::term_rules* rules);
  /// The same for types of which each stands once.
  term_index(const std::vector<std::string_view>& types, const tokens::term_rules* rules);

  struct occurrence {
    std::uint32_t term;
    std::uint32_t times;  ///< above 1 for character n-grams only
  };
  /// By code point.
  [[nodiscard]] const std::vector<std::string>& terms() const { return terms_; }
  [[nodiscard]] std::span<const occurrence> of_type(type_id type) const {
    const std::size_t i = index(type);
    return {occurrences_.data() + begins_[i], begins_[i + 1] - begins_[i]};
  }
  /// What one occurrence of the type adds to the number of running words.
  [[nodiscard]] double tokens(type_id type) const { return tokens_[index(type)]; }

 private:
  std::vector<std::string> terms_;
  void add(const std::vector<std::string>& terms, string_pool& pool);
  void number_by_code_point(const string_pool& pool);

  std::vector<occurrence> occurrences_;  // of all types, one behind the other
  std::vector<std::size_t> begins_;      // of each type, and the end
  std::vector<double> tokens_;
};

/// Counts the terms of the chosen zones by document. Terms that do not occur there have no column.
/// @param documents  names of the rows, parallel to f.documents
[[nodiscard]] dfm build_dfm(const corpus::features& f, const std::vector<std::string>& documents,
                            const term_index& terms, const corpus::zone_set& zones);

/// Counts the terms of `columns` by segment; segments without a token in the chosen zones are left out.
[[nodiscard]] segment_matrix build_segments(const corpus::features& f, const term_index& terms,
                                            const corpus::zone_set& zones, const std::vector<std::string>& columns);

/// Which terms to keep. 0 sets no bound.
struct trim_options {
  double min_count = 0;  ///< over all documents
  std::size_t min_documents = 0;
  std::size_t most_frequent = 0;  ///< by count over all documents; ties by code point
  [[nodiscard]] bool keeps_all() const { return min_count <= 1 && min_documents <= 1 && most_frequent == 0; }
};

/// `m` with the columns that meet the options; running words stay what they were.
[[nodiscard]] dfm trim(const dfm& m, const trim_options& options);

/// The columns of `m` from the most frequent to the rarest; ties by code point.
[[nodiscard]] std::vector<std::size_t> by_frequency(const dfm& m);

/// `m` with the given columns, in the given order.
[[nodiscard]] dfm select(const dfm& m, const std::vector<std::size_t>& columns);

/// Sum over documents of each column; number of documents with a count in it.
[[nodiscard]] Eigen::VectorXd term_counts(const dfm& m);
[[nodiscard]] Eigen::VectorXd document_frequencies(const sparse_matrix& counts);

}  // namespace isogloss::counts
