#include <immintrin.h>

#include "text/block_classes_of.hpp"

namespace isogloss::text {
namespace {

struct avx2_block {
  __m256i low, upper;

  static avx2_block load(const char* at) {
    return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)),
            _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + 32))};
  }
  static std::uint64_t mask(__m256i low, __m256i upper) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
           static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(upper))) << 32U;
  }
  [[nodiscard]] avx2_block lowered() const {
    const __m256i bit = _mm256_set1_epi8(0x20);
    return {_mm256_or_si256(low, bit), _mm256_or_si256(upper, bit)};
  }
  [[nodiscard]] std::uint64_t equal(char c) const {
    const __m256i wanted = _mm256_set1_epi8(c);
    return mask(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(upper, wanted));
  }
  [[nodiscard]] std::uint64_t within(char first, char last) const {
    const __m256i start = _mm256_set1_epi8(first);
    const __m256i most = _mm256_set1_epi8(static_cast<char>(last - first));
    const auto inside = [&](__m256i bytes) {
      const __m256i from_first = _mm256_sub_epi8(bytes, start);
      return _mm256_cmpeq_epi8(_mm256_min_epu8(from_first, most), from_first);
    };
    return mask(inside(low), inside(upper));
  }
  [[nodiscard]] std::uint64_t high() const { return mask(low, upper); }
};

}  // namespace

void classify_with_avx2(const char* bytes, std::size_t n, block_classes* classes) {
  classify_blocks<avx2_block>(bytes, n, classes);
}

void classify_pairs_with_avx2(const char* bytes, pair_classes& classes) {
  classify_pairs<avx2_block>(bytes, classes);
}

std::size_t write_places_with_avx2(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                   word_span* words) {
  return write_places_of(begins, ends, n, words);
}

}  // namespace isogloss::text
