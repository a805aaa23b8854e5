#include "isogloss/statistics/hierarchical_clustering.hpp"

#include "isogloss/statistics/dendrogram.hpp"

#include "account_distances.hpp"
#include "random_points.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

TEST(HierarchicalClustering, EqualsRsHclust) {
  int compared = 0;
  for (const auto& r : accounts::table("hclust.csv")) {
    const auto merges = accounts::tree(r.at("distance"), r.at("method"));
    const auto& step = merges.at(std::stoul(r.at("step")) - 1);
    EXPECT_EQ(step.left, std::stoi(r.at("merge1"))) << r.at("distance") << " " << r.at("method");
    EXPECT_EQ(step.right, std::stoi(r.at("merge2"))) << r.at("distance") << " " << r.at("method");
    EXPECT_NEAR(step.height, accounts::number(r, "height"), 1e-12 * accounts::number(r, "height"));
    ++compared;
  }
  EXPECT_EQ(compared, 120);
}

/// What a linkage means for two sets of points, without any update formula.
double between_sets(const MatrixXd& points, const MatrixXd& d, const std::vector<int>& a, const std::vector<int>& b,
                    linkage l) {
  const MatrixXd block = d(a, b);
  if (l == linkage::single) return block.minCoeff();
  if (l == linkage::complete) return block.maxCoeff();
  if (l == linkage::average) return block.mean();
  const auto n_a = static_cast<double>(a.size());
  const auto n_b = static_cast<double>(b.size());
  const Eigen::RowVectorXd centre_a = points(a, Eigen::all).colwise().mean();
  const Eigen::RowVectorXd centre_b = points(b, Eigen::all).colwise().mean();
  const double squared = (centre_a - centre_b).squaredNorm();
  if (l == linkage::centroid) return squared;
  return std::sqrt(2 * n_a * n_b / (n_a + n_b) * squared);  // ward.D2
}

std::vector<double> heights_by_definition(const MatrixXd& points, linkage l) {
  const MatrixXd d = random_points::euclidean(points);
  std::vector<std::vector<int>> sets;
  for (int i = 0; i < points.rows(); ++i) sets.push_back({i});
  std::vector<double> heights;
  while (sets.size() > 1) {
    double least = std::numeric_limits<double>::infinity();
    std::size_t first = 0;
    std::size_t second = 1;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      for (std::size_t j = i + 1; j < sets.size(); ++j) {
        const double value = between_sets(points, d, sets[i], sets[j], l);
        if (value >= least) continue;
        least = value;
        first = i;
        second = j;
      }
    }
    heights.push_back(least);
    sets[first].insert(sets[first].end(), sets[second].begin(), sets[second].end());
    sets.erase(sets.begin() + static_cast<std::ptrdiff_t>(second));
  }
  return heights;
}

TEST(HierarchicalClustering, JoinsAsTheLinkagesAreDefined) {
  const MatrixXd points = random_points::uniform(40, 3, 5);
  const MatrixXd d = random_points::euclidean(points);
  for (const auto l : {linkage::ward_d2, linkage::average, linkage::complete, linkage::single, linkage::centroid}) {
    const auto merges = hierarchical_clustering(l == linkage::centroid ? MatrixXd(d.cwiseAbs2()) : d, l);
    const auto expected = heights_by_definition(points, l);
    ASSERT_EQ(merges.size(), expected.size());
    for (std::size_t step = 0; step < merges.size(); ++step)
      EXPECT_NEAR(merges[step].height, expected[step], 1e-12) << name(l) << step;
  }
}

// ward.D of squared distances has the squared heights of ward.D2 (Murtagh & Legendre 2014).
TEST(HierarchicalClustering, RelatesTheTwoWards) {
  const MatrixXd d = random_points::euclidean(random_points::uniform(30, 4, 6));
  const auto one = hierarchical_clustering(d.cwiseAbs2(), linkage::ward_d);
  const auto two = hierarchical_clustering(d, linkage::ward_d2);
  for (std::size_t step = 0; step < two.size(); ++step) {
    EXPECT_EQ(one[step].left, two[step].left);
    EXPECT_EQ(one[step].right, two[step].right);
    EXPECT_NEAR(one[step].height, two[step].height * two[step].height, 1e-12);
  }
}

