#include "matrix_checks.hpp"

#include "isogloss/statistics/partition_quality.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Sum of distances from one document to a cluster, and how many they are.
struct reach {
  double sum = 0;
  int count = 0;

  [[nodiscard]] double mean() const { return sum / count; }
};

std::map<int, reach> reaches(const Eigen::MatrixXd& distances, std::span<const int> labels, Index i) {
  std::map<int, reach> result;
  for (Index j = 0; j < distances.rows(); ++j) {
    auto& r = result[labels[static_cast<std::size_t>(j)]];
    if (j == i) continue;
    r.sum += distances(std::max(i, j), std::min(i, j));
    ++r.count;
  }
  return result;
}

double width(double own, double other) {
  return own == other ? 0 : (other - own) / std::max(own, other);
}

void describe(silhouette& s, const std::map<int, reach>& clusters, Index i, int own_label) {
  double least = std::numeric_limits<double>::infinity();
  for (const auto& [label, r] : clusters) {
    if (label == own_label || r.mean() >= least) continue;
    least = r.mean();
    s.neighbours[static_cast<std::size_t>(i)] = label;
  }
  const auto& own = clusters.at(own_label);
  s.widths(i) = clusters.size() < 2 ? nan : own.count == 0 ? 0 : width(own.mean(), least);
}

}  // namespace

silhouette silhouettes(const Eigen::MatrixXd& distances, std::span<const int> labels) {
  check_distances("silhouettes", distances);
  check_one_each("silhouettes", "labels", labels.size(), static_cast<std::size_t>(distances.rows()));
  silhouette result{std::vector<int>(labels.size(), 0), Eigen::VectorXd(distances.rows())};
  for (Index i = 0; i < distances.rows(); ++i) {
    describe(result, reaches(distances, labels, i), i, labels[static_cast<std::size_t>(i)]);
  }
  return result;
}

double mean_silhouette(const Eigen::MatrixXd& distances, std::span<const int> labels) {
  return silhouettes(distances, labels).widths.mean();
}

}  // namespace isogloss::statistics
