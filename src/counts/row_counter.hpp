#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace isogloss::counts {

/// Adds up a row's counts in a dense scratch, and hands over the cells that are not zero in the order of the columns: a
/// bit for each column keeps that order, so that nothing is sorted, and a bit for each 64 of them tells where to look.
class row_counter {
 public:
  explicit row_counter(std::size_t n_terms)
      : counts_(n_terms, 0.0), touched_(n_terms / 64 + 1, 0), blocks_(n_terms / 4096 + 1, 0) {}

  void add(std::uint32_t term, double count) {
    blocks_[term / 4096] |= std::uint64_t{1} << term / 64 % 64;
    touched_[term / 64] |= std::uint64_t{1} << term % 64;
    counts_[term] += count;
  }

  /// At least as many as there are cells.
  [[nodiscard]] std::size_t size() const {
    std::size_t n = 0;
    for (const std::uint64_t bits : blocks_) n += 64 * static_cast<std::size_t>(std::popcount(bits));
    return std::min(n, counts_.size());
  }

  /// Calls cell(term, count) for each, and begins anew.
  template <class Cell>
  void take(const Cell& cell) {
    for_each_bit(blocks_, [&](std::size_t block) {
      std::uint64_t bits = std::exchange(touched_[block], 0);
      for (; bits != 0; bits &= bits - 1) {
        const std::size_t term = 64 * block + static_cast<std::size_t>(std::countr_zero(bits));
        cell(static_cast<std::uint32_t>(term), std::exchange(counts_[term], 0.0));
      }
    });
  }

 private:
  // Calls found(number) for each bit, and takes them away.
  template <class Found>
  static void for_each_bit(std::vector<std::uint64_t>& words, const Found& found) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::uint64_t bits = std::exchange(words[i], 0);
      for (; bits != 0; bits &= bits - 1) found(64 * i + static_cast<std::size_t>(std::countr_zero(bits)));
    }
  }

  std::vector<double> counts_;
  std::vector<std::uint64_t> touched_;
  std::vector<std::uint64_t> blocks_;  // of 64 in `touched_`
};

}  // namespace isogloss::counts
