#pragma once

#include <array>
#include <cstdint>
#include <limits>

namespace isogloss {

/// Counter-based random numbers: Philox4x32-10.
///
/// A stream is addressed by (seed, study, replicate, part), so that a replicate gives the same numbers whichever thread
/// draws it and whatever was drawn before. Each stream holds 2^34 numbers.
///
/// Source   Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11
/// Checked  tests/base/philox_test.cpp: the known answers of Random123
class philox {
 public:
  using result_type = std::uint32_t;
  using block = std::array<std::uint32_t, 4>;

  constexpr explicit philox(std::uint64_t seed, std::uint32_t study = 0, std::uint32_t replicate = 0,
                            std::uint32_t part = 0)
      : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
        counter_{0, part, replicate, study} {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  constexpr result_type operator()() {
    if (used_ == 4) {
      numbers_ = rounds(counter_, key_);
      ++counter_[0];
      used_ = 0;
    }
    return numbers_[used_++];
  }

  /// Uniform in [0, 1), 53 bits.
  constexpr double uniform() {
    const std::uint64_t high = (*this)() >> 5U;
    const std::uint64_t low = (*this)() >> 6U;
    return static_cast<double>((high << 26U) + low) * 0x1.0p-53;
  }

  /// Uniform in {0, ..., n - 1}, without bias (Lemire 2019, ACM TOMACS 29(1)); n from 1 to 2^32.
  constexpr std::uint64_t below(std::uint64_t n) {
    std::uint64_t product = (*this)() * n;
    if (static_cast<std::uint32_t>(product) < n) {
      const std::uint32_t threshold = static_cast<std::uint32_t>((std::uint64_t{1} << 32U) % n);
      while (static_cast<std::uint32_t>(product) < threshold) product = (*this)() * n;
    }
    return product >> 32U;
  }

  /// Ten rounds of Philox4x32.
  static constexpr block rounds(block counter, std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
      const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
      const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
      counter = {static_cast<std::uint32_t>(b >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
                 static_cast<std::uint32_t>(a >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
      key = {key[0] + 0x9E3779B9, key[1] + 0xBB67AE85};
    }
    return counter;
  }

 private:
  std::array<std::uint32_t, 2> key_;
  block counter_;
  block numbers_{};
  unsigned used_ = 4;
};

}  // namespace isogloss
