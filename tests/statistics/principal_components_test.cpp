#include "isogloss/statistics/principal_components.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "accounts.hpp"
#include "large_counts.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using sparse = Eigen::SparseMatrix<double, Eigen::RowMajor>;

component_scale scale_of(const accounts::row& r) {
  return r.at("matrix") == "covariance" ? component_scale::covariance : component_scale::correlation;
}

principal_components_result of_accounts(const accounts::row& r) {
  return principal_components(accounts::most_frequent("100"), scale_of(r));
}

Index component(const accounts::row& r) {
  return std::stol(r.at("component")) - 1;
}

// prcomp turns its axes by the same rule. Scores are as small as 1e-3 under covariance, hence the tighter bound.
TEST(PrincipalComponents, HaveTheScoresOfR) {
  for (const auto& r : accounts::table("pca-scores.csv")) {
    const double value = of_accounts(r).scores(accounts::document(r.at("document")), component(r));
    EXPECT_NEAR(value, accounts::number(r, "value"), 1e-12);
  }
}

TEST(PrincipalComponents, HaveTheLoadingsOfR) {
  std::map<std::string, Index> place;
  for (const auto& r : accounts::table("most-frequent-terms.csv")) {
    if (r.at("features") == "100") place[r.at("term")] = std::stol(r.at("rank")) - 1;
  }
  for (const auto& r : accounts::table("pca-loadings.csv")) {
    EXPECT_NEAR(of_accounts(r).loadings(place.at(r.at("term")), component(r)), accounts::number(r, "value"), 1e-11);
  }
}

TEST(PrincipalComponents, HaveTheVariancesOfR) {
  for (const auto& r : accounts::table("pca-variance.csv")) {
    const auto result = of_accounts(r);
    const double variance = accounts::number(r, "variance");
    EXPECT_NEAR(result.variances[component(r)], variance, 1e-12 * variance);
    EXPECT_NEAR(result.shares[component(r)], accounts::number(r, "share"), 1e-12);
    EXPECT_EQ(result.variances.size(), 4);
  }
}

// Two documents lie sqrt(2^2 + 1^2) apart; the third column does not vary.
TEST(PrincipalComponents, OfTwoDocumentsByHand) {
  const MatrixXd x{{1, 2, 7}, {3, 1, 7}};
  const auto result = principal_components(x, component_scale::covariance);
  ASSERT_EQ(result.scores.cols(), 1);
  EXPECT_NEAR(result.loadings(0, 0), 2 / std::sqrt(5.0), 1e-15);
  EXPECT_NEAR(result.loadings(1, 0), -1 / std::sqrt(5.0), 1e-15);
  EXPECT_NEAR(result.scores(0, 0), -std::sqrt(5.0) / 2, 1e-15);
  EXPECT_NEAR(result.variances[0], 2.5, 1e-14);
  EXPECT_NEAR(result.shares[0], 1, 1e-15);
  EXPECT_EQ(result.n_constant, 0);
}

TEST(PrincipalComponents, LeaveOutAndCountWhatDoesNotVaryUnderCorrelation) {
  const MatrixXd x{{1, 0.1, 2}, {3, 0.1, 1}, {5, 0.1, 1}};
  for (const auto& result : {principal_components(x, component_scale::correlation),
                             principal_components(sparse(x.sparseView()), component_scale::correlation)}) {
    EXPECT_EQ(result.kept, (std::vector<Index>{0, 2}));
    EXPECT_EQ(result.n_constant, 1);
    EXPECT_EQ(result.loadings.rows(), 2);
    EXPECT_NEAR(result.variances.sum(), 2, 1e-14);
  }
}

TEST(PrincipalComponents, HaveNoAxesWhereNothingVaries) {
  for (const auto scale : {component_scale::covariance, component_scale::correlation}) {
    EXPECT_EQ(principal_components(MatrixXd{{0.1, 0.7}}, scale).scores.cols(), 0);
    EXPECT_EQ(principal_components(MatrixXd{{0.1, 0.7}, {0.1, 0.7}, {0.1, 0.7}}, scale).scores.cols(), 0);
    EXPECT_EQ(principal_components(MatrixXd(3, 0), scale).scores.rows(), 3);
    EXPECT_EQ(principal_components(sparse(3, 4), scale).scores.cols(), 0);
  }
}

TEST(PrincipalComponents, RejectWhatIsNoNumberAndNoDocuments) {
  const MatrixXd x{{1, std::numeric_limits<double>::quiet_NaN()}, {1, 2}};
  EXPECT_THROW(static_cast<void>(principal_components(x, component_scale::covariance)), std::domain_error);
  EXPECT_THROW(static_cast<void>(principal_components(sparse(x.sparseView()), component_scale::covariance)),
               std::domain_error);
  EXPECT_THROW(static_cast<void>(principal_components(MatrixXd(0, 3), component_scale::covariance)),
               std::invalid_argument);
}

TEST(PrincipalComponents, FollowTheDocumentsWhenTheseArePermuted) {
  const MatrixXd x = accounts::most_frequent("100");
  const std::vector<Index> order{3, 0, 4, 2, 1};
  const auto before = principal_components(x, component_scale::correlation, 2);
  const auto after = principal_components(x(order, Eigen::all), component_scale::correlation, 2);
  EXPECT_TRUE(after.scores.isApprox(before.scores(order, Eigen::all), 1e-12));
  EXPECT_TRUE(after.loadings.isApprox(before.loadings, 1e-12));
}

TEST(PrincipalComponents, OfALargeMatrixAreThoseOfTheWhole) {
  const MatrixXd x = large_counts();
  for (const auto scale : {component_scale::covariance, component_scale::correlation}) {
    const auto all = principal_components(x, scale);
    for (const auto& few : {principal_components(x, scale, 3), principal_components(sparse(x.sparseView()), scale, 3),
                            principal_components(sparse(x.sparseView()), scale)}) {
      ASSERT_GE(few.scores.cols(), 3);
      EXPECT_TRUE(few.scores.leftCols(3).isApprox(all.scores.leftCols(3), 1e-9));
      EXPECT_TRUE(few.loadings.leftCols(3).isApprox(all.loadings.leftCols(3), 1e-9));
      EXPECT_TRUE(few.variances.head(3).isApprox(all.variances.head(3), 1e-12));
      EXPECT_TRUE(few.shares.head(3).isApprox(all.shares.head(3), 1e-12));
    }
  }
}

TEST(PrincipalComponents, AreTheSameBytesEveryTime) {
  const sparse x = large_counts().sparseView();
  const auto once = principal_components(x, component_scale::covariance, 2);
  const auto again = principal_components(x, component_scale::covariance, 2);
  EXPECT_EQ(once.scores, again.scores);
  EXPECT_EQ(once.loadings, again.loadings);
}

}  // namespace
}  // namespace isogloss::statistics
