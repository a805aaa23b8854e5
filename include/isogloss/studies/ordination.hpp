#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/statistics/measure.hpp"
#include "isogloss/studies/layers.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

struct ordination_options {
  std::vector<layer_kind> layers = {layer_kind::vocabulary, layer_kind::style, layer_kind::stance};
  std::optional<statistics::measure> measure;  ///< of mds; empty: each layer's first
  std::size_t axes = 2;
  std::size_t top = 50;  ///< terms an axis in loadings; 0: all
  double min_count = 5;  ///< of the terms of ca: rare ones would fill its axes
  bool ellipses =
      true;  ///< of documents on the first two axes of pca, from resampled segments; those of groups are cheap
};

/// More documents than this are not scaled by their distances.
inline constexpr std::size_t most_documents_in_mds = 2000;

/// Where documents lie on the few axes along which they differ most, and which terms make the axes.
struct ordinations {
  table ordination;
  table loadings;
  table ellipses;
  std::vector<std::string> notes;  ///< what could not be done, a sentence each
};

[[nodiscard]] table ordination_layout();
[[nodiscard]] table loadings_layout();
[[nodiscard]] table ordination_ellipses_layout();

/// What share the ellipses are to hold of resamples of a document, and of the documents of a group.
inline constexpr double level_of_documents = 0.95;
inline constexpr double level_of_groups = 0.68;

/// pca of every layer (of TF-IDF by covariance; of frequencies and rates by correlation), ca of the vocabulary's
/// counts, mds of every layer's distances. Axes that do not exist have no rows.
///
/// Ellipses, on the first two axes of pca where there are two:
/// * of a document: its segments are drawn anew (as many, with replacement), and the document is placed by the means,
///   deviations and loadings of the texts themselves, whose axes stay as they are. Round its own place, with the
///   covariance of the resamples: their mean, which lies elsewhere because a resample repeats segments, says nothing of
///   the document. Squared radius: 95 % of a normal of known covariance. NA for fewer than three segments, for fewer
///   than 40 resamples, and where over 5 % of them hold no term.
/// * of a group: mean and covariance of the places of its documents; squared radius 68 % by 2 F(2, n - 1). It describes
///   these documents. NA for fewer than three.
///
/// Source     partial bootstrap: Greenacre (1984), Theory and Applications of Correspondence Analysis, 8.1; Lebart
/// (2007).
///            It takes the axes for given: that other texts would give other axes it does not show.
///
/// @throws data_error  one document; documents that cannot be compared in a layer
[[nodiscard]] ordinations ordination(const material& m, const ordination_options& options = {});

}  // namespace isogloss::studies
