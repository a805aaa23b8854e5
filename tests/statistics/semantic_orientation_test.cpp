#include "isogloss/statistics/semantic_orientation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <stdexcept>

#include "isogloss/base/parallel.hpp"
#include "support/simulated_corpus.hpp"

namespace isogloss::statistics {
namespace {

using columns = std::vector<std::vector<int>>;  // the segments of each term

Eigen::SparseMatrix<double> presence_of(int n_segments, const columns& terms) {
  std::vector<Eigen::Triplet<double>> cells;
  for (std::size_t t = 0; t < terms.size(); ++t) {
    for (const int s : terms[t]) cells.emplace_back(s, static_cast<int>(t), 1);
  }
  Eigen::SparseMatrix<double> m(n_segments, static_cast<Eigen::Index>(terms.size()));
  m.setFromTriplets(cells.begin(), cells.end());
  return m;
}

resample_weights weights_of(std::size_t n_segments, std::uint32_t replicates, std::size_t documents = 1) {
  nesting n;
  for (std::size_t s = 0; s < n_segments; ++s) n.document_of.push_back(s * documents / n_segments);
  for (std::size_t d = 0; d < documents; ++d) n.author_of.push_back(d);
  n.side_of.assign(documents, 0);
  return resample_within(n, 1, random_study::lexicon, replicates);
}

const seed_counts six = {{3, 0, 2, 1, 4, 0}, {1, 2, 0, 1, 1, 3}};
const columns three = {{0, 2, 4}, {1, 5}, {0, 1, 2, 3, 4, 5}};

TEST(SemanticOrientation, IsWhatAnIndependentProgramGives) {
  const auto o = semantic_orientation(presence_of(6, three), six, weights_of(6, 100));
  EXPECT_NEAR(o[0].value, 1.621144837027802, 1e-14);  // Python, from the definition
  EXPECT_NEAR(o[1].value, -3.764286200165718, 1e-14);
  EXPECT_EQ(o[2].value, 0) << "a term of every segment";
}

TEST(SemanticOrientation, ResamplesSegments) {
  const auto presence = presence_of(6, three);
  const auto weights = weights_of(6, 200);
  const auto o = semantic_orientation(presence, six, weights);
  std::vector<double> values;
  for (Eigen::Index r = 0; r < weights.rows(); ++r) {
    double sums[4] = {0, 0, 0, 0};
    for (const int s : {0, 1, 2, 3, 4, 5}) {
      const auto i = static_cast<std::size_t>(s);
      sums[0] += weights(r, s) * six.positive[i];
      sums[1] += weights(r, s) * six.negative[i];
      if (s % 2 == 1) continue;
      sums[2] += weights(r, s) * six.positive[i];
      sums[3] += weights(r, s) * six.negative[i];
    }
    values.push_back(std::log2((sums[2] + 0.5) / (sums[3] + 0.5)) - std::log2((sums[0] + 0.5) / (sums[1] + 0.5)));
  }
  const auto ends = percentile_interval(values);
  EXPECT_NEAR(o[0].ends.low, ends.low, 1e-12);
  EXPECT_NEAR(o[0].ends.high, ends.high, 1e-12);
}

TEST(SemanticOrientation, ChangesSignWithTheSeeds) {
  const auto presence = presence_of(6, three);
  const auto weights = weights_of(6, 100);
  const auto o = semantic_orientation(presence, six, weights);
  const auto turned = semantic_orientation(presence, {six.negative, six.positive}, weights);
  EXPECT_NEAR(o[0].value, -turned[0].value, 1e-14);
  EXPECT_NEAR(o[0].ends.low, -turned[0].ends.high, 1e-12);
  EXPECT_NEAR(o[0].p_value, turned[0].p_value, 1e-9);
}

TEST(SemanticOrientation, DoesNotExistWithoutSeedsOfASign) {
  const auto o =
      semantic_orientation(presence_of(6, three), {six.positive, std::vector<double>(6)}, weights_of(6, 100));
  EXPECT_TRUE(std::isnan(o[0].value));
  EXPECT_TRUE(std::isnan(o[0].ends.low));
}

TEST(SemanticOrientation, HasNoIntervalFromFewResamplesNorOfATermOfEverySegment) {
  const auto few = semantic_orientation(presence_of(6, three), six, weights_of(6, 39));
  EXPECT_FALSE(std::isnan(few[0].value));
  EXPECT_TRUE(std::isnan(few[0].ends.low));
  EXPECT_TRUE(std::isnan(few[0].p_value));
  const auto everywhere = semantic_orientation(presence_of(6, three), six, weights_of(6, 100));
  EXPECT_TRUE(std::isnan(everywhere[2].ends.high));
  const auto none = semantic_orientation(presence_of(6, three), six, resample_weights(0, 6));
  EXPECT_TRUE(std::isnan(none[0].ends.low));
}

TEST(SemanticOrientation, RejectsShapesThatDoNotAgree) {
  EXPECT_THROW((void)semantic_orientation(presence_of(5, {{0}}), six, weights_of(6, 100)), std::invalid_argument);
}

// Segments of six positive and four negative seeds on average; terms anywhere, but the last, which seeks the positive.
struct simulated {
  seed_counts seeds;
  columns terms;
};

simulated simulate(int n_segments, int n_terms) {
  philox random(1, 2000);
  simulated result;
  for (int s = 0; s < n_segments; ++s) {
    const double mood = std::exp(0.5 * isogloss::testing::normal(random));
    result.seeds.positive.push_back(isogloss::testing::poisson(random, 6 * mood));
    result.seeds.negative.push_back(isogloss::testing::poisson(random, 4 / mood));
  }
  for (int t = 0; t < n_terms; ++t) {
    const double share = 0.08 + 0.3 * random.uniform();
    auto& segments = result.terms.emplace_back();
    for (int s = 0; s < n_segments; ++s) {
      if (random.uniform() < share) segments.push_back(s);
    }
  }
  auto& planted = result.terms.emplace_back();
  for (int s = 0; s < n_segments; ++s) {
    const auto i = static_cast<std::size_t>(s);
    if (result.seeds.positive[i] > 2 * result.seeds.negative[i] && random.uniform() < 0.5) planted.push_back(s);
  }
  return result;
}

TEST(SemanticOrientation, ListsAboutTheNominalShareOfTermsWithoutOrientation) {
  const auto s = simulate(200, 2000);
  const auto o = semantic_orientation(presence_of(200, s.terms), s.seeds, weights_of(200, 400, 4));
  double listed = 0;
  double rejected = 0;
  for (std::size_t t = 0; t + 1 < o.size(); ++t) {
    listed += o[t].ends.low > 0 || o[t].ends.high < 0 ? 1 : 0;
    rejected += o[t].p_value <= 0.05 ? 1 : 0;
  }
  EXPECT_GT(listed / 2000, 0.03) << "else the intervals are too wide";
  EXPECT_LT(listed / 2000, 0.08);
  EXPECT_LT(rejected / 2000, 0.07);
  EXPECT_GT(o.back().ends.low, 0) << "planted";
  EXPECT_LT(o.back().p_value, 1e-4);
  RecordProperty("listed", std::to_string(listed / 2000));
  RecordProperty("rejected", std::to_string(rejected / 2000));
}

TEST(SemanticOrientation, IsTheSameWithAnyNumberOfThreads) {
  const auto s = simulate(60, 40);
  const auto run = [&](std::size_t threads) {
    const thread_limit limit(threads);
    std::vector<double> values;
    for (const auto& o : semantic_orientation(presence_of(60, s.terms), s.seeds, weights_of(60, 100))) {
      values.insert(values.end(), {o.value, o.ends.low, o.ends.high, o.p_value});
    }
    return values;
  };
  EXPECT_EQ(run(1), run(2));
  EXPECT_EQ(run(1), run(7));
}

}  // namespace
}  // namespace isogloss::statistics
