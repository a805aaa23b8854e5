#include "isogloss/statistics/distances.hpp"
#include "isogloss/statistics/z_scores.hpp"

#include "accounts.hpp"
#include "random_points.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

/// Compares with the rows of one measure of distances-deltas.csv; there must be ten.
void expect_table(const MatrixXd& values, const std::string& features, const std::string& title) {
  int compared = 0;
  for (const auto& r : accounts::table("distances-deltas.csv")) {
    if (r.at("measure") != title || r.at("features") != features) continue;
    const double expected = accounts::number(r, "value");
    const double value = values(accounts::document(r.at("document_a")), accounts::document(r.at("document_b")));
    EXPECT_NEAR(value, expected, 1e-12 * std::abs(expected)) << title << " " << features;
    ++compared;
  }
  EXPECT_EQ(compared, 10) << title;
}

void expect_tables(const std::map<std::string, measure>& measures) {
  for (const std::string features : {"100", "500"}) {
    const MatrixXd profiles = accounts::most_frequent(features);
    for (const auto& [title, m] : measures) {
      expect_table(as_distances(distances(profiles, m), m), features, title);
    }
  }
}

TEST(Deltas, EqualTheTableOfR) {
  expect_tables({{"burrows_delta", measure::burrows_delta},
                 {"argamon_linear", measure::argamon_linear_delta},
                 {"quadratic_delta", measure::quadratic_delta},
                 {"quadratic_delta_over_n", measure::quadratic_delta_over_n},
                 {"cosine_delta", measure::cosine_delta},
                 {"eder_delta_published", measure::eder_delta},
                 {"eder_delta", measure::eder_delta_stylo},
                 {"eder_simple", measure::eder_simple},
                 {"cosine", measure::cosine},
                 {"minmax", measure::ruzicka}});
}

TEST(Deltas, EqualStylo) {
  expect_tables({{"stylo_delta", measure::burrows_delta},
                 {"stylo_argamon", measure::quadratic_delta_over_n},
                 {"stylo_wurzburg", measure::cosine_delta},
                 {"stylo_eder", measure::eder_delta_stylo},
                 {"stylo_simple", measure::eder_simple},
                 {"stylo_cosine", measure::cosine},
                 {"stylo_minmax", measure::ruzicka}});
}

// n = 100: the weights (n - i + 1) / n^2 and (n - i + 2) / n differ in scale and by one term's worth of delta.
TEST(Deltas, RelateEdersPublishedDeltaToStylos) {
  const MatrixXd profiles = accounts::most_frequent("100");
  const MatrixXd published = distances(profiles, measure::eder_delta);
  const MatrixXd burrows = distances(profiles, measure::burrows_delta);
  EXPECT_TRUE(distances(profiles, measure::eder_delta_stylo).isApprox(100 * published + burrows, 1e-13));
}

// Two documents have z = -+ 1/sqrt 2 in every term: |dz| = sqrt 2, by hand.
TEST(Deltas, AreConstantForTwoDocuments) {
  const MatrixXd profiles{{0.5, 0.3, 0.2}, {0.4, 0.5, 0.1}};
  const auto value = [&](measure m) { return distances(profiles, m)(0, 1); };
  EXPECT_NEAR(value(measure::burrows_delta), std::sqrt(2.0), 1e-14);
  EXPECT_NEAR(value(measure::quadratic_delta), std::sqrt(6.0), 1e-14);
  EXPECT_NEAR(value(measure::quadratic_delta_over_n), std::sqrt(6.0) / 3, 1e-14);
  EXPECT_NEAR(value(measure::cosine_delta), 2, 1e-14);
  EXPECT_NEAR(value(measure::eder_delta), std::sqrt(2.0) * (3 + 2 + 1) / 9, 1e-14);
  EXPECT_NEAR(value(measure::eder_delta_stylo), std::sqrt(2.0) * (4 + 3 + 2) / 3, 1e-14);
  EXPECT_NEAR(value(measure::argamon_linear_delta), 2, 1e-14);
}

TEST(Deltas, LeaveOutATermWithoutVariance) {
  const MatrixXd with = accounts::most_frequent("100");
  MatrixXd profiles(5, 101);
  profiles << with.leftCols(10), Eigen::VectorXd::Constant(5, 0.1), with.rightCols(90);
  for (const auto m : all_measures()) {
    if (!needs_z_scores(m) && m != measure::argamon_linear_delta) continue;
    EXPECT_TRUE(distances(profiles, m).isApprox(distances(with, m), 1e-15)) << name(m);
  }
}

TEST(Deltas, DoNotExistWhenAllDocumentsAreAlike) {
  const MatrixXd profiles{{0.1, 0.2}, {0.1, 0.2}, {0.1, 0.2}};
  for (const auto m : all_measures()) {
    if (!needs_z_scores(m) && m != measure::argamon_linear_delta) continue;
    EXPECT_TRUE(distances(profiles, m).array().isNaN().all()) << name(m);
  }
}

// The second document is the mean of the others, so its z-scores are 0 and have no direction.
TEST(Deltas, HaveNoCosineForADocumentAtTheMean) {
  const MatrixXd profiles{{1, 4}, {2, 3}, {3, 2}};
  const MatrixXd values = distances(profiles, measure::cosine_delta);
  EXPECT_TRUE(values.row(1).array().isNaN().all());
  EXPECT_NEAR(values(0, 2), 2, 1e-15);
  EXPECT_EQ(distances(profiles, measure::burrows_delta)(1, 1), 0);
}

TEST(Deltas, DoNotDependOnTheScaleOfATerm) {
  const MatrixXd profiles = random_points::uniform(7, 9, 3);
  MatrixXd scaled = profiles;
  scaled.col(4) *= 1000;
  for (const auto m : all_measures()) {
    if (!needs_z_scores(m) && m != measure::argamon_linear_delta) continue;
    EXPECT_TRUE(distances(scaled, m).isApprox(distances(profiles, m), 1e-12)) << name(m);
  }
}

TEST(DeltasBetween, AreTheDeltasOfOnePoolOfScores) {
  const MatrixXd profiles = accounts::most_frequent("500");
  const MatrixXd z = z_scores(profiles).z;
  for (const auto m : all_measures()) {
    if (!needs_z_scores(m)) continue;
    const MatrixXd values = deltas_between(z.topRows(2), z, m);
    EXPECT_TRUE(values.isApprox(distances(profiles, m).topRows(2), 1e-13)) << name(m);
    EXPECT_EQ(values(0, 0), 0) << name(m);
    EXPECT_EQ(values(1, 1), 0) << name(m);
  }
}

TEST(DeltasBetween, DoNotExistWithoutTerms) {
  const MatrixXd values = deltas_between(MatrixXd(2, 0), MatrixXd(3, 0), measure::burrows_delta);
  EXPECT_EQ(values.rows(), 2);
  EXPECT_EQ(values.cols(), 3);
  EXPECT_TRUE(values.array().isNaN().all());
}

TEST(DeltasBetween, RejectOtherMeasuresAndOtherTerms) {
  const MatrixXd z = MatrixXd::Ones(2, 3);
  EXPECT_THROW((void)deltas_between(z, z, measure::euclidean), std::invalid_argument);
  EXPECT_THROW((void)deltas_between(z, MatrixXd::Ones(2, 4), measure::burrows_delta), std::invalid_argument);
  EXPECT_THROW((void)deltas_between(z, z / 0.0, measure::burrows_delta), std::domain_error);
}

}  // namespace
}  // namespace isogloss::statistics
