#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "isogloss/corpus/features.hpp"
#include "isogloss/tokens/lexicon_matcher.hpp"

namespace isogloss::counts {

/// How often an entry of a lexicon was found in one voice of one segment.
struct lexicon_hit {
  std::size_t document;
  std::uint32_t segment;
  std::uint32_t voice;  ///< index into features::voices
  std::size_t entry;    ///< index into lexicon::entries
  double count;
};

/// All hits of one lexicon, by document, segment, voice, entry.
///
/// Words come from the types of `f` (joined phrases taken apart), phrases from its lexicon_phrases; the words that a
/// phrase covers are taken off the words' own hits.
///
/// @param rules  the rules in lexicon_form
[[nodiscard]] std::vector<lexicon_hit> count_lexicon(const corpus::features& f, const tokens::lexicon_matcher& matcher,
                                                     const tokens::term_rules& rules);

}  // namespace isogloss::counts
