#pragma once

#include "isogloss/counts/dfm.hpp"
#include "isogloss/statistics/document_scale.hpp"

#include <Eigen/Core>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace isogloss::statistics {

/// What stands for an author when a document is compared with authors.
enum class attribution_rule {
  nearest_neighbour,  ///< the author's nearest document
  nearest_profile,    ///< the mean of the profiles of the author's documents, each of one weight
};

/// "nearest-neighbour", "nearest-profile"
[[nodiscard]] std::string_view name(attribution_rule rule);

/// The author of every document, from 0, or unknown_author.
struct authorship {
  std::vector<int> author_of;
  int n_authors = 0;

  /// @throws std::invalid_argument  an author is not in [0, n_authors), nor unknown_author
  void check() const;
  /// Documents of known author but for one; ascending.
  [[nodiscard]] std::vector<Eigen::Index> known_without(Eigen::Index document) const;
};

inline constexpr int unknown_author = -1;

/// The most frequent terms of the documents of known author, for every document those without it; so what is tested has
/// no part in choosing the terms either.
///
/// Shapes     counts: n_documents x n_columns, in tokens; result: for every document at most n columns, from the most
///            frequent, without those that none has; of equally frequent ones the lower column first
/// @throws    std::invalid_argument  the numbers of documents differ
[[nodiscard]] std::vector<std::vector<Eigen::Index>> held_out_terms(const counts::sparse_matrix& counts,
                                                                    const authorship& authors, std::size_t n);

/// A scale for every document, made of the documents of known author without it: what is tested has no part in the
/// means and deviations by which it is judged.
class held_out_scales {
 public:
  /// Shapes  profiles: n_documents x n_columns, relative frequencies; terms: see held_out_terms
  /// @throws std::invalid_argument  fewer than two documents of known author; see document_scale
  held_out_scales(const dense_profiles& profiles, const authorship& authors,
                  const std::vector<std::vector<Eigen::Index>>& terms, measure m);
  /// One scale of all documents, the tested and the unknown ones among them, as clustering has it.
  held_out_scales(const dense_profiles& profiles, std::span<const Eigen::Index> terms, measure m);

  [[nodiscard]] const document_scale& of(Eigen::Index document) const {
    return scales_[scale_of_[static_cast<std::size_t>(document)]];
  }

 private:
  std::vector<document_scale> scales_;
  std::vector<std::size_t> scale_of_;
};

/// How far every document is from every author.
struct author_distances {
  Eigen::MatrixXd values;   ///< n_documents x n_authors; NaN: the author has no other document, or see measure
  Eigen::MatrixXi nearest;  ///< nearest_neighbour: the document that is it; -1 otherwise
};

/// Distances of documents to authors, a document of known author left out of its own author's.
///
///   nearest_neighbour   min over the author's documents j of d(i, j)
///   nearest_profile     d(i, mean over the author's documents j of p_j)
///
/// Of equally near documents the first is named.
///
/// Shapes     profiles: n_documents x n_columns, those of the scales or a resample of them
/// @throws    std::invalid_argument  the numbers of documents differ
/// Source     Burrows (2002), Literary and Linguistic Computing 17(3), 267-287; Jannidis, Pielstroem, Schoech & Vitt
///            (2015), DH2015, for the nearest neighbour
/// Checked    tests/statistics/attribution_test.cpp: by hand, and against distances()
[[nodiscard]] author_distances distances_to_authors(const dense_profiles& profiles, const authorship& authors,
                                                    const held_out_scales& scales, attribution_rule rule);

/// The mean profile of every author without one document (unknown_author: with all).
struct mean_profiles {
  dense_profiles rows;       ///< one an author who has a document left
  std::vector<int> authors;  ///< whose they are, ascending
};
[[nodiscard]] mean_profiles profiles_without(const dense_profiles& profiles, const authorship& authors,
                                             Eigen::Index document);

/// Authors from the nearest to the farthest; equally near ones in their own order, NaN last.
[[nodiscard]] std::vector<int> ranked(const Eigen::VectorXd& distances);

/// The nearest author, the first of several; empty where no distance exists.
[[nodiscard]] std::optional<int> nearest_author(const Eigen::VectorXd& distances);

/// How much nearer an author is than the nearest of the others; negative for those that are not the nearest.
/// @return  NaN where its distance or every other one is NaN
[[nodiscard]] double margin(const Eigen::VectorXd& distances, int author);

}  // namespace isogloss::statistics
