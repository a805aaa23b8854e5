#include "isogloss/statistics/contributions.hpp"
#include "isogloss/statistics/distances.hpp"

#include "accounts.hpp"
#include "random_points.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

void expect_sums(const MatrixXd& profiles, measure m) {
  const MatrixXd d = as_distances(distances(profiles, m), m);
  for (Eigen::Index i = 0; i < d.rows(); ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      const VectorXd parts = contributions(profiles, m, i, j);
      ASSERT_EQ(parts.size(), profiles.cols());
      EXPECT_NEAR(parts.sum(), d(i, j), 1e-12 * d(i, j)) << name(m);
      EXPECT_EQ(parts, contributions(profiles, m, j, i)) << name(m);
    }
  }
}

TEST(Contributions, SumToTheDistance) {
  for (const auto m : all_measures()) {
    expect_sums(accounts::most_frequent("500"), m);
    expect_sums(random_points::counts(5, 40, 9, 31), m);
  }
}

void expect_likeness_sums(const MatrixXd& profiles, measure m) {
  const MatrixXd similarities = distances(profiles, m);
  const term_contributions terms(profiles, m);
  for (Eigen::Index i = 0; i < profiles.rows(); ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      const VectorXd parts = terms.likenesses(i, j);
      ASSERT_EQ(parts.size(), profiles.cols());
      EXPECT_NEAR(parts.sum(), similarities(i, j), 1e-12) << name(m);
    }
  }
}

TEST(Contributions, OfLikenessSumToTheSimilarity) {
  for (const auto m : all_measures()) {
    if (!is_similarity(m)) continue;
    expect_likeness_sums(accounts::most_frequent("500"), m);
    expect_likeness_sums(random_points::counts(5, 40, 9, 31), m);
  }
}

TEST(Contributions, OfLikenessEqualValuesByHand) {
  const MatrixXd profiles{{3, 4, 0}, {0, 4, 3}};
  EXPECT_TRUE(
      term_contributions(profiles, measure::cosine).likenesses(0, 1).isApprox(Eigen::Vector3d(0, 16.0 / 25, 0), 1e-15));
  EXPECT_EQ(term_contributions(profiles, measure::ruzicka).likenesses(0, 1), Eigen::Vector3d(0, 0.4, 0));
  EXPECT_EQ(term_contributions(profiles, measure::jaccard).likenesses(0, 1), Eigen::Vector3d(0, 1.0 / 3, 0));
  EXPECT_EQ(term_contributions(profiles, measure::dice).likenesses(0, 1), Eigen::Vector3d(0, 0.5, 0));
  EXPECT_EQ(term_contributions(profiles, measure::extended_jaccard).likenesses(0, 1), Eigen::Vector3d(0, 16.0 / 34, 0));
}

TEST(Contributions, OfLikenessAreThoseOfASimilarity) {
  const MatrixXd profiles{{0.5, 0.5}, {0.1, 0.9}};
  EXPECT_THROW((void)term_contributions(profiles, measure::burrows_delta).likenesses(0, 1), std::invalid_argument);
}

TEST(Contributions, AreNotNegative) {
  for (const auto m : all_measures()) {
    EXPECT_GE(contributions(accounts::frequencies(), m, 0, 1).minCoeff(), m == measure::jensen_shannon ? -1e-18 : 0)
        << name(m);
  }
}

TEST(Contributions, EqualValuesByHand) {
  const MatrixXd profiles{{0.5, 0.5, 0}, {0.25, 0.5, 0.25}};
  EXPECT_EQ(contributions(profiles, measure::manhattan, 0, 1), Eigen::Vector3d(0.25, 0, 0.25));
  EXPECT_EQ(contributions(profiles, measure::bray_curtis, 0, 1), Eigen::Vector3d(0.125, 0, 0.125));
  EXPECT_EQ(contributions(profiles, measure::ruzicka, 0, 1), Eigen::Vector3d(0.2, 0, 0.2));
  EXPECT_EQ(contributions(profiles, measure::jaccard, 0, 1), Eigen::Vector3d(0, 0, 1.0 / 3));
  EXPECT_TRUE(contributions(profiles, measure::euclidean, 0, 1)
                  .isApprox(Eigen::Vector3d(1, 0, 1) * std::sqrt(0.125) / 2, 1e-15));
}

TEST(Contributions, PutTheLargestDifferenceFirst) {
  const MatrixXd profiles{{0.2, 0.5, 0.3}, {0.2, 0.1, 0.7}, {0.2, 0.3, 0.5}};
  Eigen::Index largest = 0;
  contributions(profiles, measure::canberra, 0, 1).maxCoeff(&largest);
  EXPECT_EQ(largest, 1);  // 0.4 / 0.6 against 0.4 / 1
}

TEST(Contributions, AreZeroForATermLeftOut) {
  const MatrixXd profiles{{0.2, 0.5, 0.3}, {0.2, 0.1, 0.7}, {0.2, 0.3, 0.5}};
  for (const auto m : all_measures()) {
    if (!needs_z_scores(m) && m != measure::argamon_linear_delta) continue;
    EXPECT_EQ(contributions(profiles, m, 0, 1)(0), 0) << name(m);
  }
}

TEST(Contributions, AreZeroBetweenEqualDocuments) {
  const MatrixXd profiles{{0.2, 0.5, 0.3}, {0.2, 0.5, 0.3}, {0.1, 0.3, 0.6}};
  for (const auto m : all_measures()) EXPECT_EQ(contributions(profiles, m, 0, 1), VectorXd::Zero(3)) << name(m);
}

TEST(Contributions, DoNotExistWhereTheDistanceDoesNot) {
  const MatrixXd profiles{{0, 0, 0}, {0.2, 0.3, 0.5}, {0, 0, 0}};
  for (const auto m : all_measures()) {
    const MatrixXd d = distances(profiles, m);
    for (const Eigen::Index other : {1, 2}) {
      const Eigen::ArrayXd parts = contributions(profiles, m, 0, other).array();
      EXPECT_EQ(parts.isNaN().all(), std::isnan(d(0, other))) << name(m);
      EXPECT_EQ(parts.isNaN().any(), std::isnan(d(0, other))) << name(m);
    }
  }
}

TEST(Contributions, RejectARowThatIsNotThere) {
  const MatrixXd profiles{{0.5, 0.5}, {0.1, 0.9}};
  EXPECT_THROW((void)contributions(profiles, measure::manhattan, 0, 2), std::invalid_argument);
  EXPECT_THROW((void)contributions(profiles, measure::manhattan, -1, 0), std::invalid_argument);
}

}  // namespace
}  // namespace isogloss::statistics
