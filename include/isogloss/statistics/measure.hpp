#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace isogloss::statistics {

/// The measures of likeness and difference between two documents.
///
/// Symbols    p, q the rows of two documents (relative frequencies, unless said); z, w their z-scores
///            (see z_scores.hpp); n the number of terms used; i the rank of a term, 1 the most frequent;
///            log2 the logarithm to base 2; 0/0 inside a sum is 0, 0 log 0 is 0
/// Direction  a similarity is larger for documents more alike, all others are larger for documents
///            less alike: see is_similarity()
/// Checked    tests/statistics/distances_test.cpp and deltas_test.cpp: R 4.2, quanteda, stylo
enum class measure {
  /// Similarity: sum pq / sqrt(sum pp * sum qq). Range 0 to 1 (-1 to 1 for signed rows). NaN for a zero row.
  cosine,
  /// Similarity: Pearson's correlation of p and q over all terms. Range -1 to 1. NaN for a constant row.
  correlation,
  /// Similarity: correlation of the ranks of p and of q, ties sharing their mean rank. Range -1 to 1.
  spearman,
  /// Similarity of presence: terms in both / terms in either. Range 0 to 1. NaN for two empty documents.
  /// Source: Jaccard (1912), New Phytologist 11(2), 37-50
  jaccard,
  /// Similarity: sum min(p, q) / sum max(p, q), "min-max". Range 0 to 1. NaN for two empty documents.
  /// Source: Ruzicka (1958), Biologia 13, 647-661; Koppel & Winter (2014), JASIST 65(1), 178-187
  ruzicka,
  /// Similarity of presence: 2 terms in both / (terms of one + terms of the other). Range 0 to 1.
  /// Source: Dice (1945), Ecology 26(3), 297-302
  dice,
  /// Similarity: sum pq / (sum pp + sum qq - sum pq), Tanimoto; `ejaccard` of quanteda. Range 0 to 1.
  extended_jaccard,
  /// Similarity: 2 sum pq / (sum pp + sum qq); `edice` of quanteda. Range 0 to 1.
  extended_dice,
  /// sqrt(sum (p - q)^2). From 0.
  euclidean,
  /// sum |p - q|. From 0 (to 2 for relative frequencies).
  manhattan,
  /// sum |p - q| / (p + q). Range 0 to the number of terms. R's dist() rescales it: docs/parity-distances.md.
  /// Source: Lance & Williams (1967), Australian Computer Journal 1(1), 15-20
  canberra,
  /// sum |p - q| / sum (p + q). Range 0 to 1. NaN for two empty documents.
  /// Source: Bray & Curtis (1957), Ecological Monographs 27(4), 325-349
  bray_curtis,
  /// sqrt(1/2 sum (sqrt p - sqrt q)^2), rows first divided by their sums. Range 0 to 1. NaN for a zero row.
  hellinger,
  /// The divergence in bits, not its root: 1/2 sum p log2(2p/(p+q)) + 1/2 sum q log2(2q/(p+q)), rows
  /// first divided by their sums. Range 0 to 1. NaN for a zero row.
  /// Source: Lin (1991), IEEE Transactions on Information Theory 37(1), 145-151
  jensen_shannon,
  /// The distance of correspondence analysis: sqrt(sum (p - q)^2 / c), c a term's share of the grand
  /// total. Give it COUNTS: it divides the rows by their sums itself, and c needs the sizes of the
  /// documents (with relative frequencies every document weighs the same). From 0. NaN for a zero row.
  /// Source: Greenacre (2017), Correspondence Analysis in Practice, 3rd ed., ch. 4
  chi_squared,
  /// 1/n sum |z - w|. From 0.
  /// Source: Burrows (2002), Literary and Linguistic Computing 17(3), 267-287
  burrows_delta,
  /// 1/n sum |p - q| / b, b the mean absolute deviation of a term from its median over the documents.
  /// Source: Argamon (2008), Literary and Linguistic Computing 23(2), 131-147
  argamon_linear_delta,
  /// sqrt(sum (z - w)^2): the euclidean distance of z-scores. From 0. Argamon (2008) squares it.
  quadratic_delta,
  /// quadratic_delta / n, which is what stylo's dist.argamon computes.
  quadratic_delta_over_n,
  /// 1 - cosine of z and w ("Wuerzburg"). Range 0 to 2. NaN for a document at the mean in every term.
  /// Source: Smith & Aldridge (2011), Journal of Quantitative Linguistics 18(1), 63-88
  cosine_delta,
  /// 1/n sum |z - w| (n - i + 1) / n. Terms must stand in order of frequency. From 0.
  /// Source: Rybicki & Eder (2011), Literary and Linguistic Computing 26(3), 315-321
  eder_delta,
  /// sum |z - w| (n - i + 2) / n, as stylo 0.7.7 computes eder_delta.
  eder_delta_stylo,
  /// sum |sqrt p - sqrt q|. From 0.
  /// Source: Eder, Rybicki & Kestemont (2016), R Journal 8(1), 107-121
  eder_simple,
};

/// The name in tables and on the command line: that of the enumerator.
[[nodiscard]] std::string_view name(measure m);

/// The measure of that name; empty when there is none.
[[nodiscard]] std::optional<measure> measure_from(std::string_view name);

/// All of them, in the order of the enumeration.
[[nodiscard]] std::span<const measure> all_measures();

/// Is it larger for documents more alike?
[[nodiscard]] bool is_similarity(measure m);

/// Is it made of z-scores over the documents (so that adding a document changes every value)?
[[nodiscard]] bool needs_z_scores(measure m);

/// Must it be given counts to mean what its source means? Others take relative frequencies.
[[nodiscard]] bool needs_counts(measure m);

}  // namespace isogloss::statistics
