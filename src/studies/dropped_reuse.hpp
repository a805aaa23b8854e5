#pragma once

#include <cstddef>

#include "isogloss/corpus/features.hpp"
#include "isogloss/tokens/token_stream.hpp"

namespace isogloss::studies {

/// Counted tokens in the chosen zones; what was dropped is in none.
[[nodiscard]] std::size_t running_words(const tokens::token_stream& stream, const tokens::term_rules& rules,
                                        const corpus::zone_set& zones);

/// Takes the tokens, phrases and sentences out that were dropped: features are of what counts.
void remove_reused(corpus::features& f);

}  // namespace isogloss::studies
