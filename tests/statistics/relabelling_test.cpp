#include "isogloss/statistics/relabelling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "isogloss/statistics/quasi_poisson.hpp"

namespace isogloss::statistics {
namespace {

using sizes = std::vector<std::size_t>;

sizes labels_of(const sizes& group_sizes) {
  sizes labels;
  for (std::size_t g = 0; g < group_sizes.size(); ++g) labels.insert(labels.end(), group_sizes[g], g);
  return labels;
}

TEST(DistinctRelabellings, AreTheMultinomialCoefficient) {
  EXPECT_EQ(distinct_relabellings(sizes{2, 2, 1}), 30.0);  // the five accounts
  EXPECT_EQ(distinct_relabellings(sizes{2, 2}), 6.0);
  EXPECT_EQ(distinct_relabellings(sizes{1, 1, 1, 1}), 24.0);
  EXPECT_EQ(distinct_relabellings(sizes{5, 2}), 21.0);
}

TEST(DistinctRelabellings, AreAsManyAsEnumerationFinds) {
  for (const sizes& groups : {sizes{2, 2, 1}, sizes{3, 3}, sizes{1, 2, 4}, sizes{2, 2, 2}}) {
    sizes labels = labels_of(groups);
    double found = 0.0;
    do found += 1.0;
    while (std::next_permutation(labels.begin(), labels.end()));
    EXPECT_EQ(distinct_relabellings(groups), found);
  }
}

TEST(DistinctRelabellings, AreOneForASingleGroupAndTheSameInAnyOrder) {
  EXPECT_EQ(distinct_relabellings(sizes{}), 1.0);
  EXPECT_EQ(distinct_relabellings(sizes{7}), 1.0);
  EXPECT_EQ(distinct_relabellings(sizes{3, 1, 2}), distinct_relabellings(sizes{1, 2, 3}));
  EXPECT_EQ(distinct_relabellings(sizes{3, 0, 2}), distinct_relabellings(sizes{3, 2}));
}

TEST(DistinctRelabellings, AreExactUpToTwoToTheFiftyThreeAndInfiniteBeyondDoubles) {
  EXPECT_EQ(distinct_relabellings(sizes{27, 28}), 3824345300380220.0);  // C(55, 27) < 2^53
  EXPECT_EQ(distinct_relabellings(sizes{1000, 1000}), INFINITY);
}

TEST(LabelSymmetries, AreThePermutationsOfGroupsOfEqualSize) {
  EXPECT_EQ(label_symmetries(sizes{2, 2, 1}), 2.0);
  EXPECT_EQ(label_symmetries(sizes{3, 1, 3, 1, 3}), 12.0);
  EXPECT_EQ(label_symmetries(sizes{1, 2, 3}), 1.0);
  EXPECT_EQ(label_symmetries(sizes{}), 1.0);
  EXPECT_EQ(label_symmetries(sizes{2, 0, 0, 2}), 2.0);
}

TEST(PAttainable, IsOneOverTheRelabellings) {
  EXPECT_EQ(p_attainable(sizes{2, 2, 1}), 1.0 / 30.0);
  EXPECT_EQ(p_attainable(sizes{3, 3}), 1.0 / 20.0);
  EXPECT_EQ(p_attainable(sizes{4}), 1.0);
  EXPECT_EQ(p_attainable(sizes{1000, 1000}), 0.0);
}

TEST(PAttainable, IsWhatADirectedStatisticReaches) {
  // documents valued 1, 2, 3, 4 in groups of two: only one relabelling puts the two largest into the target
  sizes labels{0, 0, 1, 1};
  double best = 0.0;
  double all = 0.0;
  do {
    double difference = 0.0;
    for (std::size_t i = 0; i < 4; ++i) difference += (labels[i] == 1 ? 1.0 : -1.0) * static_cast<double>(i + 1);
    all += 1.0;
    best += difference >= 4.0 ? 1.0 : 0.0;
  } while (std::next_permutation(labels.begin(), labels.end()));
  EXPECT_EQ(p_attainable(sizes{2, 2}), best / all);
}

TEST(PAttainableOmnibus, IsWhatAnFTestReaches) {
  // every relabelling's F: the largest is shared by those that only exchange the names of equally large groups
  const std::vector<double> counts{10, 12, 31, 55, 70, 130};
  const std::vector<double> tokens{1000, 1100, 1000, 1300, 900, 1000};
  for (const sizes& groups : {sizes{3, 3}, sizes{2, 2, 2}, sizes{1, 2, 3}, sizes{1, 1, 4}}) {
    sizes labels = labels_of(groups);
    std::vector<double> statistics;
    do statistics.push_back(quasi_poisson(counts, tokens, labels).f);
    while (std::next_permutation(labels.begin(), labels.end()));
    const double largest = *std::max_element(statistics.begin(), statistics.end());
    const auto as_large =
        std::count_if(statistics.begin(), statistics.end(), [&](double f) { return f >= largest * (1.0 - 1e-9); });
    EXPECT_DOUBLE_EQ(p_attainable_omnibus(groups),
                     static_cast<double>(as_large) / static_cast<double>(statistics.size()));
  }
}

TEST(PAttainableOmnibus, IsTheRatioOfSymmetriesAndRelabellings) {
  EXPECT_DOUBLE_EQ(p_attainable_omnibus(sizes{2, 2, 1}), 2.0 / 30.0);
  EXPECT_DOUBLE_EQ(p_attainable_omnibus(sizes{2, 2}), 2.0 / 6.0);
  EXPECT_DOUBLE_EQ(p_attainable_omnibus(sizes{2, 3}), p_attainable(sizes{2, 3}));
}

TEST(PAttainableOmnibus, IsOneForGroupsOfOneHoweverMany) {
  EXPECT_EQ(p_attainable_omnibus(sizes{1, 1, 1}), 1.0);
  EXPECT_EQ(p_attainable_omnibus(sizes(400, 1)), 1.0);  // 400! / 400!, both beyond a double
}

}  // namespace
}  // namespace isogloss::statistics
