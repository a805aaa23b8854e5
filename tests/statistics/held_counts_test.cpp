#include "isogloss/statistics/held_counts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include "isogloss/statistics/dispersion.hpp"
#include "isogloss/statistics/quasi_poisson.hpp"
#include "isogloss/statistics/welch.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;

// The same bits, or both no number.
void expect_same(double a, double b) {
  if (std::isnan(a) && std::isnan(b)) return;
  EXPECT_EQ(a, b);
}

held_counts held(const values& dense) {
  held_counts result;
  for (std::size_t i = 0; i < dense.size(); ++i) {
    if (dense[i] > 0) result.add(i, dense[i]);
  }
  return result;
}

std::vector<held_counts> held(const std::vector<values>& dense) {
  std::vector<held_counts> result;
  for (const auto& term : dense) result.push_back(held(term));
  return result;
}

struct corpus {
  values sizes;
  std::vector<std::size_t> groups;
  std::vector<values> terms;  // their counts by place
};

// Rare and frequent terms, one in no place, one in all of one group, one that fills a place.
corpus random_corpus(unsigned seed, std::size_t n_places, std::size_t n_groups, std::size_t n_terms) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> size(100, seed % 2 == 0 ? 130 : 100'000);
  corpus c;
  for (std::size_t i = 0; i < n_places; ++i) {
    c.sizes.push_back(size(random));
    c.groups.push_back(7 * (random() % n_groups));
  }
  c.terms.assign(n_terms, values(n_places));
  for (std::size_t t = 1; t < n_terms; ++t) {
    const std::size_t holds = 1 + random() % (t % 3 == 0 ? n_places : 3);
    for (std::size_t k = 0; k < holds; ++k) c.terms[t][random() % n_places] += 1 + static_cast<double>(random() % 30);
    for (std::size_t i = 0; i < n_places; ++i) c.terms[t][i] = std::min(c.terms[t][i], c.sizes[i]);
  }
  if (n_terms > 3) {
    c.terms[2][n_places / 2] = c.sizes[n_places / 2];
    for (std::size_t i = 0; i < n_places; ++i) c.terms[3][i] = c.groups[i] == c.groups[0] ? 5 : 0;
  }
  return c;
}

class ManyTerms : public testing::TestWithParam<unsigned> {
 protected:
  corpus c = random_corpus(GetParam(), 3 + 37 * (GetParam() % 10), 1 + GetParam() % 5, 1 + 11 * (GetParam() % 7));
};

TEST_P(ManyTerms, AreTestedAsOneIsByQuasiPoisson) {
  const auto tests = quasi_poisson_of_terms(c.sizes, c.groups)(held(c.terms));
  ASSERT_EQ(tests.size(), c.terms.size());
  for (std::size_t t = 0; t < tests.size(); ++t) {
    const auto one = quasi_poisson(c.terms[t], c.sizes, c.groups);
    expect_same(tests[t].pearson_dispersion, one.pearson_dispersion);
    expect_same(tests[t].dispersion, one.dispersion);
    expect_same(tests[t].deviance_null, one.deviance_null);
    expect_same(tests[t].deviance_model, one.deviance_model);
    expect_same(tests[t].f, one.f);
    expect_same(tests[t].df1, one.df1);
    expect_same(tests[t].df2, one.df2);
    expect_same(tests[t].p_value, one.p_value);
  }
}

TEST_P(ManyTerms, DeviateInProportionAsOneDoes) {
  const auto deviations = deviations_of_proportions(c.sizes)(held(c.terms));
  ASSERT_EQ(deviations.size(), c.terms.size());
  for (std::size_t t = 0; t < deviations.size(); ++t)
    expect_same(deviations[t], deviation_of_proportions(c.terms[t], c.sizes));
}

TEST_P(ManyTerms, AreTestedAsOneIsByWelch) {
  const corpus other = random_corpus(GetParam() + 1000, c.sizes.size() / 2 + 1, 2, c.terms.size());
  const auto rates = [](corpus of) {
    for (auto& term : of.terms) {
      for (std::size_t i = 0; i < term.size(); ++i) term[i] /= of.sizes[i];
    }
    return of.terms;
  };
  const auto target = rates(c);
  const auto reference = rates(other);
  const auto tests = welch(held(target), c.sizes.size(), held(reference), other.sizes.size());
  ASSERT_EQ(tests.size(), c.terms.size());
  for (std::size_t t = 0; t < tests.size(); ++t) {
    const auto one = welch(target[t], reference[t]);
    expect_same(tests[t].statistic, one.statistic);
    expect_same(tests[t].degrees_of_freedom, one.degrees_of_freedom);
    expect_same(tests[t].p_value, one.p_value);
  }
}

INSTANTIATE_TEST_SUITE_P(Random, ManyTerms, testing::Range(0U, 60U));

TEST(HeldCounts, OfNoTermGiveNothing) {
  const values sizes = {10, 20};
  EXPECT_TRUE(deviations_of_proportions(sizes)({}).empty());
  EXPECT_TRUE(quasi_poisson_of_terms(sizes, std::vector<std::size_t>{0, 1})({}).empty());
  EXPECT_TRUE(welch({}, 2, {}, 2).empty());
}

TEST(HeldCounts, OfTooFewPlacesGiveNoTest) {
  const std::vector<held_counts> once = {held(values{1})};
  EXPECT_TRUE(std::isnan(welch(once, 1, once, 5).front().p_value));
  EXPECT_TRUE(std::isnan(quasi_poisson_of_terms(values{10}, std::vector<std::size_t>{0})(once).front().p_value));
  EXPECT_EQ(deviations_of_proportions(values{10})(once).front(), 0.0);
}

TEST(HeldCounts, ThatCannotBeAreRefused) {
  const values sizes = {10, 20};
  const std::vector<std::size_t> groups = {0, 1};
  for (const double count : {11.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
    held_counts wrong;
    wrong.add(0, count);
    const std::vector<held_counts> terms = {wrong};
    EXPECT_THROW(static_cast<void>(deviations_of_proportions(sizes)(terms)), std::domain_error);
    EXPECT_THROW(static_cast<void>(quasi_poisson_of_terms(sizes, groups)(terms)), std::domain_error);
  }
  EXPECT_THROW(deviations_of_proportions(values{10, 0}), std::domain_error);
  EXPECT_THROW(quasi_poisson_of_terms(values{10, 0}, groups), std::domain_error);
  EXPECT_THROW(quasi_poisson_of_terms(values{10}, groups), std::domain_error);
  EXPECT_THROW(static_cast<void>(welch(std::vector<held_counts>(2), 2, std::vector<held_counts>(1), 2)),
               std::invalid_argument);
}

}  // namespace
}  // namespace isogloss::statistics
