#include "isogloss/statistics/distances.hpp"

#include "random_points.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

TEST(Distances, AreTheLargestForDocumentsWithoutACommonTerm) {
  const MatrixXd profiles{{0.3, 0.7, 0, 0}, {0, 0, 0.6, 0.4}};
  for (const auto m : {measure::cosine, measure::jaccard, measure::ruzicka, measure::dice, measure::extended_jaccard,
                       measure::extended_dice}) {
    EXPECT_EQ(distances(profiles, m)(0, 1), 0) << name(m);
  }
  for (const auto m : {measure::bray_curtis, measure::hellinger, measure::jensen_shannon}) {
    EXPECT_NEAR(distances(profiles, m)(0, 1), 1, 1e-15) << name(m);
  }
}

TEST(Distances, DoNotExistForAnEmptyDocument) {
  const MatrixXd profiles{{0.5, 0.5, 0}, {0, 0, 0}, {0.25, 0.5, 0.25}};
  for (const auto m : {measure::cosine, measure::correlation, measure::spearman, measure::hellinger,
                       measure::jensen_shannon, measure::chi_squared}) {
    const MatrixXd values = distances(profiles, m);
    EXPECT_TRUE(values.row(1).array().isNaN().all()) << name(m);
    EXPECT_FALSE(std::isnan(values(0, 2))) << name(m);
    EXPECT_FALSE(std::isnan(values(0, 0))) << name(m);
  }
}

TEST(Distances, DoNotExistForTwoEmptyDocumentsIfRatios) {
  const MatrixXd profiles{{0, 0}, {0, 0}, {1, 0}};
  for (const auto m : {measure::jaccard, measure::ruzicka, measure::dice, measure::extended_jaccard,
                       measure::extended_dice, measure::bray_curtis}) {
    const MatrixXd values = distances(profiles, m);
    EXPECT_TRUE(std::isnan(values(0, 1))) << name(m);
    EXPECT_TRUE(std::isnan(values(0, 0))) << name(m);
    EXPECT_EQ(values(0, 2), is_similarity(m) ? 0 : 1) << name(m);
  }
}

TEST(Distances, AreZeroBetweenEmptyDocumentsIfSums) {
  const MatrixXd profiles{{0, 0}, {0, 0}};
  for (const auto m : {measure::euclidean, measure::manhattan, measure::canberra, measure::eder_simple}) {
    EXPECT_EQ(distances(profiles, m), MatrixXd::Zero(2, 2)) << name(m);
  }
}

TEST(Distances, HaveNoCorrelationForAConstantRow) {
  const MatrixXd profiles{{0.1, 0.1, 0.1}, {0.2, 0.3, 0.5}};
  EXPECT_TRUE(std::isnan(distances(profiles, measure::correlation)(0, 1)));
  EXPECT_TRUE(std::isnan(distances(profiles, measure::spearman)(0, 0)));
  EXPECT_EQ(distances(profiles, measure::correlation)(1, 1), 1);
}

TEST(Distances, TakeOneDocument) {
  const MatrixXd profiles{{0.2, 0.3, 0.5}};
  for (const auto m : all_measures()) {
    const MatrixXd values = distances(profiles, m);
    ASSERT_EQ(values.size(), 1) << name(m);
    const bool delta = needs_z_scores(m) || m == measure::argamon_linear_delta;
    if (delta) {
      EXPECT_TRUE(std::isnan(values(0, 0))) << name(m);
    } else {
      EXPECT_EQ(values(0, 0), is_similarity(m) ? 1 : 0) << name(m);
    }
  }
}

TEST(Distances, DoNotDependOnDocumentSizeIfSharesOrAngles) {
  MatrixXd counts = random_points::counts(6, 20, 30, 11);
  const MatrixXd doubled = 2 * counts;
  for (const auto m :
       {measure::cosine, measure::correlation, measure::spearman, measure::jaccard, measure::dice, measure::hellinger,
        measure::jensen_shannon, measure::chi_squared, measure::bray_curtis, measure::ruzicka, measure::canberra}) {
    EXPECT_TRUE(distances(doubled, m).isApprox(distances(counts, m), 1e-14)) << name(m);
  }
}

TEST(Distances, TakeHugeAndTinyCounts) {
  const MatrixXd profiles{{1e150, 2e150, 0}, {2e-150, 1e-150, 0}};
  EXPECT_NEAR(distances(profiles, measure::cosine)(0, 1), 0.8, 1e-15);
  EXPECT_NEAR(distances(profiles, measure::jensen_shannon)(0, 1),
              distances(MatrixXd{{1, 2}, {2, 1}}, measure::jensen_shannon)(0, 1), 1e-15);
}

TEST(Distances, RejectWhatIsNotAProfile) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)distances(MatrixXd(0, 3), measure::cosine), std::invalid_argument);
  for (const auto m : all_measures()) {
    EXPECT_THROW((void)distances(MatrixXd{{1, nan}, {1, 2}}, m), std::domain_error) << name(m);
  }
  for (const auto m : {measure::jaccard, measure::ruzicka, measure::dice, measure::canberra, measure::bray_curtis,
                       measure::hellinger, measure::jensen_shannon, measure::chi_squared, measure::eder_simple}) {
    EXPECT_THROW((void)distances(MatrixXd{{1, -1}, {1, 2}}, m), std::domain_error) << name(m);
  }
}

TEST(Distances, NameTheValueTheyReject) {
  try {
    (void)distances(MatrixXd{{1, 2}, {0.5, -1.5}}, measure::hellinger);
    FAIL() << "nothing was thrown";
  } catch (const std::domain_error& error) {
    EXPECT_STREQ(error.what(), "distances: profiles(1, 1) is -1.5, but must be finite and not negative");
  }
}

TEST(Distances, TakeTwoHugeOrTwoTinyDocuments) {
  for (const double size : {1e150, 1e-150}) {
    const MatrixXd profiles = MatrixXd{{1, 2}, {2, 1}} * size;
    EXPECT_NEAR(distances(profiles, measure::cosine)(0, 1), 0.8, 1e-15) << size;
    EXPECT_NEAR(distances(profiles, measure::bray_curtis)(0, 1), 1.0 / 3, 1e-15) << size;
  }
}

// Shares of one profile in several sizes agree but for rounding: never past the end of the range.
TEST(Distances, StayInRangeForOneProfileInSeveralSizes) {
  const MatrixXd counts = random_points::counts(1, 300, 50, 12);
  MatrixXd profiles(40, 300);
  for (int i = 0; i < 40; ++i) profiles.row(i) = counts.row(0) * (1.0 / (3 + i));
  EXPECT_LE(distances(profiles, measure::cosine).maxCoeff(), 1);
  EXPECT_GE(distances(profiles, measure::jensen_shannon).minCoeff(), 0);
  EXPECT_LT(distances(profiles, measure::jensen_shannon).maxCoeff(), 1e-15);
}

}  // namespace
}  // namespace isogloss::statistics
