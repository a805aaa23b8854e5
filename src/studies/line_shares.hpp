#pragma once

#include <cstddef>
#include <vector>

namespace isogloss::studies {

/// `total` shared among parts of which each can take `most[i]`, so that no part has two more than another that could
/// take more. What is left over when all have the same goes to parts evenly spaced among those that could take more.
/// @return  of each part its share; their sum is `total`, or that of `most` where it is smaller
[[nodiscard]] std::vector<std::size_t> even_shares(const std::vector<std::size_t>& most, std::size_t total);

/// `n` of `of` places, evenly spaced: the middles of n equal stretches. n <= of.
[[nodiscard]] std::vector<std::size_t> evenly_spaced(std::size_t n, std::size_t of);

}  // namespace isogloss::studies
