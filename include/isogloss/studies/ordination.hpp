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
};

/// More documents than this are not scaled by their distances.
inline constexpr std::size_t most_documents_in_mds = 2000;

/// Where documents lie on the few axes along which they differ most, and which terms make the axes.
struct ordinations {
  table ordination;
  table loadings;
  std::vector<std::string> notes;  ///< what could not be done, a sentence each
};

[[nodiscard]] table ordination_layout();
[[nodiscard]] table loadings_layout();

/// pca of every layer (of TF-IDF by covariance; of frequencies and rates by correlation), ca of the vocabulary's
/// counts, mds of every layer's distances. Axes that do not exist have no rows.
///
/// @throws data_error  one document; documents that cannot be compared in a layer
[[nodiscard]] ordinations ordination(const material& m, const ordination_options& options = {});

}  // namespace isogloss::studies
