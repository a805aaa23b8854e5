#include "matrix_checks.hpp"
#include "tree_walk.hpp"

#include "isogloss/statistics/dendrogram.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

// Sums over pairs of documents of products of deviations.
struct deviations {
  double distances = 0, heights = 0, both = 0;
};

struct means {
  double distance = 0, height = 0;
};

// Calls visit(row, other row, height) for every pair: those that a merge brings together lie side by side in the order
// of the leaves.
template <class Visit>
void visit_joined_pairs(std::span<const merge> merges, Visit visit) {
  const auto order = leaves(merges);
  std::vector<std::size_t> first_leaf(merges.size());
  std::vector<std::size_t> n_leaves(merges.size());
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[static_cast<std::size_t>(order[i])] = i;
  const auto first_of = [&](int node) {
    return node < 0 ? place[static_cast<std::size_t>(-node) - 1] : first_leaf[static_cast<std::size_t>(node) - 1];
  };
  const auto size_of = [&](int node) { return node < 0 ? 1 : n_leaves[static_cast<std::size_t>(node) - 1]; };
  for (std::size_t step = 0; step < merges.size(); ++step) {
    const std::size_t begin = first_leaf[step] = first_of(merges[step].left);
    const std::size_t middle = first_of(merges[step].right);
    const std::size_t end = middle + size_of(merges[step].right);
    n_leaves[step] = end - begin;
    for (std::size_t a = begin; a < middle; ++a) {
      for (std::size_t b = middle; b < end; ++b) visit(order[a], order[b], merges[step].height);
    }
  }
}

means means_of(const Eigen::MatrixXd& distances, std::span<const merge> merges) {
  means sums;
  visit_joined_pairs(merges, [&](int a, int b, double height) {
    sums.distance += distances(std::max(a, b), std::min(a, b));
    sums.height += height;
  });
  const auto n = static_cast<double>(distances.rows());
  const double pairs = n * (n - 1) / 2;
  return {sums.distance / pairs, sums.height / pairs};
}

bool is_constant(const Eigen::MatrixXd& distances) {
  for (Index j = 0; j < distances.cols(); ++j) {
    for (Index i = j + 1; i < distances.rows(); ++i) {
      if (distances(i, j) != distances(1, 0)) return false;
    }
  }
  return true;
}

}  // namespace

Eigen::MatrixXd cophenetic_distances(std::span<const merge> merges) {
  const auto below = clades(merges);
  const auto n = static_cast<Eigen::Index>(merges.size()) + 1;
  Eigen::MatrixXd heights = Eigen::MatrixXd::Zero(n, n);
  for (const auto& m : merges) {
    for (const int i : rows_below(below, m.left)) {
      for (const int j : rows_below(below, m.right)) heights(i, j) = heights(j, i) = m.height;
    }
  }
  return heights;
}

double cophenetic_correlation(const Eigen::MatrixXd& distances, std::span<const merge> merges) {
  check_distances("cophenetic_correlation", distances);
  check_one_each("cophenetic_correlation", "distances", static_cast<std::size_t>(distances.rows()), merges.size() + 1);
  const bool one_height =
      std::ranges::all_of(merges, [&](const merge& m) { return m.height == merges.front().height; });
  if (merges.size() < 2 || one_height || is_constant(distances)) return std::numeric_limits<double>::quiet_NaN();
  const means mean = means_of(distances, merges);
  deviations sums;
  visit_joined_pairs(merges, [&](int a, int b, double height) {
    const double u = distances(std::max(a, b), std::min(a, b)) - mean.distance;
    const double v = height - mean.height;
    sums.distances += u * u;
    sums.heights += v * v;
    sums.both += u * v;
  });
  return sums.both / std::sqrt(sums.distances * sums.heights);
}

}  // namespace isogloss::statistics
