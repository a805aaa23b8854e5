#include "lloyd.hpp"

#include "group_labels.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace isogloss::statistics {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

std::size_t at(Index i) {
  return static_cast<std::size_t>(i);
}

/// One run under way.
struct run {
  const MatrixXd& points;
  MatrixXd centres;
  centre_kind kind;
  std::vector<int> cluster;  // from 0; -1 before the first assignment

  [[nodiscard]] double squared_distance(Index i, int c) const { return (points.row(i) - centres.row(c)).squaredNorm(); }
  [[nodiscard]] double own_distance(Index i) const { return squared_distance(i, cluster[at(i)]); }
  [[nodiscard]] std::ptrdiff_t size(int c) const { return std::ranges::count(cluster, c); }

  [[nodiscard]] double objective() const {
    double sum = 0;
    for (Index i = 0; i < points.rows(); ++i) sum += own_distance(i);
    return sum;
  }

  void assign(Index i) {
    int& own = cluster[at(i)];
    double least = own < 0 ? std::numeric_limits<double>::infinity() : own_distance(i);
    for (int c = 0; c < centres.rows(); ++c) {
      const double d = squared_distance(i, c);
      if (d >= least) continue;
      least = d;
      own = c;
    }
  }

  void fill_empty_clusters() {
    for (int c = 0; c < centres.rows(); ++c) {
      if (size(c) == 0) cluster[at(farthest())] = c;
    }
  }

  [[nodiscard]] Index farthest() const {
    Index best = 0;
    double most = -1;
    for (Index i = 0; i < points.rows(); ++i) {
      if (size(cluster[at(i)]) < 2 || own_distance(i) <= most) continue;
      most = own_distance(i);
      best = i;
    }
    return best;
  }

  void move_centres() {
    MatrixXd sums = MatrixXd::Zero(centres.rows(), centres.cols());
    for (Index i = 0; i < points.rows(); ++i) sums.row(cluster[at(i)]) += points.row(i);
    for (int c = 0; c < centres.rows(); ++c) {
      const double divisor = kind == centre_kind::mean ? static_cast<double>(size(c)) : sums.row(c).norm();
      if (divisor > 0) centres.row(c) = sums.row(c) / divisor;
    }
  }

  void step() {
    for (Index i = 0; i < points.rows(); ++i) assign(i);
    fill_empty_clusters();
    move_centres();
  }
};

// Labels by first appearance, and the centres in their order.
partition described(const run& r, double objective, int iterations) {
  partition result{by_first_appearance(r.cluster), objective, r.centres, iterations};
  for (std::size_t i = 0; i < r.cluster.size(); ++i)
    result.centres.row(result.labels[i] - 1) = r.centres.row(r.cluster[i]);
  return result;
}

}  // namespace

partition lloyd(const MatrixXd& points, const MatrixXd& centres, centre_kind kind) {
  run r{points, centres, kind, std::vector<int>(at(points.rows()), -1)};
  r.step();
  double objective = r.objective();
  for (int iterations = 2;; ++iterations) {
    const run before = r;
    r.step();
    const double now = r.objective();
    // Only a real gain counts, so that rounding cannot send it round in circles.
    if (r.cluster == before.cluster || now >= objective) return described(before, objective, iterations);
    objective = now;
  }
}

partition best_lloyd(const MatrixXd& points, int k, int restarts, centre_kind kind, philox& random) {
  partition best = lloyd(points, plus_plus_centres(points, k, random), kind);
  for (int restart = 1; restart < restarts; ++restart) {
    partition next = lloyd(points, plus_plus_centres(points, k, random), kind);
    if (next.objective < best.objective) best = std::move(next);
  }
  return best;
}

}  // namespace isogloss::statistics
