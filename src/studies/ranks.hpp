#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace isogloss::studies {

/// Places by descending value; equal values keep their order.
[[nodiscard]] inline std::vector<std::size_t> descending(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  return order;
}

/// Ranks from 1 of values in the order of `order`; equal values share the smallest.
[[nodiscard]] inline std::vector<std::int64_t> ranks(std::span<const double> values,
                                                     std::span<const std::size_t> order) {
  std::vector<std::int64_t> result(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool tied = i > 0 && values[order[i]] == values[order[i - 1]];
    result[i] = tied ? result[i - 1] : static_cast<std::int64_t>(i + 1);
  }
  return result;
}

}  // namespace isogloss::studies
