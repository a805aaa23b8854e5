#pragma once

#include <cstddef>
#include <vector>

#include "isogloss/tokens/reuse.hpp"
#include "tokens/seed_index.hpp"
#include "tokens/word_alignment.hpp"

namespace isogloss::tokens {

struct document_alignment {
  std::size_t document_a, document_b;
  word_alignment alignment;
};

/// Steps 2 to 5 of find_reuse: the passages of every two documents, by document a, document b, begin in a, begin in b.
[[nodiscard]] std::vector<document_alignment> shared_passages(const std::vector<word_sequence>& documents,
                                                              const reuse_options& options);

/// Steps 3 to 5 for two documents, or for one with itself.
/// @param runs  equal words of the two, the places of each apart where the document is the same
[[nodiscard]] std::vector<word_alignment> passages_of_pair(const word_sequence& a, const word_sequence& b,
                                                           std::vector<word_run> runs, const reuse_options& options);

}  // namespace isogloss::tokens
