#pragma once

#include <vector>

#include "isogloss/corpus/features.hpp"

namespace isogloss::tokens {

/// Sorts by all that describes a phrase, and adds up those that are alike.
void sort_and_merge(std::vector<corpus::lexicon_phrase>& phrases);

}  // namespace isogloss::tokens
