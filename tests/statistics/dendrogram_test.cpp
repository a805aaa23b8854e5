#include "isogloss/statistics/dendrogram.hpp"

#include "account_distances.hpp"
#include "random_points.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

// ((1 2) 4) and (3 5), joined at 7
const std::vector<merge> small_tree{{-1, -2, 1, 2}, {-3, -5, 2, 2}, {-4, 1, 4, 3}, {2, 3, 7, 5}};

TEST(Cut, EqualsRsCutree) {
  int compared = 0;
  for (const auto& r : accounts::table("partitions.csv")) {
    const auto method = r.at("method").substr(0, r.at("method").find("_k2"));
    if (method == "pam" || method == "lloyd") continue;
    const auto labels = cut(accounts::tree(r.at("distance"), method), 2);
    EXPECT_EQ(labels.at(static_cast<std::size_t>(accounts::document(r.at("document")))), std::stoi(r.at("cluster")))
        << r.at("distance") << method;
    ++compared;
  }
  EXPECT_EQ(compared, 95);
}

TEST(Cut, NumbersClustersByFirstAppearance) {
  EXPECT_EQ(cut(small_tree, 1), (std::vector<int>{1, 1, 1, 1, 1}));
  EXPECT_EQ(cut(small_tree, 2), (std::vector<int>{1, 1, 2, 1, 2}));
  EXPECT_EQ(cut(small_tree, 3), (std::vector<int>{1, 1, 2, 3, 2}));
  EXPECT_EQ(cut(small_tree, 4), (std::vector<int>{1, 1, 2, 3, 4}));
  EXPECT_EQ(cut(small_tree, 5), (std::vector<int>{1, 2, 3, 4, 5}));
  EXPECT_EQ(cut({}, 1), (std::vector<int>{1}));
}

TEST(Cut, RefusesHeightsThatGoDownAsR) {
  const std::set<std::pair<std::string, std::string>> with_partition{{"euclidean_relative", "median_squared"}};
  for (const std::string distance : {"cosine_delta_500", "euclidean_relative", "euclidean_z500"}) {
    for (const std::string method : {"centroid", "median", "centroid_squared", "median_squared"}) {
      if (with_partition.contains({distance, method})) continue;
      EXPECT_THROW((void)cut(accounts::tree(distance, method), 2), std::domain_error) << distance << method;
    }
  }
}

TEST(Cut, TakesEqualHeightsARoundingApart) {
  EXPECT_EQ(cut(std::vector<merge>{{-1, -2, 0.1 + 0.2, 2}, {-3, -4, 0.3, 2}, {1, 2, 1, 4}}, 2),
            (std::vector<int>{1, 1, 2, 2}));
  EXPECT_THROW((void)cut(std::vector<merge>{{-1, -2, 0.3 + 1e-9, 2}, {-3, -4, 0.3, 2}, {1, 2, 1, 4}}, 2),
               std::domain_error);
}

TEST(Cut, RejectsANumberOfClustersThatCannotBe) {
  EXPECT_THROW((void)cut(small_tree, 0), std::domain_error);
  try {
    (void)cut(small_tree, 6);
    FAIL() << "nothing was thrown";
  } catch (const std::domain_error& error) {
    EXPECT_STREQ(error.what(), "cut: k is 6, but must be in [1, 5]");
  }
}

TEST(Cophenetic, CorrelatesAsInR) {
  int compared = 0;
  for (const auto& r : accounts::table("cluster-fit.csv")) {
    if (r.at("measure") != "cophenetic_correlation") continue;
    // the table sets the trees of squared distances, too, against the distances as they are
    const auto merges = accounts::tree(r.at("distance"), r.at("method"));
    const double value = cophenetic_correlation(accounts::distances(r.at("distance")), merges);
    EXPECT_NEAR(value, accounts::number(r, "value"), 1e-12) << r.at("distance") << " " << r.at("method");
    ++compared;
  }
  EXPECT_EQ(compared, 30);
}

TEST(Cophenetic, IsTheHeightOfTheFirstCommonMerge) {
  const MatrixXd expected{{0, 1, 7, 4, 7}, {1, 0, 7, 4, 7}, {7, 7, 0, 7, 2}, {4, 4, 7, 0, 7}, {7, 7, 2, 7, 0}};
  EXPECT_EQ(cophenetic_distances(small_tree), expected);
  EXPECT_EQ(cophenetic_distances({}), MatrixXd::Zero(1, 1));
}

TEST(Cophenetic, IsUltrametric) {
  const MatrixXd d = random_points::euclidean(random_points::uniform(20, 3, 41));
  for (const auto l : {linkage::ward_d2, linkage::average, linkage::complete, linkage::single, linkage::weighted}) {
    const MatrixXd c = cophenetic_distances(hierarchical_clustering(d, l));
    for (int i = 0; i < 20; ++i) {
      for (int j = 0; j < 20; ++j) {
        for (int k = 0; k < 20; ++k) EXPECT_LE(c(i, j), std::max(c(i, k), c(k, j))) << name(l);
      }
    }
  }
}

