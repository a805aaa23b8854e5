#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace isogloss::text {

/// Where words begin and end in a stretch of text: two bits a byte.
class word_bits {
 public:
  /// @param n  bytes of the stretch; a word may end at n
  void reset(std::size_t n) {
    starts.assign(n / 64 + 2, 0);
    ends.assign(n / 64 + 2, 0);
  }

  void add(std::size_t begin, std::size_t end) {
    starts[begin / 64] |= std::uint64_t{1} << begin % 64;
    ends[end / 64] |= std::uint64_t{1} << end % 64;
  }

  /// Takes away the words that begin at `begin` or after, and end at `end` or before.
  void clear(std::size_t begin, std::size_t end) {
    clear(starts, begin, end);
    clear(ends, begin + 1, end + 1);
  }

  /// Where the word that begins at `begin` ends.
  [[nodiscard]] std::size_t end_of(std::size_t begin) const {
    std::size_t block = (begin + 1) / 64;
    std::uint64_t bits = ends[block] & ~std::uint64_t{0} << (begin + 1) % 64;
    while (bits == 0) bits = ends[++block];
    return 64 * block + static_cast<std::size_t>(std::countr_zero(bits));
  }

  std::vector<std::uint64_t> starts;
  std::vector<std::uint64_t> ends;  ///< the byte behind the last

 private:
  static void clear(std::vector<std::uint64_t>& bits, std::size_t begin, std::size_t end) {
    for (std::size_t block = begin / 64; block <= end / 64; ++block) {
      std::uint64_t kept = 0;
      if (block == begin / 64) kept |= (std::uint64_t{1} << begin % 64) - 1;
      if (block == end / 64) kept |= ~std::uint64_t{0} << end % 64;
      bits[block] &= kept;
    }
  }
};

}  // namespace isogloss::text
