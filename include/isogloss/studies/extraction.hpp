#pragma once

#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// Derived features: the counts of all zones, from which no sentence can be put together again. The tables documents,
/// features, segments and lexicon_phrases, as corpus::read_features reads them back.
[[nodiscard]] std::vector<table> extract(const material& m);
[[nodiscard]] std::vector<table> extract_layouts();

}  // namespace isogloss::studies
