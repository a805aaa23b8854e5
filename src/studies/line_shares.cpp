#include "studies/line_shares.hpp"

#include <algorithm>

namespace isogloss::studies {

std::vector<std::size_t> even_shares(const std::vector<std::size_t>& most, std::size_t total) {
  std::vector<std::size_t> shares(most.size());
  while (total > 0) {
    std::vector<std::size_t> open;  // could take more
    std::size_t step = total;
    for (std::size_t i = 0; i < most.size(); ++i) {
      if (shares[i] == most[i]) continue;
      open.push_back(i);
      step = std::min(step, most[i] - shares[i]);
    }
    if (open.empty()) return shares;
    step = std::min(step, total / open.size());
    if (step == 0) {
      for (const std::size_t i : evenly_spaced(total, open.size())) ++shares[open[i]];
      return shares;
    }
    for (const std::size_t i : open) shares[i] += step;
    total -= step * open.size();
  }
  return shares;
}

std::vector<std::size_t> evenly_spaced(std::size_t n, std::size_t of) {
  std::vector<std::size_t> places(n);
  for (std::size_t i = 0; i < n; ++i) places[i] = (2 * i + 1) * of / (2 * n);
  return places;
}

}  // namespace isogloss::studies
