#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "isogloss/statistics/document_scale.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// A document as a row of units, tokens or segments, each with its counts of some terms.
struct counted_units {
  struct cell {
    std::size_t term;
    double count;
  };
  const char* unit;                ///< "token" or "segment"
  std::vector<std::size_t> first;  ///< where the cells of each unit begin, and one more
  std::vector<cell> cells;
  std::vector<std::size_t> tokens;  ///< of each unit

  [[nodiscard]] std::size_t size() const { return tokens.size(); }
};

/// Units [begin, end) of a document; its tokens from 1, both ends included.
struct unit_window {
  std::size_t begin, end;
  std::size_t first_token, last_token;
};

/// The chosen documents in the chosen zones: tokens where the study has texts and terms are single words, segments
/// else.
[[nodiscard]] std::vector<counted_units> units_of(const material& m, const std::vector<std::string>& terms,
                                                  const std::vector<std::size_t>& documents);

/// Windows of at least `window` tokens, each beginning at least `step` tokens after the one before. The last ends with
/// the document; a document of fewer tokens is one window.
[[nodiscard]] std::vector<unit_window> windows(const counted_units& units, std::size_t window, std::size_t step);

/// Relative frequencies in a window: 1 x n_terms.
[[nodiscard]] statistics::dense_profiles profile_of(const counted_units& units, const unit_window& w,
                                                    Eigen::Index n_terms);

}  // namespace isogloss::studies
