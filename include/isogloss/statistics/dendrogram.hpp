#pragma once

#include "isogloss/statistics/hierarchical_clustering.hpp"

#include <Eigen/Core>

#include <span>
#include <string>
#include <vector>

namespace isogloss::statistics {

// A dendrogram of n documents is the list of its n - 1 merges; no merges are the tree of one document.
// Every function here throws std::invalid_argument when a merge names a document or step that cannot be
// (out of range, later, or used twice).

/// The cluster of every document when the tree is cut into k, numbered from 1 by first appearance.
///
/// @throws    std::domain_error  k is not in [1, n], or heights go down by more than rounding (1e-12 of the height;
///            centroid, median), where R's cutree refuses too
/// Checked    tests/statistics/dendrogram_test.cpp: R's cutree
[[nodiscard]] std::vector<int> cut(std::span<const merge> merges, int k);

/// The height at which two documents are first in one cluster. Shapes: n x n, 0 on the diagonal.
/// Source     Sokal & Rohlf (1962), Taxon 11(2), 33-40
[[nodiscard]] Eigen::MatrixXd cophenetic_distances(std::span<const merge> merges);

/// Correlation of the distances with the cophenetic ones, over pairs of documents.
///
/// Range      -1 to 1, larger is a tree truer to the distances
/// @return    NaN with fewer than three documents, or when either side is constant
/// @throws    std::invalid_argument  the distances are not n x n
/// Checked    tests/statistics/dendrogram_test.cpp: R's cor(d, cophenetic(h))
[[nodiscard]] double cophenetic_correlation(const Eigen::MatrixXd& distances, std::span<const merge> merges);

/// Rows (from 0) in the order of a drawing without crossings: left before right.
[[nodiscard]] std::vector<int> leaves(std::span<const merge> merges);

/// Rows (from 0, ascending) below every merge, in the order of the merges.
[[nodiscard]] std::vector<std::vector<int>> clades(std::span<const merge> merges);

/// For every merge of `tree`, the share of `replicates` in which the same documents form a clade.
///
/// Range      0 to 1; always 1 for the last merge, which holds every document
/// @return    NaN without replicates
/// @throws    std::invalid_argument  a replicate has another number of merges
[[nodiscard]] std::vector<double> clade_support(std::span<const merge> tree,
                                                std::span<const std::vector<merge>> replicates);

/// The tree as one line of Newick text, ended by LF.
///
/// Branch lengths are the height of the parent less that of the child (a document has height 0); they are
/// negative where heights go down. Support, one per merge or none at all, is the label of the inner node; NaN leaves it
/// out. Labels with anything but ASCII letters, digits, '.' and '-' are put in single quotes, doubling those inside.
///
/// @throws    std::invalid_argument  labels are not n, or support is neither 0 nor n - 1
/// Source     Olsen (1990), Newick's 8:45 tree format standard
[[nodiscard]] std::string newick(std::span<const merge> merges, std::span<const std::string> labels,
                                 std::span<const double> support = {});

}  // namespace isogloss::statistics
