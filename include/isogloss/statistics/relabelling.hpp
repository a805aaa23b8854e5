#pragma once

#include <cstddef>
#include <span>

/// What an exact permutation test over documents could reach at best. The arguments are the numbers of documents in
/// each group; a group without documents changes nothing.
namespace isogloss::statistics {

/// In how many different ways the labels of the groups can be dealt to the documents.
///
///   n! / (n_1! n_2! ... n_G!)
///
/// Symbols    n_g documents of group g; n their sum
/// Range      1 upwards; exact up to 2^53, +infinity above 10^308
///
/// Checked    tests/statistics/relabelling_test.cpp: by hand, by enumeration
[[nodiscard]] double distinct_relabellings(std::span<const std::size_t> group_sizes);

/// How many relabellings are the same partition of the documents under other names: the product, over the sizes that
/// occur, of (number of groups with that size)!. An omnibus statistic cannot tell them apart.
///
/// Range      1 (all sizes different) upwards
///
/// Checked    tests/statistics/relabelling_test.cpp: by enumeration of an omnibus statistic
[[nodiscard]] double label_symmetries(std::span<const std::size_t> group_sizes);

/// The smallest p that an exact permutation test with a directed statistic (target above reference, one side) can give.
///
///   p_attainable = 1 / distinct_relabellings
///
/// Range      0 (many documents) to 1 (one group); above 0.05, no result of a test over documents could be significant
/// Direction  smaller: a design that can show more
///
/// This is a lower bound. A statistic that does not change when groups of equal size swap names (a two-sided
/// difference of two groups of n, an F test) attains at best label_symmetries / distinct_relabellings: with 2 + 2
/// documents 1/6 one-sided, 2/6 two-sided. See p_attainable_omnibus.
///
/// Source     Anderson (2001), Canadian Journal of Fisheries and Aquatic Sciences 58, 626-639
/// Checked    tests/statistics/relabelling_test.cpp: by hand, by enumeration
[[nodiscard]] double p_attainable(std::span<const std::size_t> group_sizes);

/// The same for a statistic that does not know the groups' names: label_symmetries / distinct_relabellings.
///
/// Range      p_attainable to 1
/// Checked    tests/statistics/relabelling_test.cpp: by enumeration
[[nodiscard]] double p_attainable_omnibus(std::span<const std::size_t> group_sizes);

}  // namespace isogloss::statistics
