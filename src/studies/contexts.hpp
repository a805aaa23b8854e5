#pragma once

#include <cstdint>
#include <vector>

#include "isogloss/statistics/profile_divergence.hpp"
#include "isogloss/studies/collocates.hpp"
#include "studies/comparisons.hpp"

namespace isogloss::studies {

/// What stands in the windows of one term, by segment; documents in the order of their names.
struct contexts_of_term {
  struct segment {
    std::uint32_t document;
    std::uint32_t number;
    std::uint32_t contexts;   ///< occurrences whose window holds a collocate
    std::size_t first, last;  ///< places in `cells`
  };
  struct cell {
    std::uint32_t term;
    std::uint32_t count;
  };
  std::vector<segment> segments;
  std::vector<cell> cells;  ///< by term within a segment
};

/// Content terms in running text and, of each, its contexts. Terms are columns of material::dfm(term_choice::all).
class content_contexts {
 public:
  /// @throws data_error  the study has features only
  content_contexts(const material& m, const window_span& span);

  [[nodiscard]] std::size_t n_terms() const { return contexts_.size(); }
  /// Occurrences of a term on a side, with or without collocates.
  [[nodiscard]] double count(std::size_t term, const comparison& c, side of) const;

  /// The contexts of a term on both sides, by segment (the target is a); `terms` are those of its collocates,
  /// `document_of` numbers the documents that have contexts.
  struct compared {
    statistics::context_counts counts;
    std::vector<std::uint32_t> terms;
    std::vector<std::size_t> document_of;
  };
  [[nodiscard]] compared of_comparison(std::size_t term, const comparison& c) const;

 private:
  std::vector<contexts_of_term> contexts_;          // of each term
  std::vector<std::vector<std::uint32_t>> counts_;  // of each document, each term
};

}  // namespace isogloss::studies
