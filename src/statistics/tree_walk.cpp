#include "tree_walk.hpp"

#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

[[noreturn]] void refuse(std::string_view function, std::size_t step, int node) {
  throw std::invalid_argument(std::string(function) + ": step " + std::to_string(step) + " joins " +
                              std::to_string(node) + ", but must join documents or earlier steps, each once");
}

}  // namespace

void check_merges(std::string_view function, std::span<const merge> merges) {
  const auto n = static_cast<int>(merges.size()) + 1;
  std::vector<bool> used(2 * merges.size() + 2, false);  // node + n: -n is the last document, n - 1 the last step
  for (std::size_t step = 1; step <= merges.size(); ++step) {
    for (const int node : {merges[step - 1].left, merges[step - 1].right}) {
      if (node == 0 || node < -n || node >= static_cast<int>(step)) refuse(function, step, node);
      const auto slot = static_cast<std::size_t>(node + n);
      if (used[slot]) refuse(function, step, node);
      used[slot] = true;
    }
  }
}

std::vector<int> rows_below(const std::vector<std::vector<int>>& clades, int node) {
  if (node < 0) return {-node - 1};
  return clades[static_cast<std::size_t>(node) - 1];
}

}  // namespace isogloss::statistics
