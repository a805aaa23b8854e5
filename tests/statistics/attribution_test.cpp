#include "isogloss/statistics/attribution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using terms_of_documents = std::vector<std::vector<Index>>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Documents on a line; manhattan distances are differences.
dense_profiles on_a_line(const std::vector<double>& places) {
  dense_profiles profiles(static_cast<Index>(places.size()), 1);
  for (std::size_t i = 0; i < places.size(); ++i) profiles(static_cast<Index>(i), 0) = places[i];
  return profiles;
}

author_distances on_a_line(const std::vector<double>& places, const authorship& authors, attribution_rule rule) {
  const dense_profiles profiles = on_a_line(places);
  const held_out_scales scales(profiles, authors, terms_of_documents(places.size(), {0}), measure::manhattan);
  return distances_to_authors(profiles, authors, scales, rule);
}

Eigen::VectorXd vector(std::initializer_list<double> values) {
  Eigen::VectorXd v(static_cast<Index>(values.size()));
  Index i = 0;
  for (const double value : values) v[i++] = value;
  return v;
}

TEST(Attribution, TakesTheNearestDocumentOfEveryAuthorButTheOneTested) {
  const authorship authors{{0, 0, 1, 1, unknown_author}, 2};
  const auto d = on_a_line({1, 4, 10, 20, 6}, authors, attribution_rule::nearest_neighbour);
  Eigen::MatrixXd expected(5, 2);
  expected << 3, 9, 3, 6, 6, 10, 16, 10, 2, 4;
  EXPECT_EQ(d.values, expected);
  Eigen::MatrixXi nearest(5, 2);
  nearest << 1, 2, 0, 2, 1, 3, 1, 2, 1, 2;
  EXPECT_EQ(d.nearest, nearest);
}

TEST(Attribution, TakesTheMeanOfAnAuthorsDocumentsButTheOneTested) {
  const authorship authors{{0, 0, 0, 1, unknown_author}, 2};
  const auto d = on_a_line({0, 2, 10, 5, 7}, authors, attribution_rule::nearest_profile);
  Eigen::MatrixXd expected(5, 2);
  expected << 6, 5, 3, 3, 9, 5, 1, nan, 3, 2;
  EXPECT_TRUE(std::isnan(d.values(3, 1)));
  for (Index i = 0; i < 5; ++i) {
    for (Index a = 0; a < 2; ++a) {
      if (std::isnan(expected(i, a))) continue;
      EXPECT_EQ(d.values(i, a), expected(i, a)) << i << " " << a;
    }
  }
  EXPECT_EQ(d.nearest, Eigen::MatrixXi::Constant(5, 2, -1));
}

TEST(Attribution, HasNoPartOfTheTestedDocumentInItsScale) {
  // The tested document is far away; only on a scale without it does it stay as far as it is.
  const authorship authors{{0, 0, 1, 1}, 2};
  const dense_profiles profiles = on_a_line({1, 2, 3, 1000});
  const held_out_scales scales(profiles, authors, terms_of_documents(4, {0}), measure::burrows_delta);
  const auto d = distances_to_authors(profiles, authors, scales, attribution_rule::nearest_neighbour);
  EXPECT_DOUBLE_EQ(d.values(3, 1), 997);  // the deviation of 1, 2, 3 is 1
  EXPECT_DOUBLE_EQ(d.values(3, 0), 998);
  const held_out_scales of_all(profiles, std::vector<Index>{0}, measure::burrows_delta);
  EXPECT_LT(distances_to_authors(profiles, authors, of_all, attribution_rule::nearest_neighbour).values(3, 1), 2.1);
}

TEST(Attribution, TakesResampledProfilesOnTheScaleOfTheTexts) {
  const authorship authors{{0, 1, unknown_author}, 2};
  const dense_profiles profiles = on_a_line({1, 3, 2});
  const held_out_scales scales(profiles, authors, terms_of_documents(3, {0}), measure::quadratic_delta);
  const auto d = distances_to_authors(on_a_line({1, 3, 5}), authors, scales, attribution_rule::nearest_neighbour);
  EXPECT_NEAR(d.values(2, 0), 4 / std::sqrt(2.0), 1e-14);  // 1 and 3 deviate by the root of 2
  EXPECT_NEAR(d.values(2, 1), 2 / std::sqrt(2.0), 1e-14);
}

TEST(HeldOutTerms, AreTheMostFrequentOfTheOtherDocumentsOfKnownAuthor) {
  counts::sparse_matrix counts(4, 4);
  const std::vector<Eigen::Triplet<double>> cells = {{0, 0, 9}, {0, 1, 1}, {1, 1, 5}, {1, 2, 5},
                                                     {2, 2, 1}, {2, 3, 2}, {3, 3, 99}};
  counts.setFromTriplets(cells.begin(), cells.end());
  const auto terms = held_out_terms(counts, {{0, 0, 1, unknown_author}, 2}, 2);
  EXPECT_EQ(terms[0], (std::vector<Index>{2, 1}));  // 6 and 5; the 9 of the first column are its own
  EXPECT_EQ(terms[1], (std::vector<Index>{0, 3}));
  EXPECT_EQ(terms[2], (std::vector<Index>{0, 1}));
  EXPECT_EQ(terms[3], (std::vector<Index>{0, 1}));  // 6 and 6: the lower column; the 99 are of unknown author
  EXPECT_EQ(held_out_terms(counts, {{0, 0, 1, unknown_author}, 2}, 9)[0], (std::vector<Index>{2, 1, 3}));
  EXPECT_THROW((void)held_out_terms(counts, {{0, 0, 1}, 2}, 2), std::invalid_argument);
}

TEST(Ranked, PutsEquallyNearAuthorsInTheirOrderAndThoseWithoutADistanceLast) {
  EXPECT_EQ(ranked(vector({2, nan, 1, 2})), (std::vector<int>{2, 0, 3, 1}));
  EXPECT_EQ(nearest_author(vector({2, nan, 1, 1})), 2);
  EXPECT_EQ(nearest_author(vector({nan, nan})), std::nullopt);
}

TEST(Margin, IsHowMuchNearerAnAuthorIsThanTheNearestOther) {
  const auto d = vector({3, 1, 1.5, nan});
  EXPECT_EQ(margin(d, 1), 0.5);
  EXPECT_EQ(margin(d, 2), -0.5);
  EXPECT_EQ(margin(d, 0), -2);
  EXPECT_TRUE(std::isnan(margin(d, 3)));
  EXPECT_TRUE(std::isnan(margin(vector({1}), 0)));
  EXPECT_EQ(margin(vector({1, 1}), 0), 0);
}

TEST(Attribution, RefusesWhatMakesNoSense) {
  const dense_profiles profiles = on_a_line({1, 2, 3});
  const terms_of_documents terms(3, {0});
  EXPECT_THROW(held_out_scales(profiles, {{0, 1, 2}, 2}, terms, measure::cosine), std::invalid_argument);
  EXPECT_THROW(held_out_scales(profiles, {{0, 1}, 2}, terms, measure::cosine), std::invalid_argument);
  EXPECT_THROW(held_out_scales(profiles, {{0, -1, -1}, 1}, terms, measure::cosine), std::invalid_argument);
  const authorship authors{{0, 1, 1}, 2};
  const held_out_scales scales(profiles, authors, terms, measure::cosine);
  EXPECT_THROW((void)distances_to_authors(on_a_line({1, 2}), authors, scales, attribution_rule::nearest_profile),
               std::invalid_argument);
}

}  // namespace
}  // namespace isogloss::statistics
