#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/corpus/frequency_table.hpp"
#include "isogloss/statistics/measure.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layers.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// More documents than this are compared without intervals, unless replicates are asked for.
inline constexpr std::size_t most_documents_with_intervals = 100;

struct similarity_options {
  std::vector<layer_kind> layers = {layer_kind::vocabulary, layer_kind::style, layer_kind::stance};
  std::vector<statistics::measure> measures;  ///< empty: each layer's own, see default_measures
  bool intervals = true;
};

/// Every pair of documents, by layer, measure, document_a, document_b (both in the order of documents).
[[nodiscard]] table similarity_layout();
[[nodiscard]] table similarity(const material& m, const similarity_options& options = {});
/// What it compares. @throws data_error  a layer cannot be made
[[nodiscard]] std::vector<layer> compared_layers(const material& m, const similarity_options& options);
/// The same table in parts: a row for every two of many documents may be more than memory holds.
/// @param layers  compared_layers(m, options)
void similarity(const material& m, const std::vector<layer>& layers, const similarity_options& options,
                const table_sink& sink);

/// The same of relative frequencies without counts (stylo's table): the layer style, without intervals. Terms are taken
/// in the order of the table, `most_frequent` of them.
/// @throws data_error  another layer is asked for, or a measure that needs counts
[[nodiscard]] table similarity(const corpus::frequency_table& frequencies, const similarity_options& options,
                               std::size_t most_frequent = default_style_terms);

/// Which terms make every two documents differ, and for a similarity, which make them alike.
///
/// Rows by layer, measure, document_a, document_b, `of` (difference, then likeness), rank. Of each pair the `top` terms
/// with the largest contributions; a last row holds the others together, so that the contributions of a pair sum to
/// its distance (1 - s for a similarity) or its similarity.
[[nodiscard]] table contributions_layout();
/// @throws data_error  top is 0
[[nodiscard]] table contributions(const material& m, const similarity_options& options, std::size_t top);
/// What stands in the column term for the others together.
inline constexpr std::string_view other_terms = "(other terms)";

/// A layer's first measure as a square matrix: document, then one column a document. Named similarity-LAYER.
[[nodiscard]] table similarity_matrix(const material& m, layer_kind kind, const similarity_options& options = {});

}  // namespace isogloss::studies
