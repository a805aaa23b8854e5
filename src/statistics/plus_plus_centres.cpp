#include "lloyd.hpp"

#include <limits>

namespace isogloss::statistics {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

double total(const VectorXd& weights) {
  double sum = 0;
  for (const double w : weights) sum += w;
  return sum;
}

// The row in whose stretch of the running sum the share falls.
Index drawn(const VectorXd& weights, double share) {
  const double target = share * total(weights);
  double sum = 0;
  for (Index i = 0; i < weights.size(); ++i) {
    sum += weights(i);
    if (sum > target) return i;
  }
  return weights.size() - 1;  // all weights 0
}

}  // namespace

MatrixXd plus_plus_centres(const MatrixXd& points, int k, philox& random) {
  MatrixXd centres(k, points.cols());
  centres.row(0) = points.row(static_cast<Index>(random.below(static_cast<std::uint64_t>(points.rows()))));
  VectorXd nearest = VectorXd::Constant(points.rows(), std::numeric_limits<double>::infinity());
  for (int c = 1; c < k; ++c) {
    nearest = nearest.cwiseMin((points.rowwise() - centres.row(c - 1)).rowwise().squaredNorm());
    centres.row(c) = points.row(drawn(nearest, random.uniform()));
  }
  return centres;
}

}  // namespace isogloss::statistics
