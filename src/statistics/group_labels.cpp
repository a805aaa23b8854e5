#include "group_labels.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace isogloss::statistics {

std::vector<int> by_first_appearance(std::span<const int> groups) {
  std::unordered_map<int, int> number;
  std::vector<int> labels;
  labels.reserve(groups.size());
  for (const int group : groups) {
    labels.push_back(number.try_emplace(group, static_cast<int>(number.size()) + 1).first->second);
  }
  return labels;
}

std::vector<std::uint64_t> sizes_of(std::span<const int> numbered) {
  std::vector<std::uint64_t> sizes;
  for (const int label : numbered) {
    sizes.resize(std::max(sizes.size(), static_cast<std::size_t>(label)), 0);
    ++sizes[static_cast<std::size_t>(label) - 1];
  }
  return sizes;
}

}  // namespace isogloss::statistics
