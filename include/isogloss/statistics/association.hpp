#pragma once

/// How strongly a node and a collocate attract each other, from the collocate's occurrences in the windows of the node.
///
/// In all of them  O = observed_count,  f1 = node_count,  f2 = collocate_count,  N = tokens,  S = window, the tokens of
/// a window (left and right together),  and  E = f1 f2 S / N  the occurrences that chance would give. The 2x2 table, of
/// the N tokens, has
///
///                     in a window             elsewhere
///   the collocate     O                       C1 - O              C1 = f2
///   other             R1 - O                  N - R1 - C1 + O     R1 = S f1
///
/// A token in the windows of two nodes counts twice, so O can be above f2, and the table then has a negative cell.
/// Windows that a text's or a sentence's end cuts short are taken for whole: E is then a little too high.
///
/// Each throws std::domain_error where a count is negative or no number, the window is below 1, or O is above S f1 or
/// S f2. Source of the table: Evert (2008), Corpora and collocations, in Luedeling & Kytoe, Corpus Linguistics, ch. 58.
namespace isogloss::statistics {

/// What a collocation is measured by. Counts are doubles, exact up to 2^53.
struct cooccurrence {
  double observed_count = 0.0;
  double node_count = 0.0;
  double collocate_count = 0.0;
  double tokens = 0.0;
  double window = 1.0;
};

/// Expected count, E = f1 f2 S / N.
///
/// Range      0 upwards, in tokens
/// @return    NaN where N is 0
/// @throws    std::domain_error  as above
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double expected_count(const cooccurrence& c);

/// Log-likelihood ratio (G2) of the four cells, in nats: see log_likelihood of a contingency table.
///
/// Range      0 (observed as expected) upwards; evidence, and no effect size
/// Direction  larger is further from chance, on either side: unsigned
///
/// @return    NaN where a cell is negative, or every token or none is in a window
/// @throws    std::domain_error  as above
/// Source     Dunning (1993), Computational Linguistics 19(1), 61-74; Evert (2008)
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double log_likelihood(const cooccurrence& c);

/// Simple log-likelihood, of the first cell alone, in nats.
///
///   2 (O ln(O / E) - (O - E)),   0 ln 0 = 0
///
/// Range      0 (observed as expected) upwards; evidence. Exists where a cell of the table is negative
/// Direction  larger is further from chance, on either side: unsigned
///
/// @return    NaN where N is 0
/// @throws    std::domain_error  as above
/// Source     Evert (2008)
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double simple_log_likelihood(const cooccurrence& c);

/// t-score, (O - E) / sqrt(O).
///
/// Range      -infinity (never together) to sqrt(O)
/// Direction  larger is more attracted; favours frequent collocates
///
/// @return    NaN where N is 0, or O and E are
/// @throws    std::domain_error  as above
/// Source     Church, Gale, Hanks & Hindle (1991), in Zernik, Lexical Acquisition, 115-164
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double t_score(const cooccurrence& c);

/// z-score, (O - E) / sqrt(E).
///
/// Range      -sqrt(E) (never together) upwards
/// Direction  larger is more attracted; favours rare collocates
///
/// @return    NaN where E is 0 or N is
/// @throws    std::domain_error  as above
/// Source     Berry-Rogghe (1973), in Aitken, Bailey & Hamilton-Smith, The Computer and Literary Studies, 103-112
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double z_score(const cooccurrence& c);

/// Pointwise mutual information in bits, log2(O / E).
///
/// Range      -infinity (never together) upwards; 0 is chance; size, not evidence
/// Direction  larger is more attracted; favours rare collocates strongly
///
/// @return    NaN where E is 0 or N is
/// @throws    std::domain_error  as above
/// Source     Church & Hanks (1990), Computational Linguistics 16(1), 22-29
/// Checked    tests/statistics/association_test.cpp: their p. 24, five accounts
[[nodiscard]] double mutual_information(const cooccurrence& c);

/// Cubic mutual information in bits, log2(O^3 / E).
///
/// Range      -infinity (never together) upwards
/// Direction  larger is more attracted; the cube takes the edge off rare collocates
///
/// @return    NaN where E is 0 or N is
/// @throws    std::domain_error  as above
/// Source     Daille (1994), Approche mixte pour l'extraction automatique de terminologie, thesis, Paris 7
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double mi3(const cooccurrence& c);

/// Normalised pointwise mutual information, log2(O / E) / -log2(O / N).
///
/// Range      -1 (never together) to 1 (only together, with S = 1); 0 is chance. Wider windows do not reach 1
/// Direction  larger is more attracted
///
/// @return    NaN where E is 0 or N is, or O is N or above
/// @throws    std::domain_error  as above
/// Source     Bouma (2009), Proceedings of GSCL, 31-40
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double npmi(const cooccurrence& c);

/// logDice, 14 + log2(2 O / (f1 + f2)).
///
/// Range      -infinity (never together) to 14 where each occurrence of either is beside the other; above it only where
///            tokens count in several windows. 1 more is twice as strong; the size of the corpus plays no part
/// Direction  larger is more attracted
///
/// @return    NaN where neither occurs
/// @throws    std::domain_error  as above
/// Source     Rychly (2008), Proceedings of RASLAN, 6-9
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double log_dice(const cooccurrence& c);

/// Delta P of the collocate given the node, O / R1 - (C1 - O) / (N - R1): how much likelier a token is the collocate
/// in a window than elsewhere.
///
/// Range      -1 to 1; 0 is chance (beyond -1 and 1 only where a cell is negative)
/// Direction  larger: the node calls for the collocate
///
/// @return    NaN where every token or none is in a window
/// @throws    std::domain_error  as above
/// Source     Gries (2013), International Journal of Corpus Linguistics 18(1), 137-165
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double delta_p_collocate_given_node(const cooccurrence& c);

/// Delta P of the node given the collocate, O / C1 - (R1 - O) / (N - C1): how much likelier a token stands in a window
/// if it is the collocate than if it is another.
///
/// Range      -1 to 1; 0 is chance (beyond them only where a cell is negative)
/// Direction  larger: the collocate calls for the node
///
/// @return    NaN where every token or none is the collocate
/// @throws    std::domain_error  as above
/// Source     Gries (2013), as above
/// Checked    tests/statistics/association_test.cpp: five accounts
[[nodiscard]] double delta_p_node_given_collocate(const cooccurrence& c);

}  // namespace isogloss::statistics
