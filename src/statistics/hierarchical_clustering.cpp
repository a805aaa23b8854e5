#include "isogloss/statistics/hierarchical_clustering.hpp"

#include "agglomeration.hpp"
#include "matrix_checks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Clusters under way. Each goes by its first document, and knows its nearest among the later ones.
class agglomeration {
 public:
  agglomeration(condensed_distances distances, linkage l)
      : linkage_(l), distances_(std::move(distances)), clusters_(at(distances_.size())) {
    if (l == linkage::ward_d2) {
      for (double& d : distances_.values()) d *= d;
    }
    for (Index i = 0; i < n(); ++i) clusters_[at(i)].number = -static_cast<int>(i) - 1;
    for (Index i = 0; i < n(); ++i) find_nearest(i);
  }

  merge join_nearest(int step) {
    const Index i = closest();
    const Index j = clusters_[at(i)].nearest;
    const merge joined = described(i, j);
    update_distances(i, j);
    clusters_[at(j)].active = false;
    clusters_[at(i)].number = step;
    clusters_[at(i)].size = joined.size;
    update_nearest(i, j);
    return joined;
  }

 private:
  struct cluster {
    int number = 0;  // as in merge: negative a document, positive a step
    int size = 1;
    bool active = true;
    Index nearest = 0;
    double distance = infinity;  // to the nearest
  };

  [[nodiscard]] Index n() const { return distances_.size(); }
  static std::size_t at(Index i) { return static_cast<std::size_t>(i); }

  [[nodiscard]] Index closest() const {
    Index best = 0;
    double least = infinity;
    for (Index i = 0; i < n(); ++i) {
      const auto& c = clusters_[at(i)];
      if (c.active && c.distance < least) {
        least = c.distance;
        best = i;
      }
    }
    return best;
  }

  merge described(Index i, Index j) {
    const auto& a = clusters_[at(i)];
    const auto& b = clusters_[at(j)];
    return in_order(a.number, b.number, linkage_ == linkage::ward_d2 ? std::sqrt(a.distance) : a.distance,
                    a.size + b.size);
  }

  void update_distances(Index i, Index j) {
    const double n_i = clusters_[at(i)].size;
    const double n_j = clusters_[at(j)].size;
    for (Index k = 0; k < n(); ++k) {
      const auto& c = clusters_[at(k)];
      if (!c.active || k == i || k == j) continue;
      distances_(i, k) = updated(
          linkage_, {distances_(i, k), distances_(j, k), distances_(i, j), n_i, n_j, static_cast<double>(c.size)});
    }
  }

  void update_nearest(Index i, Index j) {
    find_nearest(i);
    for (Index k = 0; k < j; ++k) {
      auto& c = clusters_[at(k)];
      if (!c.active || k == i) continue;
      if (c.nearest == i || c.nearest == j)
        find_nearest(k);
      else if (k < i)
        consider(k, i);
    }
  }

  void find_nearest(Index i) {
    clusters_[at(i)].distance = infinity;
    for (Index j = i + 1; j < n(); ++j) {
      if (clusters_[at(j)].active) consider(i, j);
    }
  }

  // Of equally near ones, the first.
  void consider(Index i, Index j) {
    auto& c = clusters_[at(i)];
    const double d = distances_(i, j);
    if (d > c.distance || (d == c.distance && j > c.nearest)) return;
    c.distance = d;
    c.nearest = j;
  }

  linkage linkage_;
  condensed_distances distances_;
  std::vector<cluster> clusters_;
};

}  // namespace

double updated(linkage l, const joining& d) {
  switch (l) {
    case linkage::ward_d2:  // on squared distances
    case linkage::ward_d:
      return ((d.n_i + d.n_k) * d.ik + (d.n_j + d.n_k) * d.jk - d.n_k * d.ij) / (d.n_i + d.n_j + d.n_k);
    case linkage::average:
      return (d.n_i * d.ik + d.n_j * d.jk) / (d.n_i + d.n_j);
    case linkage::complete:
      return std::max(d.ik, d.jk);
    case linkage::single:
      return std::min(d.ik, d.jk);
    case linkage::weighted:
      return (d.ik + d.jk) / 2;
    case linkage::centroid:
      return (d.n_i * d.ik + d.n_j * d.jk - d.n_i * d.n_j * d.ij / (d.n_i + d.n_j)) / (d.n_i + d.n_j);
    case linkage::median:
      return (d.ik + d.jk - d.ij / 2) / 2;
  }
  return std::numeric_limits<double>::quiet_NaN();
}

merge in_order(int a, int b, double height, int size) {
  const auto [lower, upper] = std::minmax({a, b});
  const bool documents = upper < 0;  // of two documents the smaller number is the larger negative
  return {documents ? upper : lower, documents ? lower : upper, height, size};
}

std::vector<merge> join_nearest_pairs(condensed_distances distances, linkage l) {
  const auto steps = static_cast<int>(distances.size()) - 1;
  agglomeration clusters(std::move(distances), l);
  std::vector<merge> merges;
  for (int step = 1; step <= steps; ++step) merges.push_back(clusters.join_nearest(step));
  return merges;
}

std::vector<merge> hierarchical_clustering(const Eigen::MatrixXd& distances, linkage l) {
  check_distances("hierarchical_clustering", distances);
  return hierarchical_clustering(condensed_distances(distances), l);
}

std::vector<merge> hierarchical_clustering(condensed_distances distances, linkage l) {
  for (const double d : distances.values()) {
    if (std::isfinite(d) && d >= 0) continue;
    throw std::domain_error("hierarchical_clustering: a distance is " + shown(d) +
                            ", but must be finite and not negative");
  }
  const bool may_go_down = l == linkage::centroid || l == linkage::median;
  if (may_go_down || distances.size() <= most_documents_searched) return join_nearest_pairs(std::move(distances), l);
  return follow_neighbours(std::move(distances), l);
}

}  // namespace isogloss::statistics
