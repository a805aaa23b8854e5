#include "isogloss/statistics/correspondence_analysis.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "accounts.hpp"
#include "large_counts.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using sparse = Eigen::SparseMatrix<double, Eigen::RowMajor>;

const sparse& table_of_accounts() {
  static const sparse table = [] {
    std::vector<Index> columns;
    for (Index j = 0; j < accounts::counts().cols(); ++j) {
      if (accounts::counts().col(j).sum() >= 5) columns.push_back(j);
    }
    return sparse(MatrixXd(accounts::counts()(Eigen::all, columns)).sparseView());
  }();
  return table;
}

// R's axes point by their largest row coordinate, ours by their largest column loading.
double turn(const MatrixXd& rows, Index axis) {
  Index at = 0;
  rows.col(axis).cwiseAbs().maxCoeff(&at);
  return rows(at, axis) > 0 ? 1 : -1;
}

TEST(CorrespondenceAnalysis, HasTheRowsOfR) {
  const auto result = correspondence_analysis(table_of_accounts());
  ASSERT_EQ(table_of_accounts().cols(), 792);
  ASSERT_EQ(result.singular_values.size(), 4);
  for (const auto& r : accounts::table("ca-rows.csv")) {
    const auto& rows = r.at("type") == "standard" ? result.rows_standard : result.rows_principal;
    const Index axis = std::stol(r.at("axis")) - 1;
    const double value = turn(result.rows_standard, axis) * rows(accounts::document(r.at("document")), axis);
    EXPECT_NEAR(value, accounts::number(r, "value"), 1e-12);
  }
}

double inertia_of(const correspondence_analysis_result& result, const std::string& measure, Index axis) {
  if (measure == "total_inertia") return result.total_inertia;
  if (measure == "share") return result.shares[axis];
  if (measure == "inertia") return std::pow(result.singular_values[axis], 2);
  return result.singular_values[axis];
}

TEST(CorrespondenceAnalysis, HasTheInertiasOfR) {
  const auto result = correspondence_analysis(table_of_accounts());
  for (const auto& r : accounts::table("ca-inertia.csv")) {
    const Index axis = std::stol(r.at("axis")) - 1;  // -1 of the total
    EXPECT_NEAR(inertia_of(result, r.at("measure"), axis), accounts::number(r, "value"), 1e-13);
  }
}

TEST(CorrespondenceAnalysis, HasTheMassesOfR) {
  const auto result = correspondence_analysis(table_of_accounts());
  for (const auto& r : accounts::table("ca-row-masses.csv")) {
    const Index row = accounts::document(r.at("document"));
    EXPECT_NEAR(result.row_masses[row], accounts::number(r, "mass"), 1e-15);
    EXPECT_NEAR(result.row_inertias[row], accounts::number(r, "inertia"), 1e-14);
    EXPECT_NEAR(result.rows_principal.row(row).norm(), accounts::number(r, "chi2_distance"), 1e-13);
  }
}

// ((3, 1), (1, 3)): inertia (4 * 1^2 / 2) / 8 = 0.25, one axis of 0.5, masses of a half.
TEST(CorrespondenceAnalysis, OfTwoByTwoByHand) {
  const auto result = correspondence_analysis(sparse(MatrixXd{{3, 1}, {1, 3}}.sparseView()));
  ASSERT_EQ(result.singular_values.size(), 1);
  EXPECT_NEAR(result.singular_values[0], 0.5, 1e-15);
  EXPECT_NEAR(result.total_inertia, 0.25, 1e-15);
  EXPECT_NEAR(result.rows_standard(0, 0), 1, 1e-14);
  EXPECT_NEAR(result.rows_principal(1, 0), -0.5, 1e-14);
  EXPECT_NEAR(result.columns_standard(0, 0), 1, 1e-14);
  EXPECT_NEAR(result.columns_principal(1, 0), -0.5, 1e-14);
  EXPECT_NEAR(result.column_loadings(0, 0), std::sqrt(0.5), 1e-15);
}

