#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace isogloss {

/// Pairs of a number and a count, in order, most of them in one Unit: small counts stand in its lowest bits. What does
/// not fit follows a unit of 0. Counts of words take two bytes (Unit of 16 bits) where two 32-bit integers take eight,
/// and no more than a few instructions.
///
/// @tparam Unit       an unsigned integer
/// @tparam CountBits  of a unit
template <class Unit, unsigned CountBits>
class packed_pairs {
 public:
  /// Packs pairs; used again and again, it asks for no new memory.
  class writer {
   public:
    /// Room for so many more pairs.
    void reserve(std::size_t n) {
      if (units_.size() < used_ + n * most_units) units_.resize(2 * used_ + n * most_units);
    }
    /// There is room.
    void add(std::uint64_t number, std::uint64_t count) {
      Unit* at = units_.data() + used_;
      if (count > 0 && count <= largest_count && number <= largest_number) {
        *at = static_cast<Unit>(number << CountBits | count);
        ++used_;
      } else {
        *at++ = 0;
        at = put(put(at, number), count);
        used_ += most_units;
      }
      ++n_;
    }
    /// What was added, and begins anew.
    [[nodiscard]] packed_pairs take() {
      packed_pairs pairs;
      pairs.units_.assign(units_.begin(), units_.begin() + static_cast<std::ptrdiff_t>(used_));
      pairs.size_ = n_;
      used_ = n_ = 0;
      return pairs;
    }

   private:
    static Unit* put(Unit* at, std::uint64_t value) {
      for (unsigned shift = 0; shift < 64; shift += unit_bits) *at++ = static_cast<Unit>(value >> shift);
      return at;
    }

    std::vector<Unit> units_;
    std::size_t used_ = 0;
    std::size_t n_ = 0;
  };

  [[nodiscard]] std::size_t size() const { return size_; }

  /// Calls found(number, count) for each pair.
  template <class Function>
  void for_each(const Function& found) const {
    const Unit* at = units_.data();
    for (std::size_t i = 0; i < size_; ++i) {
      const std::uint64_t unit = *at++;
      if (unit != 0) {
        found(unit >> CountBits, unit & largest_count);
        continue;
      }
      const std::uint64_t number = get(at);
      found(number, get(at));
    }
  }

 private:
  static constexpr unsigned unit_bits = 8 * sizeof(Unit);
  static constexpr std::size_t most_units = 1 + 2 * (64 / unit_bits);
  static constexpr std::uint64_t largest_count = (std::uint64_t{1} << CountBits) - 1;
  static constexpr std::uint64_t largest_number = (std::uint64_t{1} << (unit_bits - CountBits)) - 1;

  static std::uint64_t get(const Unit*& at) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += unit_bits) value |= std::uint64_t{*at++} << shift;
    return value;
  }

  std::vector<Unit> units_;
  std::size_t size_ = 0;
};

}  // namespace isogloss
