#pragma once

#include <Eigen/Core>

#include <cmath>
#include <random>

namespace isogloss::statistics {

// Counts with three directions that stand out, 400 x 500: beyond what is decomposed as a whole.
inline Eigen::MatrixXd large_counts() {
  std::mt19937_64 random(7);
  Eigen::MatrixXd x(400, 500);
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    for (Eigen::Index j = 0; j < x.cols(); ++j) {
      const double rate =
          0.4 + (i % 3 == 0 && j % 5 == 0) * 4.0 + (i % 7 < 2 && j % 4 == 1) * 2.0 + (i > 300 && j > 400) * 1.0;
      const double draw = static_cast<double>(random() >> 11) * 0x1p-53;
      x(i, j) = std::floor(rate * 3 * draw);
    }
  }
  return x;
}

}  // namespace isogloss::statistics
