#pragma once

#include "isogloss/corpus/features.hpp"
#include "isogloss/tokens/token_stream.hpp"

namespace isogloss::tokens {

/// The stream's counts by document alone, each one segment: a fraction of the size of features_of(), whose types and
/// sums they have. Without sentences.
[[nodiscard]] corpus::features document_counts_of(const token_stream& stream);

}  // namespace isogloss::tokens
