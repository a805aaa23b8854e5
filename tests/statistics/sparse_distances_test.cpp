#include "isogloss/statistics/distances.hpp"

#include "accounts.hpp"
#include "random_points.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

sparse_profiles sparse(const MatrixXd& values) {
  return values.sparseView();
}

TEST(SparseDistances, EqualTheDenseOnesForTheAccounts) {
  for (const auto m : all_measures()) {
    const auto& profiles = needs_counts(m) ? accounts::counts() : accounts::frequencies();
    const MatrixXd expected = distances(profiles, m);
    EXPECT_TRUE(distances(sparse(profiles), m).isApprox(expected, 1e-13)) << name(m);
  }
}

TEST(SparseDistances, EqualTheDenseOnesForRandomCounts) {
  const MatrixXd counts = random_points::counts(40, 60, 9, 21);
  for (const auto m : all_measures())
    EXPECT_TRUE(distances(sparse(counts), m).isApprox(distances(counts, m), 1e-12)) << name(m);
}

TEST(SparseDistances, AreExactForEqualRowsAndSymmetric) {
  MatrixXd counts = random_points::counts(20, 37, 50, 22);
  counts.row(19) = counts.row(2);
  for (const auto m : all_measures()) {
    const MatrixXd values = distances(sparse(counts), m);
    EXPECT_EQ(values(19, 2), is_similarity(m) ? 1 : 0) << name(m);
    EXPECT_EQ(values, values.transpose()) << name(m);
  }
}

TEST(SparseDistances, DoNotExistWhereTheDenseOnesDoNot) {
  const MatrixXd profiles{{0.5, 0.5, 0}, {0, 0, 0}, {0.1, 0.1, 0.1}, {0, 0, 0}, {0.25, 0.5, 0.25}};
  for (const auto m : all_measures()) {
    const auto expected = distances(profiles, m).array().isNaN().eval();
    EXPECT_TRUE((distances(sparse(profiles), m).array().isNaN() == expected).all()) << name(m);
  }
}

TEST(SparseDistances, TakeStoredZeros) {
  sparse_profiles stored = sparse(MatrixXd{{1, 2, 0}, {0, 1, 3}});
  stored.coeffRef(0, 2) = 0;
  for (const auto m : all_measures()) {
    EXPECT_TRUE(distances(stored, m).isApprox(distances(MatrixXd(stored), m), 1e-14)) << name(m);
  }
}

TEST(SparseDistances, RejectWhatIsNotAProfile) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)distances(sparse_profiles(0, 3), measure::cosine), std::invalid_argument);
  EXPECT_THROW((void)distances(sparse(MatrixXd{{1, nan}}), measure::cosine), std::domain_error);
  EXPECT_THROW((void)distances(sparse(MatrixXd{{1, -1}}), measure::bray_curtis), std::domain_error);
}

TEST(SparseDistances, HaveNoCorrelationForAConstantRow) {
  for (const double value : {0.1, 0.3, 1.0 / 7, 0.9, 1e-5}) {
    const MatrixXd profiles{{value, value, value, value, value, value, value}, {1, 2, 0, 0, 3, 0, 0}};
    const MatrixXd values = distances(sparse(profiles), measure::correlation);
    EXPECT_TRUE(values.row(0).array().isNaN().all()) << value;
    EXPECT_TRUE(values.col(0).array().isNaN().all()) << value;
    EXPECT_EQ(values(1, 1), 1);
  }
}

TEST(SparseDistances, TellApartTheSameCountsOfOtherTerms) {
  EXPECT_NEAR(distances(sparse(MatrixXd{{1, 0, 2}, {0, 1, 2}}), measure::cosine)(0, 1), 0.8, 1e-15);
}

}  // namespace
}  // namespace isogloss::statistics
