#include "text/block_classes.hpp"

#include "text/block_classes_of.hpp"

namespace isogloss::text {

#if defined(__x86_64__)
void classify_with_avx512(const char* bytes, std::size_t n, block_classes* classes);
void classify_pairs_with_avx512(const char* bytes, pair_classes& classes);
std::size_t write_places_with_avx512(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                     word_span* words);
std::size_t write_places_with_vbmi2(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                    word_span* words);
void classify_with_avx2(const char* bytes, std::size_t n, block_classes* classes);
void classify_pairs_with_avx2(const char* bytes, pair_classes& classes);
std::size_t write_places_with_avx2(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                   word_span* words);
void classify_with_sse2(const char* bytes, std::size_t n, block_classes* classes);
void classify_pairs_with_sse2(const char* bytes, pair_classes& classes);
std::size_t write_places_with_sse2(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                   word_span* words);
#elif defined(__aarch64__)
void classify_with_neon(const char* bytes, std::size_t n, block_classes* classes);
void classify_pairs_with_neon(const char* bytes, pair_classes& classes);
std::size_t write_places_with_neon(const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                   word_span* words);
#endif

namespace {

// Byte by byte: for machines that none of the others was written for.
struct portable_block {
  const char* bytes;
  unsigned set;  // bits to set in each

  static portable_block load(const char* at) { return {at, 0}; }
  template <class Function>
  [[nodiscard]] std::uint64_t mask(const Function& of_byte) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < block_bytes; ++i)
      bits |= static_cast<std::uint64_t>(of_byte(static_cast<unsigned char>(bytes[i]) | set)) << i;
    return bits;
  }
  [[nodiscard]] portable_block lowered() const { return {bytes, 0x20}; }
  [[nodiscard]] std::uint64_t equal(char wanted) const {
    return mask([wanted](unsigned c) { return c == static_cast<unsigned char>(wanted); });
  }
  [[nodiscard]] std::uint64_t within(char first, char last) const {
    const unsigned least = static_cast<unsigned char>(first);
    const unsigned most = static_cast<unsigned char>(last);
    return mask([=](unsigned c) { return c >= least && c <= most; });
  }
  [[nodiscard]] std::uint64_t high() const {
    return mask([](unsigned c) { return c >= 0x80; });
  }
};

std::vector<classifiers> find_classifiers() {
  std::vector<classifiers> found;
#if defined(__x86_64__)
  const bool bits = __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("popcnt") != 0;
  if (bits && __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
      __builtin_cpu_supports("avx512vbmi2") != 0)
    found.push_back({"avx512vbmi2", classify_with_avx512, classify_pairs_with_avx512, write_places_with_vbmi2});
  if (bits && __builtin_cpu_supports("avx512bw") != 0)
    found.push_back({"avx512", classify_with_avx512, classify_pairs_with_avx512, write_places_with_avx512});
  if (bits && __builtin_cpu_supports("avx2") != 0)
    found.push_back({"avx2", classify_with_avx2, classify_pairs_with_avx2, write_places_with_avx2});
  found.push_back({"sse2", classify_with_sse2, classify_pairs_with_sse2, write_places_with_sse2});
#elif defined(__aarch64__)
  found.push_back({"neon", classify_with_neon, classify_pairs_with_neon, write_places_with_neon});
#endif
  found.push_back({"portable", classify_blocks<portable_block>, classify_pairs<portable_block>, write_places_of});
  return found;
}

}  // namespace

const std::vector<classifiers>& all_classifiers() {
  static const std::vector<classifiers> found = find_classifiers();
  return found;
}

}  // namespace isogloss::text
