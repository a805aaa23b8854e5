#include "group_labels.hpp"
#include "matrix_checks.hpp"

#include "isogloss/statistics/partition_clustering.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Medoids under way. Kaufman & Rousseeuw's D_j and E_j are nearest(j) and second(j).
struct medoids_under_way {
  MatrixXd distances;
  std::vector<bool> is_medoid = std::vector<bool>(static_cast<std::size_t>(distances.rows()), false);
  VectorXd nearest = VectorXd::Constant(distances.rows(), infinity);
  VectorXd second = nearest;

  [[nodiscard]] Index n() const { return distances.rows(); }
  [[nodiscard]] bool chosen(Index i) const { return is_medoid[static_cast<std::size_t>(i)]; }
  void choose(Index i, bool yes) { is_medoid[static_cast<std::size_t>(i)] = yes; }

  void find_nearest() {
    nearest.setConstant(infinity);
    second.setConstant(infinity);
    for (Index i = 0; i < n(); ++i) {
      if (!chosen(i)) continue;
      for (Index j = 0; j < n(); ++j) {
        second(j) = std::min(second(j), std::max(nearest(j), distances(i, j)));
        nearest(j) = std::min(nearest(j), distances(i, j));
      }
    }
  }

  // The sum of distances if i were one more medoid; the least, and the last of several, as cluster::pam.
  void build_one() {
    double least = infinity;
    Index best = 0;
    for (Index i = 0; i < n(); ++i) {
      if (chosen(i)) continue;
      const double sum = nearest.cwiseMin(distances.col(i)).sum();
      if (sum > least) continue;
      least = sum;
      best = i;
    }
    choose(best, true);
    find_nearest();
  }

  // T_ih: how the sum changes if candidate h takes the place of medoid i.
  [[nodiscard]] double change(Index h, Index i) const {
    double sum = 0;
    for (Index j = 0; j < n(); ++j) {
      const double rest = distances(i, j) == nearest(j) ? second(j) : nearest(j);
      sum += std::min(rest, distances(h, j)) - nearest(j);
    }
    return sum;
  }

  bool swap_one() {
    // cluster::pam's guard against exchanges that only rounding makes
    const double threshold = -16 * std::numeric_limits<double>::epsilon() * nearest.sum();
    double least = infinity;
    Index in = 0;
    Index out = 0;
    for (Index h = 0; h < n(); ++h) {
      for (Index i = 0; i < n() && !chosen(h); ++i) {
        if (!chosen(i)) continue;
        const double t = change(h, i);
        if (t >= least) continue;
        least = t;
        in = h;
        out = i;
      }
    }
    if (least >= threshold) return false;
    choose(in, true);
    choose(out, false);
    find_nearest();
    return true;
  }

  [[nodiscard]] int medoid_of(Index j) const {
    if (chosen(j)) return static_cast<int>(j);  // of documents that are alike, each medoid keeps its own cluster
    Index i = 0;
    while (!chosen(i) || distances(i, j) != nearest(j)) ++i;
    return static_cast<int>(i);
  }
};

medoid_partition described(const medoids_under_way& m, double build_objective) {
  std::vector<int> medoid;
  for (Index j = 0; j < m.n(); ++j) medoid.push_back(m.medoid_of(j));
  medoid_partition result{by_first_appearance(medoid), m.nearest.mean(), build_objective, {}};
  for (std::size_t j = 0; j < medoid.size(); ++j) {
    if (result.labels[j] > static_cast<int>(result.medoids.size())) result.medoids.push_back(medoid[j]);
  }
  return result;
}

MatrixXd symmetric(const MatrixXd& distances) {
  MatrixXd full = distances.selfadjointView<Eigen::Lower>();
  full.diagonal().setZero();
  return full;
}

}  // namespace

medoid_partition pam(const MatrixXd& distances, int k) {
  check_distances("pam", distances);
  if (k < 1 || k > distances.rows()) {
    throw std::invalid_argument("pam: k is " + std::to_string(k) + ", but must be in [1, " +
                                std::to_string(distances.rows()) + "]");
  }
  medoids_under_way medoids{symmetric(distances)};
  for (int i = 0; i < k; ++i) medoids.build_one();
  const double built = medoids.nearest.mean();
  while (k > 1 && k < distances.rows() && medoids.swap_one()) {
  }
  return described(medoids, built);
}

}  // namespace isogloss::statistics
