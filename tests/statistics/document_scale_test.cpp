#include "isogloss/statistics/document_scale.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "isogloss/base/philox.hpp"
#include "isogloss/statistics/distances.hpp"
#include "isogloss/statistics/z_scores.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

dense_profiles random_profiles(Index documents, Index terms) {
  philox random(7);
  dense_profiles profiles(documents, terms);
  for (Index i = 0; i < documents; ++i) {
    for (Index j = 0; j < terms; ++j) profiles(i, j) = random.uniform() / static_cast<double>(j + 1);
  }
  return profiles;
}

std::vector<Index> first(Index n) {
  std::vector<Index> rows(static_cast<std::size_t>(n));
  std::iota(rows.begin(), rows.end(), Index{0});
  return rows;
}

TEST(DocumentScale, PlacesByTheMeansAndDeviationsOfItsDocumentsOnly) {
  const dense_profiles profiles = random_profiles(7, 9);
  const MatrixXd training = profiles.topRows(5), tested = profiles.bottomRows(2);
  const standard_scores scores = z_scores(training);
  for (const measure m : all_measures()) {
    if (!needs_z_scores(m)) continue;
    const document_scale scale(profiles, first(5), first(9), m);
    const MatrixXd found = scale.distances(scale.placed(profiles.bottomRows(2)), scale.placed(profiles.topRows(5)));
    const MatrixXd expected = deltas_between(z_scores(tested, scores), scores.z, m);
    EXPECT_LT((found - expected).cwiseAbs().maxCoeff(), 1e-12 * expected.maxCoeff()) << name(m);
  }
}

TEST(DocumentScale, OfAllDocumentsGivesTheDistancesBetweenThem) {
  const dense_profiles profiles = random_profiles(6, 8);
  for (const measure m : all_measures()) {
    if (!can_place(m)) continue;
    const document_scale scale(profiles, first(6), first(8), m);
    const MatrixXd found = scale.distances(scale.placed(profiles), scale.placed(profiles));
    const MatrixXd expected = as_distances(distances(MatrixXd(profiles), m), m);
    EXPECT_LT((found - expected).cwiseAbs().maxCoeff(), 1e-12 * std::max(1.0, expected.maxCoeff())) << name(m);
    EXPECT_EQ(found.diagonal().cwiseAbs().maxCoeff(), 0) << name(m);
  }
}

TEST(DocumentScale, TakesItsTermsInTheirOrder) {
  const dense_profiles profiles = random_profiles(5, 4);
  const std::vector<Index> terms = {3, 0, 2};
  const document_scale scale(profiles, first(5), terms, measure::eder_delta);
  const MatrixXd chosen = profiles(Eigen::all, terms);
  const MatrixXd expected = distances(chosen, measure::eder_delta);
  const MatrixXd found = scale.distances(scale.placed(profiles), scale.placed(profiles));
  EXPECT_LT((found - expected).cwiseAbs().maxCoeff(), 1e-13);
  EXPECT_EQ(scale.n_terms(), 3U);
}

TEST(DocumentScale, PlacesBySomeOfItsTermsWithTheWeightsTheyHave) {
  const dense_profiles profiles = random_profiles(5, 4);
  const std::vector<Index> some = {0, 2}, others = {1, 3};
  const document_scale delta(profiles, first(5), first(4), measure::burrows_delta);
  const auto between = [&](const std::vector<Index>& places) {
    return delta.distances(delta.placed(profiles, places), delta.placed(profiles, places));
  };
  EXPECT_LT((between(some) + between(others) - between(first(4))).cwiseAbs().maxCoeff(), 1e-14);
  const document_scale ruzicka(profiles, first(5), first(4), measure::ruzicka);
  const MatrixXd chosen = profiles(Eigen::all, some);
  const MatrixXd expected = 1 - distances(chosen, measure::ruzicka).array();
  EXPECT_LT((ruzicka.distances(ruzicka.placed(profiles, some), ruzicka.placed(profiles, some)) - expected)
                .cwiseAbs()
                .maxCoeff(),
            1e-14);
}

TEST(DocumentScale, LeavesOutATermThatIsTheSameInItsDocuments_HoweverItIsInOthers) {
  dense_profiles profiles = random_profiles(4, 3);
  profiles.col(1).setConstant(0.25);
  profiles(3, 1) = 100;
  for (const measure m : {measure::burrows_delta, measure::cosine_delta, measure::argamon_linear_delta}) {
    const document_scale scale(profiles, first(3), first(3), m);
    const document_scale without(profiles, first(3), std::vector<Index>{0, 2}, m);
    EXPECT_NEAR(scale.distances(scale.placed(profiles), scale.placed(profiles))(3, 0),
                without.distances(without.placed(profiles), without.placed(profiles))(3, 0), 1e-14)
        << name(m);
  }
}

TEST(DocumentScale, HasNoDistancesWhereNoTermVaries) {
  const dense_profiles same = dense_profiles::Constant(3, 2, 0.5);
  for (const measure m : {measure::burrows_delta, measure::cosine_delta, measure::argamon_linear_delta}) {
    const document_scale scale(same, first(3), first(2), m);
    EXPECT_TRUE(scale.distances(scale.placed(same), scale.placed(same)).array().isNaN().all()) << name(m);
  }
  const document_scale one(random_profiles(3, 2), first(1), first(2), measure::burrows_delta);
  EXPECT_TRUE(one.placed(random_profiles(3, 2)).array().isNaN().all());
}

TEST(DocumentScale, HasNoDistancesFromADocumentWithoutItsTerms) {
  dense_profiles profiles = random_profiles(3, 2);
  profiles.row(0).setZero();
  for (const measure m : {measure::cosine, measure::jensen_shannon, measure::hellinger}) {
    const document_scale scale(profiles, first(3), first(2), m);
    const MatrixXd d = scale.distances(scale.placed(profiles), scale.placed(profiles));
    EXPECT_TRUE(std::isnan(d(0, 1))) << name(m);
    EXPECT_FALSE(std::isnan(d(1, 2))) << name(m);
  }
}

TEST(DocumentScale, RefusesWhatMakesNoSense) {
  dense_profiles profiles = random_profiles(3, 2);
  EXPECT_THROW(document_scale(profiles, first(3), first(2), measure::chi_squared), std::invalid_argument);
  EXPECT_THROW(document_scale(profiles, first(3), first(2), measure::spearman), std::invalid_argument);
  EXPECT_THROW(document_scale(profiles, first(0), first(2), measure::cosine), std::invalid_argument);
  EXPECT_THROW(document_scale(profiles, first(4), first(2), measure::cosine), std::invalid_argument);
  EXPECT_THROW(document_scale(profiles, first(3), first(0), measure::cosine), std::invalid_argument);
  EXPECT_THROW(document_scale(profiles, first(3), first(3), measure::cosine), std::invalid_argument);
  profiles(1, 1) = std::numeric_limits<double>::infinity();
  EXPECT_THROW(document_scale(profiles, first(3), first(2), measure::burrows_delta), std::domain_error);
}

}  // namespace
}  // namespace isogloss::statistics
