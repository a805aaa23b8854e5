#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace isogloss::studies {

/// Places of numbers from the largest to the smallest, equal ones in the order they stand: by digits and not by
/// comparing, as processors guess comparisons of numbers wrong half of the time. Keeps its memory from call to call.
class descending_order {
 public:
  /// @param values  no NaN
  /// @return  until the next call
  [[nodiscard]] std::span<const std::uint32_t> of(std::span<const double> values);
  /// The same for whole numbers from 1 on, most of them small.
  [[nodiscard]] std::span<const std::uint32_t> of_counts(std::span<const double> counts);

 private:
  struct item {
    std::uint32_t digits;
    std::uint32_t place;
  };
  void take_digits();
  void sort_by_digits();
  void mend();

  std::vector<std::uint64_t> keys_;  // ascend as numbers descend
  std::vector<item> items_, other_;
  std::vector<std::uint32_t> order_, large_;
};

}  // namespace isogloss::studies
