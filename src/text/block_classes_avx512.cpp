#include <immintrin.h>

#include "text/block_classes_of.hpp"

namespace isogloss::text {
namespace {

struct avx512_block {
  __m512i bytes;

  static avx512_block load(const char* at) { return {_mm512_loadu_si512(at)}; }
  [[nodiscard]] avx512_block lowered() const { return {_mm512_or_si512(bytes, _mm512_set1_epi8(0x20))}; }
  [[nodiscard]] std::uint64_t equal(char c) const { return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(c)); }
  [[nodiscard]] std::uint64_t within(char first, char last) const {
    const __m512i from_first = _mm512_sub_epi8(bytes, _mm512_set1_epi8(first));
    return _mm512_cmple_epu8_mask(from_first, _mm512_set1_epi8(static_cast<char>(last - first)));
  }
  [[nodiscard]] std::uint64_t high() const { return _mm512_movepi8_mask(bytes); }
};

}  // namespace

void classify_with_avx512(const char* bytes, std::size_t n, block_classes* classes) {
  classify_blocks<avx512_block>(bytes, n, classes);
}

void classify_pairs_with_avx512(const char* bytes, pair_classes& classes) {
  classify_pairs<avx512_block>(bytes, classes);
}

std::size_t write_places_with_avx512(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                     word_span* words) {
  return write_places_of(begins, ends, n, words);
}

}  // namespace isogloss::text
