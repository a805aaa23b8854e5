#include "isogloss/statistics/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "isogloss/base/philox.hpp"

namespace isogloss::statistics {
namespace {

constexpr std::size_t fewest_replicates = 40;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Sorts the numbers of `replicates` to its front; false where too few are numbers.
bool sort_numbers(std::vector<double>& replicates) {
  const std::size_t n = replicates.size();
  std::erase_if(replicates, [](double value) { return std::isnan(value); });
  std::sort(replicates.begin(), replicates.end());
  return replicates.size() >= fewest_replicates && 20 * (n - replicates.size()) <= n;
}

}  // namespace

std::vector<double> resample_segments(std::span<const std::size_t> document_of, std::uint64_t seed, random_study study,
                                      std::uint32_t replicate) {
  std::vector<double> weights(document_of.size(), 0.0);
  for (std::size_t begin = 0; begin < document_of.size();) {
    std::size_t end = begin;
    while (end < document_of.size() && document_of[end] == document_of[begin]) ++end;
    philox random(seed, static_cast<std::uint32_t>(study), replicate, static_cast<std::uint32_t>(document_of[begin]));
    for (std::size_t draw = begin; draw < end; ++draw) weights[begin + random.below(end - begin)] += 1;
    begin = end;
  }
  return weights;
}

double quantile(std::span<const double> sorted, double p) {
  if (sorted.empty()) return nan;
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(place));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

interval percentile_interval(std::vector<double> replicates) {
  if (!sort_numbers(replicates)) return {nan, nan};
  return {quantile(replicates, 0.025), quantile(replicates, 0.975)};
}

interval centred_interval(std::vector<double> replicates, double value) {
  if (!sort_numbers(replicates) || std::isnan(value)) return {nan, nan};
  const double mean =
      std::accumulate(replicates.begin(), replicates.end(), 0.0) / static_cast<double>(replicates.size());
  return {value + quantile(replicates, 0.025) - mean, value + quantile(replicates, 0.975) - mean};
}

}  // namespace isogloss::statistics
