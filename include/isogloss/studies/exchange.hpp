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

// What other programs read.

/// Counts in long form, as tidytext and quanteda take them: one row a document and term. Named long.
[[nodiscard]] table long_form_layout();
[[nodiscard]] table long_form(const counts::dfm& dfm);

/// The rows and columns of a document-term matrix whose names its file has no place for. Named matrix_documents,
/// matrix_terms.
[[nodiscard]] table matrix_documents_layout();
[[nodiscard]] table matrix_documents(const counts::dfm& dfm);
[[nodiscard]] table matrix_terms_layout();
[[nodiscard]] table matrix_terms(const counts::dfm& dfm);

/// Rates of the lexicons' categories as LIWC writes them: Filename, Segment, WC, then one column a category in per cent
/// of words. Named liwc.
/// @throws data_error  the study has no lexicon
[[nodiscard]] table liwc(const material& m);

struct network_options {
  std::optional<statistics::measure> measure;  ///< empty: the layer's first
  double threshold = 0;                        ///< edges of less weight are left out, and those of none
  std::size_t nearest = 0;                     ///< keep an edge that is among so many heaviest of either end; 0: all
};

/// Documents as nodes, likeness as weight.
struct network {
  struct edge {
    std::size_t source, target;  ///< documents, source before target
    double weight;               ///< a similarity itself, 1 / (1 + d) of a distance
    double value;                ///< of the measure
  };
  layer_kind layer;
  statistics::measure measure;
  std::vector<std::string> documents;
  std::vector<std::string> groups;  ///< of each document; empty where they are not grouped
  std::vector<edge> edges;          ///< by source, target
};

[[nodiscard]] network network_of(const material& m, layer_kind kind, const network_options& options = {});

/// For Gephi's import of spreadsheets. Named nodes, edges-LAYER.
[[nodiscard]] table nodes_layout();
[[nodiscard]] table nodes(const network& n);
[[nodiscard]] table edges_layout();
[[nodiscard]] table edges(const network& n);

}  // namespace isogloss::studies
