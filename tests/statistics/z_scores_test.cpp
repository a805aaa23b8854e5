#include "isogloss/statistics/z_scores.hpp"

#include "accounts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

// Column 1: 1 2 3, mean 2, sd 1; column 3: 0 0 6, mean 2, sd sqrt 12.
TEST(ZScores, EqualValuesByHand) {
  const auto scores = z_scores(MatrixXd{{1, 5, 0}, {2, 5, 0}, {3, 5, 6}});
  EXPECT_EQ(scores.kept, (std::vector<Eigen::Index>{0, 2}));
  EXPECT_EQ(scores.n_constant, 1);
  EXPECT_EQ(scores.means, Eigen::Vector2d(2, 2));
  EXPECT_DOUBLE_EQ(scores.deviations(0), 1);
  EXPECT_DOUBLE_EQ(scores.deviations(1), std::sqrt(12.0));
  const double low = -2 / std::sqrt(12.0);
  EXPECT_TRUE(scores.z.isApprox(MatrixXd{{-1, low}, {0, low}, {1, -2 * low}}, 1e-15));
}

TEST(ZScores, HaveTheMeansAndDeviationsOfR) {
  int compared = 0;
  for (const std::string features : {"100", "500"}) {
    const auto scores = z_scores(accounts::most_frequent(features));
    for (const auto& r : accounts::table("most-frequent-terms.csv")) {
      if (r.at("features") != features) continue;
      const auto rank = std::stol(r.at("rank")) - 1;
      EXPECT_NEAR(scores.means(rank), accounts::number(r, "mean"), 1e-15);
      EXPECT_NEAR(scores.deviations(rank), accounts::number(r, "sd"), 1e-12 * accounts::number(r, "sd"));
      ++compared;
    }
  }
  EXPECT_EQ(compared, 600);
}

TEST(ZScores, HaveMeanZeroAndDeviationOne) {
  const auto z = z_scores(accounts::most_frequent("500")).z;
  EXPECT_LT(z.colwise().mean().cwiseAbs().maxCoeff(), 1e-14);
  EXPECT_NEAR(z.colwise().squaredNorm().maxCoeff(), 4, 1e-12);
  EXPECT_NEAR(z.colwise().squaredNorm().minCoeff(), 4, 1e-12);
}

// 0.1 three times has a computed variance of about 1e-34.
TEST(ZScores, LeaveOutATermWhoseVarianceIsRounding) {
  const auto scores = z_scores(MatrixXd{{0.1, 0.2}, {0.1, 0.3}, {0.1, 0.7}});
  EXPECT_EQ(scores.n_constant, 1);
  EXPECT_EQ(scores.kept, (std::vector<Eigen::Index>{1}));
}

TEST(ZScores, KeepNoTermOfOneDocument) {
  const auto scores = z_scores(MatrixXd{{0.1, 0.2}});
  EXPECT_EQ(scores.n_constant, 2);
  EXPECT_EQ(scores.z.rows(), 1);
  EXPECT_EQ(scores.z.cols(), 0);
}

TEST(ZScores, PutOtherDocumentsOnAReferencesScale) {
  const MatrixXd profiles{{1, 5, 0}, {2, 5, 0}, {3, 5, 6}};
  const auto reference = z_scores(profiles);
  EXPECT_EQ(z_scores(profiles, reference), reference.z);
  EXPECT_TRUE(z_scores(MatrixXd{{4, 9, 2}}, reference).isApprox(MatrixXd{{2, 0}}, 1e-15));
}

TEST(ZScores, RejectWhatIsNotAProfile) {
  EXPECT_THROW((void)z_scores(MatrixXd(0, 2)), std::invalid_argument);
  EXPECT_THROW((void)z_scores(MatrixXd{{1, std::numeric_limits<double>::infinity()}}), std::domain_error);
  const auto reference = z_scores(MatrixXd{{1, 2}, {3, 5}});
  EXPECT_THROW((void)z_scores(MatrixXd{{1, 2, 3}}, reference), std::invalid_argument);
}

}  // namespace
}  // namespace isogloss::statistics
