#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace isogloss::statistics {

/// Numbers from 1 in the order in which the groups first appear.
[[nodiscard]] std::vector<int> by_first_appearance(std::span<const int> groups);

/// How many documents each group has, from labels numbered from 1 without gaps.
[[nodiscard]] std::vector<std::uint64_t> sizes_of(std::span<const int> numbered);

}  // namespace isogloss::statistics