// Three documents, d = 2, 4, 6: joined at 2; then by hand from the formulae.
TEST(HierarchicalClustering, EqualsValuesByHand) {
  const MatrixXd d{{0, 2, 4}, {2, 0, 6}, {4, 6, 0}};
  const auto last = [&](linkage l) { return hierarchical_clustering(d, l).back().height; };
  EXPECT_DOUBLE_EQ(last(linkage::single), 4);
  EXPECT_DOUBLE_EQ(last(linkage::complete), 6);
  EXPECT_DOUBLE_EQ(last(linkage::average), 5);
  EXPECT_DOUBLE_EQ(last(linkage::weighted), 5);
  EXPECT_DOUBLE_EQ(last(linkage::ward_d), (2 * 4.0 + 2 * 6 - 2) / 3);
  EXPECT_DOUBLE_EQ(last(linkage::ward_d2), std::sqrt((2 * 16.0 + 2 * 36 - 4) / 3));
  EXPECT_DOUBLE_EQ(last(linkage::centroid), 5 - 0.5);
  EXPECT_DOUBLE_EQ(last(linkage::median), 5 - 0.5);
}

// Sizes 2 and 1 joined with a fourth: where average and weighted, centroid and median part.
TEST(HierarchicalClustering, WeighsClustersBySizeOrNot) {
  const MatrixXd d{{0, 1, 3, 8}, {1, 0, 3, 8}, {3, 3, 0, 5}, {8, 8, 5, 0}};
  EXPECT_DOUBLE_EQ(hierarchical_clustering(d, linkage::average).back().height, (8.0 + 8 + 5) / 3);
  EXPECT_DOUBLE_EQ(hierarchical_clustering(d, linkage::weighted).back().height, (8.0 + 5) / 2);
  EXPECT_DOUBLE_EQ(hierarchical_clustering(d, linkage::centroid).back().height, ((2 * 7.75 + 5) - 2 * 2.75 / 3) / 3);
  EXPECT_DOUBLE_EQ(hierarchical_clustering(d, linkage::median).back().height, (7.75 + 5) / 2 - 2.75 / 4);
}

TEST(HierarchicalClustering, TakesTheFirstOfEquallyNearPairs) {
  const MatrixXd d = MatrixXd::Ones(4, 4) - MatrixXd::Identity(4, 4);
  const std::vector<merge> expected{{-1, -2, 1, 2}, {-3, 1, 1, 3}, {-4, 2, 1, 4}};
  for (const auto l : {linkage::average, linkage::complete, linkage::single, linkage::weighted}) {
    EXPECT_EQ(hierarchical_clustering(d, l), expected) << name(l);
  }
}

/// All pairs at every step, the first of the least: slow and plain.
std::vector<merge> all_pairs_single(MatrixXd d) {
  const auto n = static_cast<int>(d.rows());
  std::vector<int> number(static_cast<std::size_t>(n));
  std::vector<int> size(static_cast<std::size_t>(n), 1);
  std::set<int> active;
  for (int i = 0; i < n; ++i) {
    number[static_cast<std::size_t>(i)] = -i - 1;
    active.insert(i);
  }
  std::vector<merge> merges;
  while (active.size() > 1) {
    int a = -1;
    int b = -1;
    for (const int i : active) {
      for (const int j : active) {
        if (i < j && (a < 0 || d(i, j) < d(a, b))) {
          a = i;
          b = j;
        }
      }
    }
    const auto at_a = static_cast<std::size_t>(a);
    const auto at_b = static_cast<std::size_t>(b);
    int left = number[at_a];
    int right = number[at_b];
    if ((left > 0 && right < 0) || (left > 0 && right > 0 && left > right)) std::swap(left, right);
    size[at_a] += size[at_b];
    merges.push_back({left, right, d(a, b), size[at_a]});
    active.erase(b);
    for (const int k : active) d(a, k) = d(k, a) = std::min(d(a, k), d(b, k));
    number[at_a] = static_cast<int>(merges.size());
  }
  return merges;
}

