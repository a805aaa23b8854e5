#include <emmintrin.h>

#include "text/block_classes_of.hpp"

namespace isogloss::text {
namespace {

struct sse2_block {
  __m128i parts[4];  // std::array would drop the alignment

  static sse2_block load(const char* at) {
    sse2_block block;
    for (std::size_t i = 0; i < 4; ++i) block.parts[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
    return block;
  }
  template <class Function>
  [[nodiscard]] std::uint64_t mask(const Function& of_part) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i)
      bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(of_part(parts[i])))) << (16 * i);
    return bits;
  }
  [[nodiscard]] sse2_block lowered() const {
    sse2_block block;
    for (std::size_t i = 0; i < 4; ++i) block.parts[i] = _mm_or_si128(parts[i], _mm_set1_epi8(0x20));
    return block;
  }
  [[nodiscard]] std::uint64_t equal(char c) const {
    return mask([&](__m128i part) { return _mm_cmpeq_epi8(part, _mm_set1_epi8(c)); });
  }
  [[nodiscard]] std::uint64_t within(char first, char last) const {
    return mask([&](__m128i part) {
      const __m128i from_first = _mm_sub_epi8(part, _mm_set1_epi8(first));
      return _mm_cmpeq_epi8(_mm_min_epu8(from_first, _mm_set1_epi8(static_cast<char>(last - first))), from_first);
    });
  }
  [[nodiscard]] std::uint64_t high() const {
    return mask([](__m128i part) { return part; });
  }
};

}  // namespace

void classify_with_sse2(const char* bytes, std::size_t n, block_classes* classes) {
  classify_blocks<sse2_block>(bytes, n, classes);
}

void classify_pairs_with_sse2(const char* bytes, pair_classes& classes) {
  classify_pairs<sse2_block>(bytes, classes);
}

std::size_t write_places_with_sse2(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                   word_span* words) {
  return write_places_of(begins, ends, n, words);
}

}  // namespace isogloss::text
