#include "isogloss/statistics/condensed_distances.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace isogloss::statistics {
namespace {

TEST(CondensedDistances, StandInTheOrderOfRAndScipy) {
  const Eigen::MatrixXd d{{0, 9, 9, 9}, {1, 0, 9, 9}, {2, 4, 0, 9}, {3, 5, 6, 0}};
  const condensed_distances condensed(d);
  EXPECT_EQ(condensed.values(), (std::vector<double>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(condensed.size(), 4);
  EXPECT_EQ(condensed.pairs(), 6);
}

TEST(CondensedDistances, AreFoundInEitherOrder) {
  condensed_distances d(7);
  for (Eigen::Index i = 0; i < 7; ++i) {
    for (Eigen::Index j = 0; j < i; ++j) d(i, j) = static_cast<double>(10 * i + j);
  }
  for (Eigen::Index i = 0; i < 7; ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      EXPECT_EQ(d(i, j), 10 * i + j);
      EXPECT_EQ(d(j, i), 10 * i + j);
    }
  }
}

TEST(CondensedDistances, OfOneDocumentAreNone) {
  EXPECT_EQ(condensed_distances(1).pairs(), 0);
}

TEST(CondensedDistances, RejectWhatIsNoMatrixOfDistances) {
  EXPECT_THROW(condensed_distances(0), std::invalid_argument);
  EXPECT_THROW(condensed_distances(Eigen::MatrixXd::Zero(2, 3)), std::invalid_argument);
}

}  // namespace
}  // namespace isogloss::statistics
