#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// How many terms a table of places holds.
struct positions_options {
  std::size_t most_terms = 40;
  double most_segments = 0.5;      ///< a term in a larger share of all segments stands everywhere, not somewhere
  std::size_t most_rows = 10'000;  ///< so that a page can draw them
};

/// The terms that the other tables show as most telling: the first of every comparison of `keyness`, then the second of
/// each, and so on; where nothing is compared the first of every document of `tfidf`, then the second of each. None
/// twice.
///
/// @param keyness  nullptr where there are no groups
/// @param tfidf    by document, then rank
[[nodiscard]] std::vector<std::string> telling_terms(const table* keyness, const table& tfidf, std::size_t most);

struct term_positions {
  table positions;
  std::vector<std::string> notes;  ///< what was left out, a sentence each
};

[[nodiscard]] table positions_layout();

/// In which segments each term stands, and where in its document these are: what a dispersion plot of strips draws.
///
///   place_s = (sum of n_t over the segments t before s + n_s / 2) / N
///
/// Symbols    n_s tokens of segment s in the chosen zones; N those of its document
/// Range      0 (the document's beginning) to 1 (its end), neither reached; 1/2 for a document of one segment
///
/// It comes from counts of segments, so texts and features derived from them give the same.
///
/// @param terms  in the order of the table; one that does not occur has no rows. A term in too many segments is passed
///               over, and so is one that would bring the table above options.most_rows; terms after it are still
///               tried.
/// Source     the "dispersion plot" of WordSmith Tools (Scott 1996) and of AntConc (Anthony 2005)
/// Checked    tests/studies/positions_test.cpp: by hand
[[nodiscard]] term_positions positions(const material& m, const std::vector<std::string>& terms,
                                       const positions_options& options = {});

}  // namespace isogloss::studies
