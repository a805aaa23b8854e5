#include "agglomeration.hpp"
#include "isogloss/base/progress.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

// Two clusters joined, by the first documents of both.
struct join {
  Index first, second;
  double height;
};

class chain {
 public:
  chain(condensed_distances distances, linkage l)
      : linkage_(l), distances_(std::move(distances)), sizes_(at(distances_.size()), 1), active_(sizes_.size()) {
    std::iota(active_.begin(), active_.end(), Index{0});
  }

  std::vector<join> joins() {
    std::vector<join> found;
    const progress_stage stage({"building a tree", "merges"}, active_.size() - 1);
    while (active_.size() > 1) {
      if (path_.empty()) path_.push_back(active_.front());
      if (const auto near = nearest(); path_.size() > 1 && near.cluster == path_[path_.size() - 2]) {
        path_.resize(path_.size() - 2);
        const auto [first, second] = std::minmax(near.cluster, near.from);
        found.push_back({first, second, near.distance});
        join_clusters(first, second);
        stage.advance();
      } else {
        path_.push_back(near.cluster);
      }
    }
    return found;
  }

 private:
  struct neighbour {
    Index from, cluster;
    double distance;
  };

  static std::size_t at(Index i) { return static_cast<std::size_t>(i); }

  // The nearest of the last cluster of the path: the one before it where that is as near as any (or the path would not
  // end), else the first.
  [[nodiscard]] neighbour nearest() const {
    const Index from = path_.back();
    neighbour best{from, -1, std::numeric_limits<double>::infinity()};
    if (path_.size() > 1) best = {from, path_[path_.size() - 2], distances_(from, path_[path_.size() - 2])};
    for (const Index k : active_) {
      if (k == from) continue;
      const double d = distances_(from, k);
      if (d < best.distance) best = {from, k, d};
    }
    return best;
  }

  // The new cluster goes by the first document.
  void join_clusters(Index i, Index j) {
    const double ij = distances_(i, j);
    const double n_i = sizes_[at(i)];
    const double n_j = sizes_[at(j)];
    active_.erase(std::ranges::lower_bound(active_, j));
    for (const Index k : active_) {
      if (k == i) continue;
      double& ik = distances_(i, k);
      const double jk = distances_(j, k);
      // No cluster comes nearer, not by rounding either: the path relies on it.
      ik = std::max(updated(linkage_, {ik, jk, ij, n_i, n_j, sizes_[at(k)]}), std::min(ik, jk));
    }
    sizes_[at(i)] += sizes_[at(j)];
  }

  linkage linkage_;
  condensed_distances distances_;
  std::vector<double> sizes_;
  std::vector<Index> active_;  // ascending
  std::vector<Index> path_;
};

// Clusters by their documents, while joins are read from the lowest up.
class forest {
 public:
  explicit forest(std::size_t n) : above_(n), number_(n), size_(n, 1) {
    std::iota(above_.begin(), above_.end(), std::size_t{0});
    for (std::size_t i = 0; i < n; ++i) number_[i] = -static_cast<int>(i) - 1;
  }

  merge joined(const join& j, double height, int step) {
    const std::size_t a = root(static_cast<std::size_t>(j.first));
    const std::size_t b = root(static_cast<std::size_t>(j.second));
    const merge result = in_order(number_[a], number_[b], height, size_[a] + size_[b]);
    above_[b] = a;
    number_[a] = step;
    size_[a] = result.size;
    return result;
  }

 private:
  std::size_t root(std::size_t i) {
    while (above_[i] != i) i = above_[i] = above_[above_[i]];
    return i;
  }

  std::vector<std::size_t> above_;
  std::vector<int> number_;
  std::vector<int> size_;
};

// A join is found after those below it, so that a stable order keeps it above them where heights are equal. Rounding
// can put it a hair lower than they are: for the order it counts as at least as high.
std::vector<std::size_t> from_the_lowest(const std::vector<join>& joins, std::size_t n) {
  std::vector<double> level(joins.size());
  std::vector<double> reached(n, 0.0);
  for (std::size_t i = 0; i < joins.size(); ++i) {
    double& of_first = reached[static_cast<std::size_t>(joins[i].first)];
    level[i] = std::max({joins[i].height, of_first, reached[static_cast<std::size_t>(joins[i].second)]});
    of_first = level[i];
  }
  std::vector<std::size_t> order(joins.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return level[a] < level[b]; });
  return order;
}

}  // namespace

std::vector<merge> follow_neighbours(condensed_distances distances, linkage l) {
  const auto n = static_cast<std::size_t>(distances.size());
  if (l == linkage::ward_d2) {
    for (double& d : distances.values()) d *= d;
  }
  const auto joins = chain(std::move(distances), l).joins();
  forest clusters(n);
  std::vector<merge> merges;
  for (const std::size_t i : from_the_lowest(joins, n)) {
    const double height = l == linkage::ward_d2 ? std::sqrt(joins[i].height) : joins[i].height;
    merges.push_back(clusters.joined(joins[i], height, static_cast<int>(merges.size()) + 1));
  }
  return merges;
}

}  // namespace isogloss::statistics
