#include "isogloss/statistics/distances.hpp"

#include "accounts.hpp"
#include "random_points.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>

namespace isogloss::statistics {
namespace {

using Eigen::MatrixXd;

/// Compares with the rows of one measure of distances-frequencies.csv; there must be ten.
void expect_table(const MatrixXd& values, const std::string& measure_name, double tolerance) {
  int compared = 0;
  for (const auto& r : accounts::table("distances-frequencies.csv")) {
    if (r.at("measure") != measure_name) continue;
    const double expected = accounts::number(r, "value");
    const double value = values(accounts::document(r.at("document_a")), accounts::document(r.at("document_b")));
    EXPECT_NEAR(value, expected, tolerance * std::abs(expected))
        << measure_name << " " << r.at("document_a") << " " << r.at("document_b");
    ++compared;
  }
  EXPECT_EQ(compared, 10) << measure_name;
}

TEST(Distances, EqualTheTableOfR) {
  const std::map<std::string, measure> measures{
      {"euclidean", measure::euclidean},
      {"manhattan", measure::manhattan},
      {"canberra", measure::canberra},
      {"cosine_similarity", measure::cosine},
      {"correlation_similarity", measure::correlation},
      {"jaccard_similarity", measure::jaccard},
      {"ejaccard_similarity", measure::extended_jaccard},
      {"edice_similarity", measure::extended_dice},
      {"braycurtis", measure::bray_curtis},
      {"hellinger", measure::hellinger},
      {"jensen_shannon_bits", measure::jensen_shannon},
  };
  for (const auto& [title, m] : measures) expect_table(distances(accounts::frequencies(), m), title, 1e-12);
}

TEST(Distances, EqualTheTableOfRForCounts) {
  expect_table(distances(accounts::counts(), measure::chi_squared), "chi2_profile", 1e-12);
  expect_table(distances(accounts::counts(), measure::bray_curtis), "braycurtis_counts", 1e-12);
  expect_table(distances(accounts::counts(), measure::hellinger), "hellinger", 1e-12);
  expect_table(distances(accounts::counts(), measure::jensen_shannon), "jensen_shannon_bits", 1e-12);
}

TEST(Distances, TurnRuzickaIntoTheMinMaxDistance) {
  const MatrixXd values = distances(accounts::frequencies(), measure::ruzicka);
  expect_table(as_distances(values, measure::ruzicka), "minmax_distance", 1e-12);
}

// proxyC rounds to 14 digits.
TEST(Distances, EqualQuanteda) {
  const std::map<std::string, measure> measures{
      {"quanteda_euclidean", measure::euclidean},       {"quanteda_manhattan", measure::manhattan},
      {"quanteda_canberra", measure::canberra},         {"quanteda_cosine", measure::cosine},
      {"quanteda_correlation", measure::correlation},   {"quanteda_jaccard", measure::jaccard},
      {"quanteda_ejaccard", measure::extended_jaccard}, {"quanteda_edice", measure::extended_dice},
  };
  for (const auto& [title, m] : measures) expect_table(distances(accounts::frequencies(), m), title, 1e-11);
}

// R's dist() scales canberra up to all terms: docs/parity-distances.md.
TEST(Distances, DifferFromRsCanberraByTheShareOfTermsInThePair) {
  MatrixXd values = distances(accounts::frequencies(), measure::canberra);
  const auto& p = accounts::frequencies();
  for (Eigen::Index i = 0; i < 5; ++i) {
    for (Eigen::Index j = 0; j < 5; ++j) {
      const auto in_pair = ((p.row(i) + p.row(j)).array() > 0).count();
      values(i, j) *= static_cast<double>(p.cols()) / static_cast<double>(in_pair);
    }
  }
  expect_table(values, "r_dist_canberra", 1e-12);
}

// p = (1/2, 1/2, 0), q = (0, 1/2, 1/2)
TEST(Distances, EqualValuesByHand) {
  const MatrixXd profiles{{0.5, 0.5, 0}, {0, 0.5, 0.5}};
  const auto value = [&](measure m) { return distances(profiles, m)(1, 0); };
  EXPECT_NEAR(value(measure::cosine), 0.5, 1e-15);
  EXPECT_NEAR(value(measure::correlation), -0.5, 1e-15);
  EXPECT_NEAR(value(measure::spearman), -0.5, 1e-15);
  EXPECT_DOUBLE_EQ(value(measure::jaccard), 1.0 / 3);
  EXPECT_DOUBLE_EQ(value(measure::ruzicka), 1.0 / 3);
  EXPECT_DOUBLE_EQ(value(measure::dice), 0.5);
  EXPECT_DOUBLE_EQ(value(measure::extended_jaccard), 1.0 / 3);
  EXPECT_DOUBLE_EQ(value(measure::extended_dice), 0.5);
  EXPECT_DOUBLE_EQ(value(measure::euclidean), std::sqrt(0.5));
  EXPECT_DOUBLE_EQ(value(measure::manhattan), 1);
  EXPECT_DOUBLE_EQ(value(measure::canberra), 2);
  EXPECT_DOUBLE_EQ(value(measure::bray_curtis), 0.5);
  EXPECT_DOUBLE_EQ(value(measure::hellinger), std::sqrt(0.5));
  EXPECT_DOUBLE_EQ(value(measure::jensen_shannon), 0.5);
  EXPECT_DOUBLE_EQ(value(measure::chi_squared), std::sqrt(0.25 / 0.25 * 2));
  EXPECT_DOUBLE_EQ(value(measure::eder_simple), 2 * std::sqrt(0.5));
}

// Ranks 1 2.5 2.5 4 and 4 2 3 1: r = -4.5 / sqrt(4.5 * 5), by hand.
TEST(Distances, ShareRanksInSpearmansCorrelation) {
  const MatrixXd profiles{{0.1, 0.2, 0.2, 0.5}, {0.4, 0.2, 0.3, 0.1}};
  EXPECT_NEAR(distances(profiles, measure::spearman)(0, 1), -4.5 / std::sqrt(22.5), 1e-15);
}

TEST(Distances, RelateDiceToJaccardAndRuzickaToBrayCurtis) {
  const auto& p = accounts::frequencies();
  const Eigen::ArrayXXd jaccard = distances(p, measure::jaccard).array();
  EXPECT_TRUE(distances(p, measure::dice).array().isApprox(2 * jaccard / (1 + jaccard), 1e-15));
  const Eigen::ArrayXXd bray_curtis = distances(p, measure::bray_curtis).array();
  EXPECT_TRUE(distances(p, measure::ruzicka).array().isApprox((1 - bray_curtis) / (1 + bray_curtis), 1e-14));
}

TEST(Distances, AreExactForEqualRowsAndSymmetric) {
  MatrixXd counts = random_points::counts(21, 37, 50, 7);
  counts.row(20) = counts.row(3);
  for (const auto m : all_measures()) {
    const MatrixXd values = distances(counts, m);
    const double same = is_similarity(m) ? 1 : 0;
    EXPECT_EQ(values(20, 3), same) << name(m);
    EXPECT_TRUE((values.diagonal().array() == same).all()) << name(m);
    EXPECT_EQ(values, values.transpose()) << name(m);
    EXPECT_NE(values(1, 0), same) << name(m);
  }
}

TEST(Distances, FollowPermutedDocuments) {
  const MatrixXd counts = random_points::counts(19, 30, 50, 8);
  const MatrixXd reversed = counts.colwise().reverse();
  for (const auto m : all_measures()) {
    const MatrixXd expected = distances(counts, m).reverse();
    EXPECT_TRUE(distances(reversed, m).isApprox(expected, 1e-13)) << name(m);
  }
}

TEST(Distances, StayWithinTheirRange) {
  const MatrixXd counts = random_points::counts(20, 12, 5, 9);
  for (const auto m :
       {measure::jaccard, measure::ruzicka, measure::dice, measure::extended_jaccard, measure::extended_dice,
        measure::cosine, measure::bray_curtis, measure::hellinger, measure::jensen_shannon}) {
    const MatrixXd values = distances(counts, m);
    EXPECT_GE(values.minCoeff(), 0) << name(m);
    EXPECT_LE(values.maxCoeff(), 1) << name(m);
  }
}

TEST(Distances, KeepTheTriangleInequality) {
  const MatrixXd counts = random_points::counts(15, 12, 5, 10);
  for (const auto m : {measure::euclidean, measure::manhattan, measure::canberra, measure::hellinger,
                       measure::chi_squared, measure::burrows_delta, measure::quadratic_delta,
                       measure::argamon_linear_delta, measure::jaccard, measure::ruzicka}) {
    const MatrixXd d = as_distances(distances(counts, m), m);
    for (int i = 0; i < 15; ++i) {
      for (int j = 0; j < 15; ++j) {
        for (int k = 0; k < 15; ++k) EXPECT_LE(d(i, j), d(i, k) + d(k, j) + 1e-12) << name(m);
      }
    }
  }
}

TEST(AsDistances, TurnsSimilaritiesOnly) {
  const MatrixXd values{{1, 0.25}, {0.25, 1}};
  EXPECT_EQ(as_distances(values, measure::cosine), (MatrixXd{{0, 0.75}, {0.75, 0}}));
  EXPECT_EQ(as_distances(values, measure::manhattan), values);
}

}  // namespace
}  // namespace isogloss::statistics
