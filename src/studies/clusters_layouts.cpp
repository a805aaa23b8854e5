#include "isogloss/studies/clusters.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {

table clusters_layout() {
  using enum column_type;
  return {"clusters",
          "Which documents fall into one cluster.",
          "layer, method, the order of documents",
          {columns::layer(),
           columns::measure(),
           columns::method(),
           {"clusters", integer, "", "how many clusters were made"},
           columns::document(),
           {"cluster", integer, "", "its cluster, numbered in the order of documents"},
           {"silhouette", number, "",
            "how well it sits there, -1 to 1; above 0: nearer to its own cluster than to others"}}};
}

table merges_layout() {
  using enum column_type;
  return {
      "merges",
      "The steps by which documents were joined into trees, as R's hclust writes them.",
      "layer, method, step",
      {columns::layer(),
       columns::measure(),
       columns::method(),
       {"step", integer, "", "from 1, in order of height"},
       {"left", integer, "", "negative: a document, by its place among documents from 1; positive: an earlier step"},
       {"right", integer, "", "the same"},
       {"height", number, "", "the distance at which they were joined"},
       {"size", integer, "documents", "documents below the branch"},
       {"support", number, "share",
        "resamples of the texts whose tree has the branch; documents of one segment stay as they are"},
       {"sensitivity", number, "share",
        "choices of words (--sensitivity-words, --sensitivity-culling) whose tree has the branch; NA for stance"},
       {"settings", integer, "", "how many choices of words that is; those that leave the same words count once"},
       {"cophenetic_correlation", number, "",
        "of the whole tree: correlation of its heights with the distances, -1 to 1; 1: the tree shows them as they "
        "are"}}};
}

table agreement_layout() {
  using enum column_type;
  return {
      "agreement",
      "Do the clusters agree with the groups the documents come in, and how sure is that?",
      "layer, method",
      {columns::layer(),
       columns::measure(),
       columns::method(),
       {"clusters", integer, "", "how many clusters were made"},
       {"grouping", string, "", "the column of documents.csv that groups the documents"},
       {"adjusted_rand_index", number, "", "1: clusters are the groups; 0: as chance would have it"},
       {"low", number, "", "lower end of its interval at 95 %: the index in resamples of the segments of these texts"},
       {"high", number, "", "upper end of it; NA where there is none"},
       {"mean_silhouette", number, "", "how well the clusters are parted, -1 to 1"},
       {"permanova_f", number, "", "pseudo-F of the groups over the distances; larger: groups further apart"},
       {"p_value", number, "", "share of relabellings of the documents with an F as large"},
       {"p_attainable", number, "",
        "the smallest p that these groups of documents allow; above 0.05 nothing could be shown"},
       {"permutations", integer, "", "relabellings looked at: all of them up to 10,000, and p_value is exact"}}};
}

}  // namespace isogloss::studies
