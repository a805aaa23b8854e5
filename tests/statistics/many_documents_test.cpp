#include "statistics/manhattan_tile.hpp"
#include "statistics/pair_sums.hpp"
#include "statistics/row_products.hpp"

#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/distances.hpp"

#include "random_points.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

// Enough for several tiles of every kind, and none of them whole.
constexpr Index many = 2 * 256 + 45;

TEST(ManyDocuments, HaveTheTilesOfThePlainSum) {
  for (const Index terms : {1, 3, 4, 31, 512, 515, 1030}) {
    const dense_rows rows = random_points::uniform(37, terms, 3);
    for (const auto& tile : square_tiles(37, kernel_tile)) {
      MatrixXd block(tile.rows, tile.columns);
      manhattan_tile(rows, rows, tile, block);
      for (Index i = 0; i < tile.rows; ++i) {
        for (Index j = 0; j < tile.columns; ++j) {
          EXPECT_EQ(block(i, j), pair_value<manhattan_kernel>(rows, tile.row + i, rows, tile.column + j)) << terms;
        }
      }
    }
  }
}

TEST(ManyDocuments, AreCoveredByTilesOnce) {
  for (const auto& tiles : {square_tiles(many, 256), square_tiles(5, 32), strip_tiles(many, 16)}) {
    MatrixXd seen = MatrixXd::Zero(many, many);
    Index n = 0;
    for (const auto& t : tiles) {
      seen.block(t.row, t.column, t.rows, t.columns).array() += 1;
      n = std::max(n, t.row + t.rows);
    }
    for (Index i = 0; i < n; ++i) {
      for (Index j = 0; j <= i; ++j) ASSERT_EQ(seen(i, j), 1) << i << ", " << j;
    }
  }
}

// Sums of squared differences, one after the other.
MatrixXd plain_euclidean(const MatrixXd& rows) {
  MatrixXd d(rows.rows(), rows.rows());
  for (Index i = 0; i < rows.rows(); ++i) {
    for (Index j = 0; j < rows.rows(); ++j) d(i, j) = (rows.row(i) - rows.row(j)).norm();
  }
  return d;
}

TEST(ManyDocuments, HaveEuclideanDistancesToRounding) {
  MatrixXd rows = random_points::uniform(many, 60, 4).array() - 0.5;
  rows.row(300) = rows.row(7);
  rows.row(301) = rows.row(7) * (1 + 1e-9);  // all but the same: their products differ in the last digits only
  const MatrixXd d = distances(rows, measure::euclidean);
  const MatrixXd expected = plain_euclidean(rows);
  EXPECT_EQ(d(300, 7), 0);
  EXPECT_NEAR(d(301, 7), expected(301, 7), 1e-12 * expected(301, 7));
  EXPECT_LT(((d - expected).array().abs() / (expected.array() + 1e-300)).matrix().maxCoeff(), 1e-12);
  EXPECT_EQ(d, d.transpose());
}

TEST(ManyDocuments, HaveEuclideanDistancesFarFromTheOrigin) {
  const MatrixXd rows = random_points::uniform(many, 20, 4).array() + 1000;
  const MatrixXd expected = plain_euclidean(rows);
  const MatrixXd d = distances(rows, measure::euclidean);
  EXPECT_LT((d - expected).cwiseAbs().maxCoeff(), 1e-12);
}

TEST(ManyDocuments, HaveCosinesToRounding) {
  MatrixXd rows = random_points::uniform(many, 50, 6);
  rows.row(400) = rows.row(3);
  const MatrixXd s = distances(rows, measure::cosine);
  const MatrixXd unit = rows.rowwise().normalized();
  EXPECT_LT((s - unit * unit.transpose()).cwiseAbs().maxCoeff(), 1e-14);
  EXPECT_EQ(s(400, 3), 1);
  EXPECT_EQ(s(3, 3), 1);
  EXPECT_EQ(s, s.transpose());
}

TEST(ManyDocuments, HaveTheSameValuesFromSparseRows) {
  const MatrixXd counts = random_points::counts(many, 70, 3, 8);
  const sparse_profiles sparse = counts.sparseView();
  for (const auto m : {measure::cosine, measure::correlation, measure::jaccard, measure::jensen_shannon,
                       measure::extended_dice, measure::manhattan, measure::euclidean, measure::bray_curtis}) {
    EXPECT_LT((distances(sparse, m) - distances(counts, m)).cwiseAbs().maxCoeff(), 1e-12) << name(m);
  }
}

TEST(ManyDocuments, HaveTheSameBytesForAnyNumberOfThreads) {
  const MatrixXd counts = random_points::counts(many, 30, 5, 8);
  const sparse_profiles sparse = counts.sparseView();
  for (const auto m : {measure::cosine, measure::burrows_delta, measure::quadratic_delta, measure::cosine_delta,
                       measure::jensen_shannon, measure::correlation}) {
    const auto with_threads = [&](std::size_t threads) {
      const thread_limit limit(threads);
      return std::array{distances(counts, m), distances(sparse, m)};
    };
    const auto one = with_threads(1);
    EXPECT_EQ(with_threads(2), one) << name(m);
    EXPECT_EQ(with_threads(7), one) << name(m);
  }
}

}  // namespace
}  // namespace isogloss::statistics
