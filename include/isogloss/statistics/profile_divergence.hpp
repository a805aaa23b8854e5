#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "isogloss/base/philox.hpp"

namespace isogloss::statistics {

/// The contexts of one term in two groups, by unit: a segment or a document. A unit belongs to one group.
struct context_counts {
  struct cell {
    std::uint32_t collocate;  ///< below n_collocates, once a unit
    std::uint32_t count;      ///< its tokens in the contexts of the unit
  };
  std::size_t n_collocates = 0;
  std::vector<std::uint32_t> contexts;  ///< of each unit
  std::vector<bool> in_a;               ///< of each unit: group a, else b
  std::vector<std::size_t> first;       ///< n_units + 1 places in `cells`
  std::vector<cell> cells;

  [[nodiscard]] std::size_t n_units() const { return contexts.size(); }
};

/// Jensen-Shannon divergence of the collocate profiles of two groups, both groups weighing alike.
///
///   D = 1/2 sum_v ( p_v log2(p_v / m_v) + q_v log2(q_v / m_v) ),   m_v = (p_v + q_v) / 2
///
/// Symbols    p_v, q_v share of collocate v among all collocate tokens in the contexts of group a, of group b
/// Range      0 (the same profile) to 1 bit (no collocate in common)
/// Direction  larger: more unlike. Of small samples it is biased upwards: see deal_contexts
///
/// @return    NaN where a group has no collocate
/// @throws    std::invalid_argument  the shapes do not agree
/// Source     Lin (1991), IEEE Transactions on Information Theory 37(1), 145-151
/// Checked    tests/statistics/profile_divergence_test.cpp: by hand, by an independent program, at both limits
[[nodiscard]] double profile_divergence(const context_counts& c);

struct dealt_divergence {
  double divergence;    ///< of the groups as they are, plug-in
  double expected;      ///< mean over the deals
  double z;             ///< (divergence - expected) / standard deviation of the deals
  double p_value;       ///< (1 + deals that diverge as much) / (1 + deals)
  double p_attainable;  ///< the smallest p that this design could give
};

/// How much two profiles would diverge had the contexts been dealt to the groups at random, segment by segment.
///
/// A deal takes segments in random order until one group has as many contexts as it has in truth (the segment that
/// passes the mark is kept if it comes nearer); the others go to the other group. So the contexts of a segment stay
/// together, and the groups keep their numbers of contexts: that one group uses the term more often makes no
/// difference. divergence - expected is the debiased divergence; around 0, and often below, without a difference.
///
/// The test asks about these texts: do they differ more than passages of them taken at random? Documents differ
/// among themselves whatever their group, so for other documents of the groups it rejects far too often.
///
/// @param c       units are segments
/// @param random  a stream of the term's own
/// @return        NaN but for `divergence` where a group has no collocate, or no deals are wanted; z NaN where all
/// deals
///                are alike
/// Source     permutation test: Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses, ch. 3
/// Checked    tests/statistics/profile_divergence_test.cpp: expected by enumeration; docs/calibration.md
[[nodiscard]] dealt_divergence deal_contexts(const context_counts& c, std::uint32_t deals, philox& random);

struct relabelled_documents {
  double p_value;
  double p_attainable;  ///< label_symmetries / distinct relabellings; 1 / (1 + relabellings) if these are a sample
};

/// Permutation test of the same difference with the document as the unit: would other documents of these groups differ?
///
/// Every relabelling keeps the groups' numbers of documents, so their contexts change. The statistic is therefore the
/// divergence with the groups weighted by their size (mutual information of collocate and group, which is G2 of the
/// table of collocates by group): without a difference it does not depend on how the tokens are split.
///
///   I = sum_v ( a_v log2 a_v + b_v log2 b_v - c_v log2 c_v ) - A log2 A - B log2 B + N log2 N
///
/// Symbols    a_v, b_v tokens of collocate v in the groups' contexts, c_v their sum; A, B, N the sums over v
///
/// All relabellings are looked at where there are at most `relabellings`, else as many random ones:
/// p = (1 + those as large) / (1 + relabellings).
///
/// @param c   units are documents that have contexts
/// @return    p_value NaN where a group has no document, or no relabellings are wanted
/// Source     Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9(1), 39
/// Checked    tests/statistics/profile_divergence_test.cpp: by enumeration; docs/calibration.md
[[nodiscard]] relabelled_documents relabel_documents(const context_counts& c, std::uint32_t relabellings,
                                                     philox& random);

/// The smallest p that relabel_documents could give.
[[nodiscard]] double document_p_attainable(const context_counts& c, std::uint32_t relabellings);

/// The same contexts by larger units. @param unit_of  of each unit, ascending from 0 without a gap
[[nodiscard]] context_counts merge_units(const context_counts& c, const std::vector<std::size_t>& unit_of);

}  // namespace isogloss::statistics
