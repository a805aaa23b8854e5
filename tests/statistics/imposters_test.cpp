#include "isogloss/statistics/imposters.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "isogloss/base/philox.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;

imposter_scores scores(const dense_profiles& profiles, const authorship& authors, Index document,
                       const imposters_options& options = {}, measure m = measure::manhattan) {
  std::vector<Index> terms(static_cast<std::size_t>(profiles.cols()));
  std::iota(terms.begin(), terms.end(), Index{0});
  return score_imposters(profiles, authors, document_scale(profiles, authors.known_without(document), terms, m),
                         document, options);
}

dense_profiles rows(std::initializer_list<std::initializer_list<double>> values) {
  dense_profiles result(static_cast<Index>(values.size()), static_cast<Index>(values.begin()->size()));
  Index i = 0;
  for (const auto& row : values) {
    Index j = 0;
    for (const double value : row) result(i, j++) = value;
    ++i;
  }
  return result;
}

TEST(Imposters, GiveAllToTheAuthorOfTheSameText_NothingToTheOthers) {
  const auto found = scores(rows({{1, 2}, {5, 9}, {1, 2}}), {{0, 1, unknown_author}, 2}, 2);
  EXPECT_EQ(found.closed[0], 1);
  EXPECT_EQ(found.closed[1], 0);
}

TEST(Imposters, GiveAHalfForATie) {
  const auto found = scores(rows({{1, 2}, {1, 2}, {4, 4}}), {{0, 1, unknown_author}, 2}, 2);
  EXPECT_EQ(found.closed[0], 0.5);
  EXPECT_EQ(found.closed[1], 0.5);
}

// By the first term the document is the first author's, by the second the other's; one of two terms is drawn.
TEST(Imposters, DrawHalfOfTheTerms) {
  imposters_options many;
  many.iterations = 10000;
  const auto found = scores(rows({{1, 9}, {9, 1}, {1, 1}}), {{0, 1, unknown_author}, 2}, 2, many);
  EXPECT_NEAR(found.closed[0], 0.5, 0.02);  // four standard deviations
  EXPECT_NEAR(found.closed[1], 0.5, 0.02);
}

// One of the candidate's at distance 2; of four imposters two are nearer, and two are drawn: 1 in 6 draws has neither.
TEST(Imposters, DrawHalfOfTheImpostersAndNoneTwice) {
  imposters_options many;
  many.iterations = 10000;
  const auto found = scores(rows({{2}, {1}, {1}, {3}, {3}, {0}}), {{0, 1, 1, 2, 2, unknown_author}, 3}, 5, many);
  EXPECT_NEAR(found.closed[0], 1.0 / 6, 0.015);  // four standard deviations
}

TEST(Imposters, AreWithoutTheTrueAuthorInTheOpenSet) {
  // The tested document is the first author's; the second is nearer than the third.
  const auto found = scores(rows({{0}, {0}, {5}, {9}}), {{0, 0, 1, 2}, 3}, 0);
  EXPECT_EQ(found.closed[0], 1);
  EXPECT_EQ(found.open[0], 1);
  EXPECT_LT(found.closed[1], 1);  // one of the two others is drawn
  EXPECT_EQ(found.open[1], 1);
  EXPECT_EQ(found.open[2], 0);
}

TEST(Imposters, HaveNoScoreWhereThereIsNothingToCompare) {
  const auto alone = scores(rows({{1}, {2}, {3}}), {{0, 1, 1}, 2}, 0);
  EXPECT_TRUE(std::isnan(alone.closed[0]));  // no other document of the first author
  EXPECT_TRUE(std::isnan(alone.closed[1]));  // and so no imposter
  const auto same =
      scores(dense_profiles::Constant(3, 2, 0.5), {{0, 1, unknown_author}, 2}, 2, {}, measure::burrows_delta);
  EXPECT_TRUE(std::isnan(same.closed[0]));
}

TEST(Imposters, DependOnTheSeedAndOnNothingElse) {
  dense_profiles profiles(12, 40);
  philox random(3);
  for (double& cell : profiles.reshaped()) cell = random.uniform();
  const authorship authors{{0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, unknown_author}, 4};
  imposters_options one, two;
  two.seed = 2;
  const auto first = scores(profiles, authors, 11, one, measure::cosine_delta);
  EXPECT_EQ(first.closed, scores(profiles, authors, 11, one, measure::cosine_delta).closed);
  EXPECT_NE(first.closed, scores(profiles, authors, 11, two, measure::cosine_delta).closed);
  EXPECT_EQ(first.closed, first.open);  // of an unknown author
}

TEST(Imposters, RefuseWhatMakesNoSense) {
  const auto profiles = rows({{1}, {2}, {3}});
  const authorship authors{{0, 1, unknown_author}, 2};
  const auto refused = [&](auto change, Index document = 2) {
    imposters_options options;
    change(options);
    const document_scale scale(profiles, std::vector<Index>{0, 1}, std::vector<Index>{0}, measure::manhattan);
    EXPECT_THROW((void)score_imposters(profiles, authors, scale, document, options), std::invalid_argument);
  };
  refused([](auto& o) { o.iterations = 0; });
  refused([](auto& o) { o.term_share = 0; });
  refused([](auto& o) { o.imposter_share = 1.5; });
  refused([](auto&) {}, 3);
}

}  // namespace
}  // namespace isogloss::statistics