// The largest ultrametric below the distances is that of single linkage.
TEST(Cophenetic, StaysBelowTheDistancesIfSingle) {
  const MatrixXd d = random_points::euclidean(random_points::uniform(20, 3, 42));
  EXPECT_LE((cophenetic_distances(hierarchical_clustering(d, linkage::single)) - d).maxCoeff(), 0);
  EXPECT_GE((cophenetic_distances(hierarchical_clustering(d, linkage::complete)) - d).minCoeff(), 0);
}

TEST(Cophenetic, CorrelatesPerfectlyWithItsOwnTree) {
  const MatrixXd c = cophenetic_distances(small_tree);
  EXPECT_NEAR(cophenetic_correlation(c, small_tree), 1, 1e-15);
  EXPECT_EQ(hierarchical_clustering(c, linkage::average), small_tree);
}

TEST(Cophenetic, HasNoCorrelationWhereNothingVaries) {
  EXPECT_TRUE(std::isnan(cophenetic_correlation(MatrixXd::Ones(2, 2), std::vector<merge>{{-1, -2, 1, 2}})));
  EXPECT_TRUE(std::isnan(cophenetic_correlation(MatrixXd::Zero(1, 1), {})));
  EXPECT_THROW((void)cophenetic_correlation(MatrixXd::Ones(4, 4), small_tree), std::invalid_argument);
}

// The computed mean of equal numbers need not be that number.
TEST(Cophenetic, HasNoCorrelationWithEqualDistances) {
  const auto merges =
      hierarchical_clustering(random_points::euclidean(random_points::uniform(12, 3, 44)), linkage::average);
  for (int k = 1; k <= 50; ++k) {
    EXPECT_TRUE(std::isnan(cophenetic_correlation(MatrixXd::Constant(12, 12, 1.0 / k), merges))) << k;
  }
}

TEST(Leaves, StandInTheOrderOfADrawing) {
  EXPECT_EQ(leaves(small_tree), (std::vector<int>{2, 4, 3, 0, 1}));
  EXPECT_EQ(leaves({}), (std::vector<int>{0}));
}

TEST(Leaves, KeepEveryCladeTogether) {
  const auto merges =
      hierarchical_clustering(random_points::euclidean(random_points::uniform(30, 3, 43)), linkage::average);
  const auto order = leaves(merges);
  std::vector<int> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place.at(static_cast<std::size_t>(order[i])) = static_cast<int>(i);
  for (const auto& clade : clades(merges)) {
    int first = 30;
    int last = -1;
    for (const int row : clade) {
      first = std::min(first, place.at(static_cast<std::size_t>(row)));
      last = std::max(last, place.at(static_cast<std::size_t>(row)));
    }
    EXPECT_EQ(last - first + 1, static_cast<int>(clade.size()));
  }
}

TEST(Clades, ListTheDocumentsBelowEveryMerge) {
  const std::vector<std::vector<int>> expected{{0, 1}, {2, 4}, {0, 1, 3}, {0, 1, 2, 3, 4}};
  EXPECT_EQ(clades(small_tree), expected);
  EXPECT_TRUE(clades({}).empty());
}

TEST(CladeSupport, IsTheShareOfReplicatesWithTheClade) {
  // ((1 2) 3) and (4 5): shares the clade {1, 2} with the small tree
  const std::vector<merge> other{{-1, -2, 1, 2}, {-4, -5, 2, 2}, {-3, 1, 4, 3}, {2, 3, 7, 5}};
  const std::vector<std::vector<merge>> replicates{small_tree, other, other, other};
  EXPECT_EQ(clade_support(small_tree, replicates), (std::vector<double>{1, 0.25, 0.25, 1}));
}

TEST(CladeSupport, DoesNotExistWithoutReplicates) {
  for (const double share : clade_support(small_tree, {})) EXPECT_TRUE(std::isnan(share));
  EXPECT_EQ(clade_support(small_tree, {}).size(), 4U);
  EXPECT_TRUE(clade_support({}, {}).empty());
  const std::vector<std::vector<merge>> shorter{{{-1, -2, 1, 2}}};
  EXPECT_THROW((void)clade_support(small_tree, shorter), std::invalid_argument);
}

TEST(Dendrogram, RejectsMergesThatAreNoTree) {
  const std::vector<merge> twice{{-1, -2, 1, 2}, {-1, 1, 2, 3}};
  const std::vector<merge> later{{-1, 2, 1, 2}, {-2, 1, 2, 3}};
  const std::vector<merge> unknown{{-1, -2, 1, 2}, {-4, 1, 2, 3}};
  const std::vector<merge> zero{{-1, 0, 1, 2}, {-3, 1, 2, 3}};
  for (const auto& merges : {twice, later, unknown, zero}) {
    EXPECT_THROW((void)cut(merges, 1), std::invalid_argument);
    EXPECT_THROW((void)leaves(merges), std::invalid_argument);
    EXPECT_THROW((void)clades(merges), std::invalid_argument);
    EXPECT_THROW((void)cophenetic_distances(merges), std::invalid_argument);
    EXPECT_THROW((void)newick(merges, std::vector<std::string>{"a", "b", "c"}), std::invalid_argument);
  }
}

}  // namespace
}  // namespace isogloss::statistics
