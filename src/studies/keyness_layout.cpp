#include "isogloss/studies/keyness.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {

table keyness_layout() {
  using enum column_type;
  return {
      "keyness",
      "Which terms set groups apart.",
      "target and reference (each against the rest, then pairs), rank, term",
      {{"target", string, "", "the group of interest (or author, or document)"},
       {"reference", string, "", "what it is compared with: a group, or the rest"},
       columns::term(),
       {"target_count", integer, "tokens", "occurrences in the target"},
       {"reference_count", integer, "tokens", "occurrences in the reference"},
       {"target_relative_frequency", number, "share", "target_count divided by the target's running words"},
       {"reference_relative_frequency", number, "share", "the same of the reference"},
       {"log_likelihood", number, "nats", "G2 of the 2x2 table (Dunning); evidence at token level, not size; unsigned"},
       {"p_value", number, "",
        "beyond these texts: quasi-Poisson F test, documents as units; NA under three documents"},
       {"q_value", number, "", "Benjamini-Hochberg over all rows of the table, also those that --top leaves out"},
       {"log_ratio", number, "log2",
        "size: log2 of the ratio of relative frequencies, 0.5 added to both counts; above 0: more in the target"},
       {"log_ratio_low", number, "log2",
        "in these texts: lower end at 95 %, segments of the documents resampled; NA: no bound"},
       {"log_ratio_high", number, "log2", "in these texts: upper end"},
       {"log_ratio_low_beyond", number, "log2",
        "beyond these texts: lower end, authors, documents and segments resampled, stretched for few units"},
       {"log_ratio_high_beyond", number, "log2", "beyond these texts: upper end"},
       {"unit", string, "", "the highest level that was resampled: author, document, segment, or none"},
       {"target_units", integer, "",
        "units of that level in the target; a single one was kept, and its differences from others are not in the "
        "interval"},
       {"reference_units", integer, "", "the same of the reference"},
       {"consistency", number, "share",
        "pairs of documents, one of each side, in which the target's rate is higher; 1 or 0: all of them"},
       {"p_attainable", number, "",
        "1 / distinct relabellings of the documents: an exact test could give no smaller p"},
       {"log_odds_z", number, "z",
        "weighted log-odds, prior the pooled counts (Monroe, Colaresi & Quinn); ranks, is no test; above 0: more in "
        "the target"},
       {"rank", integer, "", "1 is the largest by --sort-by, whichever the direction; equal values share a rank"},
       {"dispersion", number, "",
        "Pearson's X2 / df of the documents about their sides' rates; 1: as tokens by chance"},
       {"welch_t", number, "t", "Welch's t of the documents' relative frequencies"},
       {"welch_p_value", number, "", "its p, two-sided; NA with fewer than two documents a side"},
       {"rank_sum_u", number, "", "Mann-Whitney U of the documents' relative frequencies"},
       {"rank_sum_p_value", number, "", "its p, two-sided, exact up to 20 documents without ties"},
       {"log_likelihood_two_cell", number, "nats", "the form of UCREL and Wmatrix (Rayson & Garside)"},
       {"chi_squared", number, "", "Pearson's, uncorrected, at token level"},
       {"chi_squared_yates", number, "", "with Yates's correction"},
       {"token_level_p_value", number, "",
        "of log_likelihood, every token taken for an independent draw: a description, no test"},
       {"fisher_exact", number, "", "Fisher's exact p, two-sided, on the same supposition: a description, no test"},
       {"bayes_information_criterion", number, "", "G2 - ln N"},
       {"difference_coefficient", number, "", "(p1 - p2) / (p1 + p2), -1 to 1"},
       {"percent_diff", number, "percent", "100 (p1 - p2) / p2; NA where the reference lacks the term"},
       {"odds_ratio", number, "", "of the sample; NA where it would be infinite"},
       {"simple_maths", number, "", "(p1 + k) / (p2 + k), k one per million (Kilgarriff)"},
       {"craig_zeta", number, "",
        "segments of the target with the term + of the reference without, 0 to 2; 1: no difference"},
       {"log_zeta", number, "log2", "zeta of logarithms; above 0: marks the target"},
       {"target_document_range", integer, "documents", "documents of the target with the term"},
       {"reference_document_range", integer, "documents", "documents of the reference with the term"},
       {"target_deviation_of_proportions", number, "",
        "Gries's DP over the target's segments; 0: even; larger: uneven; NA: absent"},
       {"reference_deviation_of_proportions", number, "", "the same of the reference"}}};
}

table keyness_omnibus_layout() {
  using enum column_type;
  return {"keyness_omnibus",
          "Does any group use a term at another rate than the others?",
          "log_likelihood descending, term",
          {columns::term(),
           columns::count(),
           {"highest", string, "", "the group with the highest relative frequency"},
           {"lowest", string, "", "the group with the lowest"},
           {"log_likelihood", number, "nats", "G2 over all groups; evidence at token level"},
           {"dispersion", number, "", "Pearson's X2 / df of the documents about their groups' rates"},
           {"f", number, "F", "quasi-Poisson, documents as units"},
           {"df1", number, "", "groups - 1"},
           {"df2", number, "", "documents - groups"},
           {"p_value", number, "",
            "upper tail of F(df1, df2); NA under three documents or with as many groups as documents"},
           {"q_value", number, "", "Benjamini-Hochberg over the table"},
           {"p_attainable", number, "",
            "1 / distinct relabellings of the documents: an exact test could give no smaller p"}}};
}

}  // namespace isogloss::studies
