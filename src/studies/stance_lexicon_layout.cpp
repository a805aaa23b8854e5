#include "isogloss/studies/layouts.hpp"
#include "isogloss/studies/stance.hpp"

namespace isogloss::studies {

table stance_lexicon_layout() {
  using enum column_type;
  return {
      "stance_lexicon",
      "The stance-bearing terms of each document, set against the other documents.",
      "document, |log_odds_z| descending, lexicon, term",
      {columns::document(),
       columns::term(),
       {"lexicon", string, "", "the lexicon it stands in, or whose entries it goes with"},
       {"category", string, "", "its category; of an induced term positive or negative"},
       {"weight", number, "",
        "the entry's weight; of an induced term bits of association with positive entries less that with "
        "negative ones, over the segments of all documents (SO-PMI)"},
       {"source", string, "",
        "seed: an entry of the lexicon; induced: no entry, but its interval of weight excludes 0"},
       columns::count(),
       {"per_thousand", number, "per thousand tokens", "1000 * count / running words of the chosen zones"},
       {"log_odds_z", number, "z", "weighted log-odds against the other documents; positive: more here"},
       {"low", number, "bits", "of an induced term: lower end of the interval of weight at 95 %, from the segments"},
       {"high", number, "bits", "upper end of it"},
       {"q_value", number, "",
        "of an induced term: Benjamini-Hochberg over all terms looked at, of which one in twenty is listed by "
        "chance"}}};
}

}  // namespace isogloss::studies
