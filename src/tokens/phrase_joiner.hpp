#pragma once

#include "isogloss/tokens/token_stream.hpp"

namespace isogloss::tokens {

/// Replaces the tokens of each phrase of `rules` by one; leftmost first, longest match.
void join_phrases(token_stream& stream, const term_rules& rules);

}  // namespace isogloss::tokens
