#pragma once

#include <string>
#include <vector>

#include "isogloss/statistics/semantic_orientation.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// A term that keeps company with the positive or the negative entries of a lexicon.
struct induced_term {
  std::size_t lexicon;  ///< index into material::lexicons
  std::string term;
  statistics::orientation orientation;
  double q_value;              ///< over the terms of the lexicon that were looked at
  std::vector<double> counts;  ///< of each document, in the chosen zones
};

/// Content terms of ten segments and two documents at the least whose orientation differs from 0 with its interval, for
/// every lexicon that has entries of both signs; see statistics/semantic_orientation.hpp. Words that an entry of the
/// lexicon fits, words of phrases that it found, and names of targets.csv are left out.
[[nodiscard]] std::vector<induced_term> induce_stance(const material& m);

}  // namespace isogloss::studies
