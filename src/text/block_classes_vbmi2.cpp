#include <immintrin.h>

#include <array>
#include <cstdint>

#include "text/block_classes_of.hpp"

namespace isogloss::text {
namespace {

constexpr __mmask16 begin_fields = 0x5555;
constexpr __mmask16 end_fields = 0xAAAA;

// Eight places, the lowest bytes of `places`, into the begins or the ends of eight words. What is beyond the last place
// is written over by the next block's.
template <__mmask16 Fields>
void write_eight(word_span* to, __m128i places, __m512i first) {
  __m512i spans = _mm512_add_epi64(_mm512_cvtepu8_epi64(places), first);
  if constexpr (Fields == end_fields) spans = _mm512_slli_epi64(spans, 32);
  _mm512_mask_storeu_epi32(to, Fields, spans);
}

template <__mmask16 Fields>
word_span* write_places_of_block(word_span* to, std::uint64_t bits, __m512i numbers, __m512i first) {
  const __m512i places = _mm512_maskz_compress_epi8(bits, numbers);
  const int n = __builtin_popcountll(bits);
  // In 64 bytes of text stand more than 8 words mostly, and more than 16 hardly ever.
  const __m128i low = _mm512_castsi512_si128(places);
  write_eight<Fields>(to, low, first);
  write_eight<Fields>(to + 8, _mm_unpackhi_epi64(low, low), first);
  if (n > 16) {
    const __m128i high = _mm512_extracti32x4_epi32(places, 1);
    write_eight<Fields>(to + 16, high, first);
    write_eight<Fields>(to + 24, _mm_unpackhi_epi64(high, high), first);
  }
  return to + n;
}

__m512i zero_to_63() {
  alignas(64) static constexpr auto numbers = [] {
    std::array<std::uint8_t, 64> result{};
    for (std::size_t i = 0; i < 64; ++i) result[i] = static_cast<std::uint8_t>(i);
    return result;
  }();
  return _mm512_load_si512(numbers.data());
}

}  // namespace

std::size_t write_places_with_vbmi2(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                    word_span* words) {
  const __m512i numbers = zero_to_63();
  word_span* next_begin = words;
  word_span* next_end = words;
  for (std::size_t block = 0; block < n; ++block) {
    const __m512i first = _mm512_set1_epi64(static_cast<long long>(block * block_bytes));
    next_begin = write_places_of_block<begin_fields>(next_begin, begins[block], numbers, first);
    next_end = write_places_of_block<end_fields>(next_end, ends[block], numbers, first);
  }
  return static_cast<std::size_t>(next_begin - words);
}

}  // namespace isogloss::text
