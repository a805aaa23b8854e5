#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/statistics/measure.hpp"
#include "isogloss/studies/layers.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// Choices of words under which trees are built again: of the terms that stand in `culling` per cent of the documents
/// the most frequent ones (stylo's MFW and culling).
struct word_sweep {
  std::vector<std::size_t> most_frequent = {100, 200, 300, 400, 500, 600, 700, 800, 900, 1000};
  std::vector<double> culling = {0, 20, 40, 60, 80, 100};
};

/// More documents than this are clustered without support, sensitivity and intervals, unless they are asked for: the
/// work grows with the square of the documents, a thousandfold.
inline constexpr std::size_t most_documents_with_support = 100;

struct clusters_options {
  std::vector<layer_kind> layers = {layer_kind::vocabulary, layer_kind::style, layer_kind::stance};
  std::optional<statistics::measure> measure;  ///< empty: each layer's first
  std::vector<std::string> methods = {"average", "ward.D2", "k-means"};
  std::size_t clusters = 0;  ///< 0: as many as there are groups, or two
  bool support = true;       ///< resample the texts for the support of branches and the intervals of agreement
  bool sensitivity = true;   ///< vary the words for the sensitivity of branches
  word_sweep sweep = {};
  std::string agree_with;  ///< the column of documents.csv that clusters are held against; "": that of the groups
};

/// The names --method takes: R's linkages, k-means, spherical-k-means, pam.
[[nodiscard]] std::vector<std::string> clustering_methods();

/// Do documents that are alike belong together, and is that how they are grouped?
struct clusterings {
  table clusters;   ///< who is with whom
  table merges;     ///< the steps of each tree
  table agreement;  ///< clusters against the groups
  struct tree {
    layer_kind layer;
    std::string newick;  ///< of the first hierarchical method, with support
  };
  std::vector<tree> trees;
  std::vector<std::string> notes;  ///< what is missing: the clusters of a tree that cannot be cut (centroid, median)
};

[[nodiscard]] table clusters_layout();
[[nodiscard]] table merges_layout();
[[nodiscard]] table agreement_layout();

/// Why the documents cannot be compared in a layer, in a sentence; "" where they can.
[[nodiscard]] std::string why_not_comparable(const material& m, layer_kind kind, const clusters_options& options);

/// @throws data_error  one document; more clusters than documents; an unknown method
[[nodiscard]] clusterings clusters(const material& m, const clusters_options& options = {});

}  // namespace isogloss::studies