TEST(HierarchicalClustering, BreaksManyTiesByTheFirstDocuments) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const MatrixXd u = random_points::uniform(14, 14, seed);
    const MatrixXd d = ((u + u.transpose()) * 2).array().floor() + 1;  // 1, 2, 3, 4
    EXPECT_EQ(hierarchical_clustering(d, linkage::single), all_pairs_single(d)) << seed;
  }
}

TEST(HierarchicalClustering, HasTheSameHeightsForPermutedDocuments) {
  const MatrixXd d = random_points::euclidean(random_points::uniform(25, 3, 12));
  for (const auto l : all_linkages()) {
    const auto merges = hierarchical_clustering(d, l);
    const auto reversed = hierarchical_clustering(d.reverse(), l);
    const MatrixXd expected = cophenetic_distances(merges).reverse();
    EXPECT_TRUE(cophenetic_distances(reversed).isApprox(expected, 1e-12)) << name(l);
  }
}

TEST(HierarchicalClustering, RisesUnlessCentroidOrMedian) {
  const MatrixXd d = random_points::euclidean(random_points::uniform(60, 2, 13));
  for (const auto l :
       {linkage::ward_d2, linkage::ward_d, linkage::average, linkage::complete, linkage::single, linkage::weighted}) {
    const auto merges = hierarchical_clustering(d, l);
    for (std::size_t step = 1; step < merges.size(); ++step)
      EXPECT_GE(merges[step].height, merges[step - 1].height) << name(l);
    EXPECT_EQ(merges.back().size, 60);
  }
}

TEST(HierarchicalClustering, ReadsTheLowerTriangle) {
  MatrixXd d = random_points::euclidean(random_points::uniform(8, 2, 14));
  const auto expected = hierarchical_clustering(d, linkage::average);
  d.triangularView<Eigen::Upper>().setConstant(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(hierarchical_clustering(d, linkage::average), expected);
}

TEST(HierarchicalClustering, TakesOneDocumentAndTwo) {
  EXPECT_TRUE(hierarchical_clustering(MatrixXd::Zero(1, 1), linkage::ward_d2).empty());
  const std::vector<merge> expected{{-1, -2, 0, 2}};
  EXPECT_EQ(hierarchical_clustering(MatrixXd::Zero(2, 2), linkage::ward_d2), expected);
}

TEST(HierarchicalClustering, RejectsWhatIsNotADistance) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)hierarchical_clustering(MatrixXd(0, 0), linkage::single), std::invalid_argument);
  EXPECT_THROW((void)hierarchical_clustering(MatrixXd::Zero(2, 3), linkage::single), std::invalid_argument);
  EXPECT_THROW((void)hierarchical_clustering(MatrixXd{{0, nan}, {nan, 0}}, linkage::single), std::domain_error);
  EXPECT_THROW((void)hierarchical_clustering(MatrixXd{{0, 1}, {-1, 0}}, linkage::single), std::domain_error);
}

TEST(Linkage, IsFoundByItsName) {
  for (const auto l : all_linkages()) EXPECT_EQ(linkage_from(name(l)), l);
  EXPECT_EQ(all_linkages().size(), 8U);
  EXPECT_EQ(name(linkage::ward_d2), "ward.D2");
  EXPECT_EQ(name(linkage::median), "median");
  EXPECT_EQ(linkage_from("mcquitty"), linkage::weighted);
  EXPECT_EQ(linkage_from("ward"), std::nullopt);
}

// 2 and 4 join at 1; then document 1 is at 3 from that cluster and from document 3. The cluster goes by
// document 2 and comes first. R keeps the older neighbour: docs/parity-distances.md.
TEST(HierarchicalClustering, TakesANewClusterBeforeALaterNeighbourAsNear) {
  const MatrixXd d{{0, 4, 3, 3}, {4, 0, 4, 1}, {3, 4, 0, 4}, {3, 1, 4, 0}};
  const std::vector<merge> expected{{-2, -4, 1, 2}, {-1, 1, 3, 3}, {-3, 2, 3, 4}};
  EXPECT_EQ(hierarchical_clustering(d, linkage::single), expected);
}

}  // namespace
}  // namespace isogloss::statistics
