#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace isogloss::statistics {

/// What one term counts in the places (documents, segments) that hold it; in all others it counts nothing.
struct held_counts {
  std::vector<std::uint32_t> places;  ///< ascending
  std::vector<double> counts;         ///< parallel to places, above 0

  void add(std::size_t place, double count) {
    places.push_back(static_cast<std::uint32_t>(place));
    counts.push_back(count);
  }
};

}  // namespace isogloss::statistics
