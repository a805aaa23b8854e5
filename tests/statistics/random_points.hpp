#pragma once

#include "isogloss/base/philox.hpp"

#include <Eigen/Core>

// Made-up profiles for properties that hold for any numbers.
namespace random_points {

inline Eigen::MatrixXd uniform(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed) {
  isogloss::philox random(seed);
  return Eigen::MatrixXd::NullaryExpr(rows, columns, [&] { return random.uniform(); });
}

/// Counts from 0 to `most`, about half of them 0.
inline Eigen::MatrixXd counts(Eigen::Index rows, Eigen::Index columns, std::uint64_t most, std::uint64_t seed) {
  isogloss::philox random(seed);
  return Eigen::MatrixXd::NullaryExpr(
      rows, columns, [&] { return random.below(2) == 0 ? 0.0 : static_cast<double>(random.below(most) + 1); });
}

inline Eigen::MatrixXd euclidean(const Eigen::MatrixXd& points) {
  return Eigen::MatrixXd::NullaryExpr(points.rows(), points.rows(), [&](Eigen::Index i, Eigen::Index j) {
    return (points.row(i) - points.row(j)).norm();
  });
}

}  // namespace random_points
