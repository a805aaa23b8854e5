#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

struct scaling_options {
  std::string scores;  ///< a column of documents.csv with known positions; "": no wordscores
  /// Which document lies below which other on the scale of wordfish; otherwise the first below the last.
  std::optional<std::pair<std::string, std::string>> direction;
};

/// Where documents lie on one scale.
struct scalings {
  table scaling;
  std::vector<std::string> notes;  ///< how wordfish came to its answer, and what could not be done
};

[[nodiscard]] table scaling_layout();

/// Why the documents have no scale of their own words, in a sentence; "" where wordfish can be had.
[[nodiscard]] std::string why_no_wordfish(const material& m);

/// wordfish of all counted terms; wordscores, wordscores_lbg and wordscores_mv where `scores` names a column.
///
/// @throws data_error  no wordfish and no scores; a document without counted terms; no such column or document; a score
///                     that is no number; fewer than two scores
[[nodiscard]] scalings scaling(const material& m, const scaling_options& options = {});

}  // namespace isogloss::studies
