#include "isogloss/statistics/relabelling.hpp"

#include <algorithm>
#include <vector>

namespace isogloss::statistics {
namespace {

// The next factor of a product of binomials, C(n + k, k) = C(n + k - 1, k - 1) (n + k) / k: whole at every step.
double times_binomial(double product, std::size_t others, std::size_t size) {
  double binomial = 1.0;
  for (std::size_t k = 1; k <= size; ++k)
    binomial = binomial * static_cast<double>(others + k) / static_cast<double>(k);
  return product * binomial;
}

struct group {
  std::size_t size;
  double place_among_equals;  // 1 for the first group of its size, 2 for the second, ...
};

std::vector<group> sorted_groups(std::span<const std::size_t> group_sizes) {
  std::vector<std::size_t> sizes(group_sizes.begin(), group_sizes.end());
  std::erase(sizes, std::size_t{0});
  std::sort(sizes.begin(), sizes.end());
  std::vector<group> groups;
  for (const std::size_t size : sizes) {
    const bool again = !groups.empty() && groups.back().size == size;
    groups.push_back({size, again ? groups.back().place_among_equals + 1.0 : 1.0});
  }
  return groups;
}

}  // namespace

double distinct_relabellings(std::span<const std::size_t> group_sizes) {
  double ways = 1.0;
  std::size_t documents = 0;
  for (const std::size_t size : group_sizes) {
    ways = times_binomial(ways, documents, size);
    documents += size;
  }
  return ways;
}

double label_symmetries(std::span<const std::size_t> group_sizes) {
  double ways = 1.0;
  for (const group& g : sorted_groups(group_sizes)) ways *= g.place_among_equals;
  return ways;
}

double p_attainable(std::span<const std::size_t> group_sizes) {
  return 1.0 / distinct_relabellings(group_sizes);
}

double p_attainable_omnibus(std::span<const std::size_t> group_sizes) {
  double partitions = 1.0;
  std::size_t documents = 0;
  for (const group& g : sorted_groups(group_sizes)) {
    // divided at once: both numbers may be too large for a double where their ratio is not
    partitions = times_binomial(partitions, documents, g.size) / g.place_among_equals;
    documents += g.size;
  }
  return 1.0 / partitions;
}

}  // namespace isogloss::statistics
