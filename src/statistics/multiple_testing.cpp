#include "isogloss/statistics/multiple_testing.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "checks.hpp"

namespace isogloss::statistics {

std::vector<double> benjamini_hochberg(std::span<const double> p_values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    if (std::isnan(p_values[i])) continue;
    checks::in_range("benjamini_hochberg", "p_value", p_values[i], 0.0, 1.0);
    order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });

  std::vector<double> q_values(p_values.begin(), p_values.end());
  const auto m = static_cast<double>(order.size());
  double smallest = 1.0;
  for (std::size_t k = order.size(); k > 0; --k) {
    smallest = std::min(smallest, p_values[order[k - 1]] * (m / static_cast<double>(k)));
    q_values[order[k - 1]] = smallest;
  }
  return q_values;
}

}  // namespace isogloss::statistics
