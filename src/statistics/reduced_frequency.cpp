#include "isogloss/statistics/reduced_frequency.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace isogloss::statistics {
namespace {

[[noreturn]] void reject(std::size_t place, std::size_t position, const std::string& bound) {
  throw std::domain_error("average_reduced_frequency: positions[" + std::to_string(place) + "] is " +
                          std::to_string(position) + ", but must be " + bound);
}

void check(std::span<const std::size_t> positions, std::size_t corpus_tokens) {
  for (std::size_t i = 0; i < positions.size(); ++i) {
    if (positions[i] >= corpus_tokens) reject(i, positions[i], "below " + std::to_string(corpus_tokens));
    if (i > 0 && positions[i] <= positions[i - 1]) reject(i, positions[i], "above the one before it");
  }
}

}  // namespace

double average_reduced_frequency(std::span<const std::size_t> positions, std::size_t corpus_tokens) {
  check(positions, corpus_tokens);
  if (positions.empty()) return 0.0;
  const double chunk = static_cast<double>(corpus_tokens) / static_cast<double>(positions.size());
  const std::size_t round_the_end = positions.front() + corpus_tokens - positions.back();
  double reduced = std::min(static_cast<double>(round_the_end), chunk);
  for (std::size_t i = 1; i < positions.size(); ++i)
    reduced += std::min(static_cast<double>(positions[i] - positions[i - 1]), chunk);
  return reduced / chunk;
}

}  // namespace isogloss::statistics
