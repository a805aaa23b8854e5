#include "group_labels.hpp"

#include "isogloss/statistics/permanova.hpp"

#include <limits>
#include <numeric>

namespace isogloss::statistics {

std::uint64_t distinct_relabellings(std::span<const int> groups) {
  constexpr auto most = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t ways = 1;
  std::uint64_t placed = 0;
  for (const std::uint64_t size : sizes_of(by_first_appearance(groups))) {
    for (std::uint64_t chosen = 1; chosen <= size; ++chosen) {
      ++placed;
      // ways * placed / chosen is a whole number; take out common factors before multiplying
      const std::uint64_t factor = std::gcd(placed, chosen);
      const std::uint64_t divisor = chosen / factor;
      const std::uint64_t multiplier = placed / factor;
      ways /= divisor;
      if (ways > most / multiplier) return most;
      ways *= multiplier;
    }
  }
  return ways;
}

}  // namespace isogloss::statistics