// Transition: a row lies at the mean of the columns' standard coordinates, by its profile.
TEST(CorrespondenceAnalysis, PutsARowAmongItsColumns) {
  const auto result = correspondence_analysis(table_of_accounts());
  const MatrixXd counts(table_of_accounts());
  const MatrixXd profiles = counts.array().colwise() / counts.rowwise().sum().array();
  EXPECT_TRUE(result.rows_principal.isApprox(profiles * result.columns_standard, 1e-11));
}

TEST(CorrespondenceAnalysis, DoesNotChangeWhenAllCountsAreDoubled) {
  const auto once = correspondence_analysis(table_of_accounts(), 2);
  const auto twice = correspondence_analysis(sparse(2 * table_of_accounts()), 2);
  EXPECT_TRUE(twice.rows_principal.isApprox(once.rows_principal, 1e-12));
  EXPECT_NEAR(twice.total_inertia, once.total_inertia, 1e-14);
}

TEST(CorrespondenceAnalysis, FollowsTheRowsWhenTheseArePermuted) {
  const MatrixXd counts(table_of_accounts());
  const std::vector<Index> order{3, 0, 4, 2, 1};
  const auto before = correspondence_analysis(table_of_accounts(), 2);
  const auto after = correspondence_analysis(sparse(MatrixXd(counts(order, Eigen::all)).sparseView()), 2);
  EXPECT_TRUE(after.rows_principal.isApprox(before.rows_principal(order, Eigen::all), 1e-11));
  EXPECT_TRUE(after.column_loadings.isApprox(before.column_loadings, 1e-11));
}

TEST(CorrespondenceAnalysis, HasNoAxesWhereAllProfilesAreAlike) {
  const auto result = correspondence_analysis(sparse(MatrixXd{{1, 2, 3}, {2, 4, 6}}.sparseView()));
  EXPECT_EQ(result.singular_values.size(), 0);
  EXPECT_NEAR(result.total_inertia, 0, 1e-30);
}

TEST(CorrespondenceAnalysis, GivesARowOfZerosNoPlace) {
  const auto result = correspondence_analysis(sparse(MatrixXd{{3, 1}, {1, 3}, {0, 0}}.sparseView()));
  EXPECT_NEAR(result.rows_standard(0, 0), 1, 1e-14);
  EXPECT_TRUE(std::isnan(result.rows_standard(2, 0)));
  EXPECT_EQ(result.row_masses[2], 0);
}

TEST(CorrespondenceAnalysis, OfNothingButZerosHasNoInertia) {
  for (const auto& result : {correspondence_analysis(sparse(3, 4)), correspondence_analysis(sparse(3, 0))}) {
    EXPECT_TRUE(std::isnan(result.total_inertia));
    EXPECT_EQ(result.rows_principal.rows(), 3);
    EXPECT_EQ(result.rows_principal.cols(), 0);
  }
}

TEST(CorrespondenceAnalysis, RejectsWhatIsNoCount) {
  EXPECT_THROW(static_cast<void>(correspondence_analysis(sparse(MatrixXd{{1, -1}}.sparseView()))), std::domain_error);
  EXPECT_THROW(static_cast<void>(correspondence_analysis(sparse(0, 4))), std::invalid_argument);
}

TEST(CorrespondenceAnalysis, OfALargeTableIsThatOfTheWhole) {
  const sparse table = large_counts().sparseView();
  const auto all = correspondence_analysis(table);
  const auto few = correspondence_analysis(table, 3);
  EXPECT_TRUE(few.rows_principal.isApprox(all.rows_principal.leftCols(3), 1e-9));
  EXPECT_TRUE(few.column_loadings.isApprox(all.column_loadings.leftCols(3), 1e-9));
  EXPECT_NEAR(few.total_inertia, all.total_inertia, 1e-12 * all.total_inertia);
}

}  // namespace
}  // namespace isogloss::statistics
