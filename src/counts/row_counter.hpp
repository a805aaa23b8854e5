#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace isogloss::counts {

/// Adds up a row's counts in a dense scratch, and hands over the cells that are not zero in the order of the columns:
/// a bit for each column keeps that order, so that nothing is sorted.
class row_counter {
 public:
  explicit row_counter(std::size_t n_terms) : counts_(n_terms, 0.0), touched_(n_terms / 64 + 1, 0) {}

  void add(std::uint32_t term, double count) {
    touched_[term / 64] |= std::uint64_t{1} << term % 64;
    counts_[term] += count;
  }

  /// Calls cell(term, count) for each, and begins anew.
  template <class Cell>
  void take(const Cell& cell) {
    for (std::size_t block = 0; block < touched_.size(); ++block) {
      for (std::uint64_t bits = touched_[block]; bits != 0; bits &= bits - 1) {
        const auto term = static_cast<std::uint32_t>(64 * block + static_cast<std::size_t>(std::countr_zero(bits)));
        cell(term, counts_[term]);
        counts_[term] = 0;
      }
      touched_[block] = 0;
    }
  }

 private:
  std::vector<double> counts_;
  std::vector<std::uint64_t> touched_;
};

}  // namespace isogloss::counts
