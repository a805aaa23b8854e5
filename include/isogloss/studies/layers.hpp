#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/counts/dfm.hpp"
#include "isogloss/counts/document_sums.hpp"
#include "isogloss/statistics/measure.hpp"
#include "isogloss/statistics/z_scores.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// Three ways to compare the same documents.
enum class layer_kind {
  vocabulary,  ///< TF-IDF of content terms: what they speak of
  style,       ///< relative frequencies of the most frequent words, stop words among them: how they write
  stance,      ///< rates of the lexicons' categories and of judgements by target: how they judge
};

[[nodiscard]] std::string_view name(layer_kind kind);
[[nodiscard]] std::optional<layer_kind> layer_from(std::string_view name);
[[nodiscard]] std::span<const layer_kind> all_layers();

/// Which terms a layer of words takes: those that no content stop list holds, or all.
[[nodiscard]] term_choice terms_of(layer_kind kind);

/// The measures that a layer is compared by unless others are named; clusters use the first.
[[nodiscard]] std::vector<statistics::measure> default_measures(layer_kind kind);

inline constexpr std::size_t default_style_terms = 500;

/// k-means takes rows as they are, turned into as many dimensions as there are documents. More documents than this are
/// brought into the dimensions of the largest singular values (latent semantic analysis).
inline constexpr Eigen::Index most_documents_rotated = 1000;
inline constexpr Eigen::Index leading_coordinates = 100;

/// The profiles of the documents in one layer, and their segments, so that they can be resampled.
class layer {
 public:
  /// @throws data_error  nothing to compare: no content term, no lexicon
  layer(const material& m, layer_kind kind);

  /// The documents by other words than the options of the material choose, without segments to resample.
  ///
  /// @param words  counts of the documents of `m`, in order of frequency for the two eder_delta
  /// @throws data_error             a document without tokens
  /// @throws std::invalid_argument  the layer is stance, which has categories
  layer(const material& m, layer_kind kind, const counts::dfm& words);

  [[nodiscard]] layer_kind kind() const { return kind_; }
  [[nodiscard]] Eigen::Index n_documents() const { return n_documents_; }
  /// Terms or categories, the columns of the profiles; for style in order of frequency.
  [[nodiscard]] const std::vector<std::string>& features() const { return features_; }

  /// Occurrences of the features, n_documents x n_features.
  [[nodiscard]] const counts::sparse_matrix& feature_counts() const { return counts_; }
  /// What is compared, n_documents x n_features: TF-IDF with rows of unit length, relative frequencies, or rates a
  /// thousand.
  [[nodiscard]] counts::sparse_matrix profiles() const { return profiles(counts_, tokens_); }

  /// The profiles of a resample of each document's segments, by the weights (idf) of the texts themselves. A document
  /// of which the drawn segments hold no feature has an empty row.
  [[nodiscard]] counts::sparse_matrix profiles_resampled(std::span<const double> weights) const {
    return profiles(sums_(weights), resampled_tokens(weights));
  }

  /// Values of a measure between all documents (similarities as such), n_documents x n_documents.
  [[nodiscard]] Eigen::MatrixXd compare(statistics::measure measure) const;

  /// The same for a resample of each document's segments. Weights that come from the collection (idf; means and
  /// deviations of the z-scores of style and stance; ranks) stay those of the texts themselves.
  [[nodiscard]] Eigen::MatrixXd compare_resampled(statistics::measure measure, std::span<const double> weights) const;

  /// The rows that a measure compares, n_documents x n_features: counts where it needs them, else the profiles. Their
  /// columns are those of columns_for(measure).
  [[nodiscard]] Eigen::MatrixXd compared(statistics::measure measure) const;
  /// The features in the order in which a measure takes them: for the two eder_delta, which weigh by rank, from the
  /// most frequent; otherwise as they stand.
  [[nodiscard]] std::vector<Eigen::Index> columns_for(statistics::measure measure) const;

  /// The document of each segment, ascending: what resample_segments takes.
  [[nodiscard]] std::span<const std::size_t> document_of() const { return document_of_; }
  /// Segments of each document.
  [[nodiscard]] std::vector<std::size_t> segments_of_documents() const;

  /// Coordinates for k-means: rows of unit length where the layer's measure is an angle, z-scores where it is a Delta.
  /// Of more than most_documents_rotated documents with more features the leading_coordinates leading ones.
  [[nodiscard]] Eigen::MatrixXd coordinates() const;
  /// The same for a resample, as compare_resampled has it.
  [[nodiscard]] Eigen::MatrixXd coordinates_resampled(std::span<const double> weights) const;

 private:
  using sparse = counts::sparse_matrix;
  void take_stance(const material& m);
  void take_words(const counts::dfm& dfm);
  void take_segments(const material& m);
  void weigh(const material& m);
  [[nodiscard]] sparse profiles(const sparse& counts, const Eigen::VectorXd& tokens) const;
  [[nodiscard]] Eigen::VectorXd resampled_tokens(std::span<const double> weights) const;
  [[nodiscard]] Eigen::MatrixXd compare(const sparse& counts, const Eigen::VectorXd& tokens,
                                        statistics::measure measure) const;
  /// Places in `columns`, those of the most frequent features first.
  [[nodiscard]] std::vector<Eigen::Index> ranked(const std::vector<Eigen::Index>& columns) const;

  layer_kind kind_;
  Eigen::Index n_documents_;
  std::vector<std::string> features_;
  sparse counts_;               // n_documents x n_features
  Eigen::VectorXd tokens_;      // n_documents
  Eigen::VectorXd totals_;      // n_features
  counts::document_sums sums_;  // of segments
  Eigen::VectorXd segment_tokens_;
  std::vector<std::size_t> document_of_;
  Eigen::VectorXd idf_;                                  // vocabulary
  std::optional<statistics::standard_scores> z_scores_;  // of the texts themselves
};

}  // namespace isogloss::studies
