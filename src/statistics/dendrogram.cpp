#include "isogloss/statistics/dendrogram.hpp"

#include "group_labels.hpp"
#include "isogloss/base/progress.hpp"
#include "matrix_checks.hpp"
#include "tree_walk.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

// Equal heights can come out of the update formulae a few roundings apart; that is not an inversion.
bool goes_down(double height, double before) {
  return height < before - 1e-12 * before;
}

void check_cut(std::span<const merge> merges, int k) {
  const auto n = static_cast<int>(merges.size()) + 1;
  if (k < 1 || k > n) {
    throw std::domain_error("cut: k is " + std::to_string(k) + ", but must be in [1, " + std::to_string(n) + "]");
  }
  for (std::size_t step = 1; step < merges.size(); ++step) {
    if (!goes_down(merges[step].height, merges[step - 1].height)) continue;
    throw std::domain_error("cut: the height of step " + std::to_string(step + 1) + " is " +
                            shown(merges[step].height) + ", but must be at least " + shown(merges[step - 1].height) +
                            ", that of the step before");
  }
}

}  // namespace

std::vector<int> cut(std::span<const merge> merges, int k) {
  check_merges("cut", merges);
  check_cut(merges, k);
  const std::size_t n = merges.size() + 1;
  const auto steps = n - static_cast<std::size_t>(k);
  // From the last step joined down: each step and document falls to the step above it.
  std::vector<int> of_step(steps);
  std::vector<int> group(n);
  for (std::size_t row = 0; row < n; ++row) group[row] = -static_cast<int>(row) - 1;
  for (std::size_t step = steps; step-- > 0;) {
    if (of_step[step] == 0) of_step[step] = static_cast<int>(step) + 1;
    for (const int node : {merges[step].left, merges[step].right}) {
      (node < 0 ? group[static_cast<std::size_t>(-node) - 1] : of_step[static_cast<std::size_t>(node) - 1]) =
          of_step[step];
    }
  }
  return by_first_appearance(group);
}

std::vector<int> leaves(std::span<const merge> merges) {
  check_merges("leaves", merges);
  std::vector<int> order;
  std::vector<int> open{merges.empty() ? -1 : static_cast<int>(merges.size())};
  while (!open.empty()) {
    const int node = open.back();
    open.pop_back();
    if (node < 0) {
      order.push_back(-node - 1);
      continue;
    }
    const auto& m = merges[static_cast<std::size_t>(node) - 1];
    open.push_back(m.right);
    open.push_back(m.left);
  }
  return order;
}

std::vector<std::vector<int>> clades(std::span<const merge> merges) {
  check_merges("clades", merges);
  std::vector<std::vector<int>> below;
  for (const auto& m : merges) {
    const auto left = rows_below(below, m.left);
    const auto right = rows_below(below, m.right);
    auto& both = below.emplace_back();
    std::ranges::merge(left, right, std::back_inserter(both));
  }
  return below;
}

std::vector<double> clade_support(std::span<const merge> tree, std::span<const std::vector<merge>> replicates) {
  const auto own = clades(tree);
  std::map<std::vector<int>, int> found;
  for (const auto& clade : own) found[clade] = 0;
  const progress_stage stage({"counting support", "trees"}, replicates.size());
  for (const auto& replicate : replicates) {
    stage.advance();
    check_one_each("clade_support", "a replicate", replicate.size() + 1, tree.size() + 1);
    for (const auto& clade : clades(replicate)) {
      if (const auto at = found.find(clade); at != found.end()) ++at->second;
    }
  }
  std::vector<double> support;
  for (const auto& clade : own)
    support.push_back(static_cast<double>(found[clade]) / static_cast<double>(replicates.size()));
  return support;
}

}  // namespace isogloss::statistics
