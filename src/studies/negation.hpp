#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "studies/placed_words.hpp"

namespace isogloss::studies {

/// Do the words before word `first` turn its meaning? So they do where an odd number of negations (not, no, never,
/// n't, without, ...) stands among the three before it in its clause and voice; "not only", "no doubt" and the like are
/// none.
[[nodiscard]] bool is_negated(const placed_words& p, const std::vector<std::string>& bases,
                              std::span<const tokens::token> tokens, std::size_t first);

}  // namespace isogloss::studies
