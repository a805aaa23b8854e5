#include "isogloss/studies/contested.hpp"

namespace isogloss::studies {

table contested_layout() {
  using enum column_type;
  return {
      "contested",
      "Which terms groups share but use differently: how far apart the company is that a term keeps in each.",
      "group_a and group_b (each against the rest, then every pair), rank, term",
      {{"term", string, "", "a content term of both groups"},
       {"group_a", string, "", "a group"},
       {"group_b", string, "", "the group it is compared with, or the rest"},
       {"count_a", integer, "tokens", "occurrences in group_a"},
       {"count_b", integer, "tokens", "occurrences in group_b"},
       {"contexts_a", integer, "contexts", "occurrences in group_a with a content term in their window"},
       {"contexts_b", integer, "contexts", "occurrences in group_b with one"},
       {"divergence_bits", number, "bits",
        "Jensen-Shannon divergence of the two profiles of collocates, less divergence_expected; at most 1; around 0, "
        "and as often a little below, without a difference"},
       {"divergence_expected", number, "bits",
        "what profiles of so many contexts diverge by when segments are dealt to the groups at random"},
       {"divergence_z", number, "z", "divergence_bits by the standard deviation of such deals; evidence, not size"},
       {"p_value", number, "",
        "share of relabellings that diverge as much. unit segment: in these texts; no answer for other documents, for "
        "which it is far too small. unit document: would other documents of these groups differ"},
       {"q_value", number, "", "Benjamini-Hochberg over all rows of the table, also those that --top leaves out"},
       {"unit", string, "", "what is relabelled: documents where a p of 0.05 can be reached with them, else segments"},
       {"p_attainable", number, "", "the smallest p that this design could give"},
       {"collocates_a", string, "",
        "up to five terms that group_a has beside it rather than group_b, with z of weighted log-odds, from 1.28"},
       {"collocates_b", string, "", "those that group_b has"},
       {"log_ratio", number, "log2", "who says it more: of the relative frequencies; above 0: group_a"},
       {"log_ratio_low", number, "log2", "lower end of its interval at 95 %, from the segments of these texts"},
       {"log_ratio_high", number, "log2", "upper end of it"},
       {"rank", integer, "", "1 is the largest divergence_z; equal values share a rank"}}};
}

}  // namespace isogloss::studies
