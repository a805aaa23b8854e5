#pragma once

#include "isogloss/statistics/condensed_distances.hpp"

#include <Eigen/Core>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace isogloss::statistics {

/// How the distance from a new cluster i+j to another cluster k follows from the distances before
/// (Lance & Williams 1967). n_i the size of cluster i.
enum class linkage {
  ward_d2,   ///< Ward's criterion: sqrt of ((n_i+n_k) d_ik^2 + (n_j+n_k) d_jk^2 - n_k d_ij^2) / (n_i+n_j+n_k)
  ward_d,    ///< the same without squares and root: Ward's criterion only if given squared distances
  average,   ///< (n_i d_ik + n_j d_jk) / (n_i + n_j), UPGMA
  complete,  ///< max(d_ik, d_jk)
  single,    ///< min(d_ik, d_jk)
  weighted,  ///< (d_ik + d_jk) / 2, WPGMA, R's "mcquitty"
  centroid,  ///< (n_i d_ik + n_j d_jk - n_i n_j d_ij / (n_i+n_j)) / (n_i+n_j), UPGMC; meant for squared distances
  median,    ///< (d_ik + d_jk) / 2 - d_ij / 4, WPGMC; meant for squared distances
};

/// "ward.D2", "ward.D", "average", "complete", "single", "weighted", "centroid", "median".
[[nodiscard]] std::string_view name(linkage l);

/// The linkage of that name, "mcquitty" included; empty when there is none.
[[nodiscard]] std::optional<linkage> linkage_from(std::string_view name);

/// All of them, in the order of the enumeration.
[[nodiscard]] std::span<const linkage> all_linkages();

/// One step of the clustering, in R's convention: a negative number is a document, counted from 1; a
/// positive one the cluster of an earlier step, counted from 1. Documents come before clusters, and the
/// smaller number (in size) first.
struct merge {
  int left = 0;
  int right = 0;
  double height = 0;  ///< the distance at which the two were joined
  int size = 0;       ///< documents in the new cluster

  bool operator==(const merge&) const = default;
};

/// Up to so many documents the nearest pair is searched for; beyond, neighbours are followed.
inline constexpr Eigen::Index most_documents_searched = 1000;

/// Agglomerative clustering: the two nearest clusters are joined until one is left.
///
/// A cluster goes by its first document. Of several nearest pairs the one is taken whose first cluster
/// comes first, then whose second does. Only the lower triangle is read. centroid and median may go down (inversions);
/// R advises squared distances for both.
///
/// Shapes     distances: n x n; result: n - 1 steps, in order of joining
/// Cost       n^2 / 2 memory beside the distances. Up to most_documents_searched about n^2 time, n^3 at worst. Beyond,
/// n^2
///            time by the nearest-neighbour chain (Benzecri 1982), the same tree and heights up to rounding; but of
///            equally near pairs the one that the chain meets first is joined first. centroid and median are always
///            searched.
///
/// @throws    std::invalid_argument  not square, or no documents
/// @throws    std::domain_error      a distance is NaN, infinite or negative
/// Source     Lance & Williams (1967), Computer Journal 9(4), 373-380; Murtagh & Legendre (2014),
///            Journal of Classification 31, 274-295 (ward_d2)
/// Checked    tests/statistics/hierarchical_clustering_test.cpp: R's hclust to 1e-12
[[nodiscard]] std::vector<merge> hierarchical_clustering(const Eigen::MatrixXd& distances, linkage l);

/// The same; nothing but the distances given is kept, if they are moved here.
[[nodiscard]] std::vector<merge> hierarchical_clustering(condensed_distances distances, linkage l);

}  // namespace isogloss::statistics
