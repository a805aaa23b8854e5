#include "isogloss/statistics/partition_quality.hpp"

#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

namespace isogloss::statistics {

namespace {

double pairs_of(double n) {
  return n * (n - 1) / 2;
}

template <class Key>
double pairs_within(const std::map<Key, int>& sizes) {
  double pairs = 0;
  for (const auto& [key, size] : sizes) pairs += pairs_of(size);
  return pairs;
}

}  // namespace

double adjusted_rand_index(std::span<const int> labels, std::span<const int> others) {
  if (labels.size() != others.size()) {
    throw std::invalid_argument("adjusted_rand_index: others has " + std::to_string(others.size()) +
                                " values, but must have " + std::to_string(labels.size()) + " as labels");
  }
  if (labels.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  std::map<int, int> in_one;
  std::map<int, int> in_other;
  std::map<std::pair<int, int>, int> in_both;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    ++in_one[labels[i]];
    ++in_other[others[i]];
    ++in_both[{labels[i], others[i]}];
  }
  const double one = pairs_within(in_one);
  const double other = pairs_within(in_other);
  const double expected = one * other / pairs_of(static_cast<double>(labels.size()));
  const double most = (one + other) / 2;
  return most == expected ? 1 : (pairs_within(in_both) - expected) / (most - expected);
}

}  // namespace isogloss::statistics
