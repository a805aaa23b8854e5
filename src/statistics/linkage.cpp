#include "isogloss/statistics/hierarchical_clustering.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace isogloss::statistics {

namespace {

using enum linkage;

constexpr std::array all{ward_d2, ward_d, average, complete, single, weighted, centroid, median};

constexpr std::array<std::string_view, all.size()> names{"ward.D2", "ward.D",   "average",  "complete",
                                                         "single",  "weighted", "centroid", "median"};

}  // namespace

std::string_view name(linkage l) {
  return names.at(static_cast<std::size_t>(l));
}

std::optional<linkage> linkage_from(std::string_view name) {
  if (name == "mcquitty") return weighted;
  const auto* const found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return all.at(static_cast<std::size_t>(found - names.begin()));
}

std::span<const linkage> all_linkages() {
  return all;
}

}  // namespace isogloss::statistics
