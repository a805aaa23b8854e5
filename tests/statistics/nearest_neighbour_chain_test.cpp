#include "statistics/agglomeration.hpp"

#include "isogloss/statistics/dendrogram.hpp"

#include "random_points.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <stdexcept>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

constexpr std::array reducible = {linkage::ward_d2,  linkage::ward_d, linkage::average,
                                  linkage::complete, linkage::single, linkage::weighted};

void expect_the_same_tree(const std::vector<merge>& a, const std::vector<merge>& b, linkage l) {
  ASSERT_EQ(a.size(), b.size()) << name(l);
  for (std::size_t i = 0; i < a.size(); ++i) {
    ASSERT_EQ(a[i].left, b[i].left) << name(l) << ", step " << i + 1;
    ASSERT_EQ(a[i].right, b[i].right) << name(l) << ", step " << i + 1;
    EXPECT_EQ(a[i].size, b[i].size) << name(l);
    EXPECT_NEAR(a[i].height, b[i].height, 1e-12 * b[i].height) << name(l);
  }
}

TEST(NearestNeighbourChain, GivesTheTreeOfTheSearch) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const condensed_distances d(random_points::euclidean(random_points::uniform(150, 3, seed)));
    for (const auto l : reducible) expect_the_same_tree(follow_neighbours(d, l), join_nearest_pairs(d, l), l);
  }
}

TEST(NearestNeighbourChain, IsTakenForManyDocuments) {
  const auto n = most_documents_searched + 100;
  const MatrixXd d = random_points::euclidean(random_points::uniform(n, 2, 5));
  for (const auto l : reducible) {
    const auto merges = hierarchical_clustering(d, l);
    EXPECT_EQ(merges, follow_neighbours(condensed_distances(d), l)) << name(l);
    expect_the_same_tree(merges, join_nearest_pairs(condensed_distances(d), l), l);
  }
  for (const auto l : {linkage::centroid, linkage::median}) {
    EXPECT_EQ(hierarchical_clustering(d, l), join_nearest_pairs(condensed_distances(d), l)) << name(l);
  }
}

void expect_a_tree(const std::vector<merge>& merges, int n, linkage l) {
  ASSERT_EQ(merges.size(), static_cast<std::size_t>(n - 1)) << name(l);
  EXPECT_EQ(merges.back().size, n) << name(l);
  EXPECT_EQ(leaves(merges).size(), static_cast<std::size_t>(n)) << name(l);
  for (int k = 1; k <= n; k += 7) EXPECT_EQ(cut(merges, k).size(), static_cast<std::size_t>(n)) << name(l);
}

// With ties the tree may be another, but it is one, and single linkage has its heights whatever the order.
TEST(NearestNeighbourChain, GivesATreeFromManyTies) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const MatrixXd u = random_points::uniform(60, 60, seed);
    const condensed_distances d(MatrixXd(((u + u.transpose()) * 2).array().floor() + 1));  // 1, 2, 3, 4
    for (const auto l : reducible) expect_a_tree(follow_neighbours(d, l), 60, l);
    const auto chained = follow_neighbours(d, linkage::single);
    const auto searched = join_nearest_pairs(d, linkage::single);
    for (std::size_t i = 0; i < chained.size(); ++i) EXPECT_EQ(chained[i].height, searched[i].height);
  }
}

// Means of means that are the same number up to rounding.
TEST(NearestNeighbourChain, EndsWhereRoundingBringsClustersNearer) {
  for (const double distance : {0.0, 0.1, 0.7, 1.0 / 3}) {
    const condensed_distances d(MatrixXd(MatrixXd::Constant(80, 80, distance)));
    for (const auto l : reducible) {
      if (l == linkage::ward_d2 || l == linkage::ward_d) continue;
      const auto merges = follow_neighbours(d, l);
      expect_a_tree(merges, 80, l);
      for (const auto& m : merges) EXPECT_NEAR(m.height, distance, 1e-15) << name(l);
    }
  }
}

TEST(NearestNeighbourChain, GivesDocumentsInAGridATree) {
  MatrixXd points(100, 2);
  for (int i = 0; i < 100; ++i) points.row(i) << i % 10, i / 10;
  const condensed_distances d(random_points::euclidean(points));
  for (const auto l : reducible) expect_a_tree(follow_neighbours(d, l), 100, l);
}

TEST(NearestNeighbourChain, TakesOneDocumentAndTwo) {
  EXPECT_TRUE(follow_neighbours(condensed_distances(1), linkage::average).empty());
  const std::vector<merge> expected{{-1, -2, 0, 2}};
  EXPECT_EQ(follow_neighbours(condensed_distances(2), linkage::average), expected);
}

TEST(HierarchicalClustering, RejectsACondensedDistanceThatIsNone) {
  condensed_distances d(3);
  for (const double bad : {-1.0, std::nan(""), HUGE_VAL}) {
    d(2, 1) = bad;
    EXPECT_THROW((void)hierarchical_clustering(d, linkage::average), std::domain_error);
  }
}

}  // namespace
}  // namespace isogloss::statistics
