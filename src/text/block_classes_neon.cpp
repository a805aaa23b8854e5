#include <arm_neon.h>

#include <array>

#include "text/block_classes_of.hpp"

namespace isogloss::text {
namespace {

struct neon_block {
  std::array<uint8x16_t, 4> parts;

  static neon_block load(const char* at) {
    neon_block block;
    for (std::size_t i = 0; i < 4; ++i) block.parts[i] = vld1q_u8(reinterpret_cast<const std::uint8_t*>(at) + 16 * i);
    return block;
  }
  // One bit of every byte, added up pairwise three times: 64 bytes become 8.
  template <class Function>
  [[nodiscard]] std::uint64_t mask(const Function& of_part) const {
    const uint8x16_t bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    std::array<uint8x16_t, 4> bits;
    for (std::size_t i = 0; i < 4; ++i) bits[i] = vandq_u8(of_part(parts[i]), bit);
    uint8x16_t sums = vpaddq_u8(vpaddq_u8(bits[0], bits[1]), vpaddq_u8(bits[2], bits[3]));
    sums = vpaddq_u8(sums, sums);
    return vgetq_lane_u64(vreinterpretq_u64_u8(sums), 0);
  }
  [[nodiscard]] neon_block lowered() const {
    neon_block block;
    for (std::size_t i = 0; i < 4; ++i) block.parts[i] = vorrq_u8(parts[i], vdupq_n_u8(0x20));
    return block;
  }
  [[nodiscard]] std::uint64_t equal(char c) const {
    return mask([&](uint8x16_t part) { return vceqq_u8(part, vdupq_n_u8(static_cast<std::uint8_t>(c))); });
  }
  [[nodiscard]] std::uint64_t within(char first, char last) const {
    return mask([&](uint8x16_t part) {
      const uint8x16_t from_first = vsubq_u8(part, vdupq_n_u8(static_cast<std::uint8_t>(first)));
      return vcleq_u8(from_first, vdupq_n_u8(static_cast<std::uint8_t>(last - first)));
    });
  }
  [[nodiscard]] std::uint64_t high() const {
    return mask([](uint8x16_t part) { return vcgeq_u8(part, vdupq_n_u8(0x80)); });
  }
};

}  // namespace

void classify_with_neon(const char* bytes, std::size_t n, block_classes* classes) {
  classify_blocks<neon_block>(bytes, n, classes);
}

void classify_pairs_with_neon(const char* bytes, pair_classes& classes) {
  classify_pairs<neon_block>(bytes, classes);
}

std::size_t write_places_with_neon(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                   word_span* words) {
  return write_places_of(begins, ends, n, words);
}

}  // namespace isogloss::text
