#include "isogloss/base/packed_pairs.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <utility>

namespace isogloss {
namespace {

using pairs = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

template <class Packed>
pairs packed_and_back(const pairs& wanted) {
  typename Packed::writer writer;
  pairs found;
  for (int round = 0; round < 2; ++round) {  // what was taken is not there any more
    for (const auto& [number, count] : wanted) {
      writer.reserve(1);
      writer.add(number, count);
    }
    const Packed packed = writer.take();
    EXPECT_EQ(packed.size(), wanted.size());
    found.clear();
    packed.for_each([&](std::uint64_t number, std::uint64_t count) { found.emplace_back(number, count); });
  }
  return found;
}

// About the edges of what fits one unit: 5 of 16 bits hold counts to 31 and numbers to 2047, 8 of 32 counts to 255.
pairs edges() {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  pairs result;
  for (const std::uint64_t number : {0UL, 1UL, 2047UL, 2048UL, 65535UL, (1UL << 24U) - 1, 1UL << 24U, most}) {
    for (const std::uint64_t count : {0UL, 1UL, 31UL, 32UL, 255UL, 256UL, 1UL << 32U, most})
      result.emplace_back(number, count);
  }
  return result;
}

TEST(PackedPairs, ComeBackAsTheyWere) {
  EXPECT_EQ((packed_and_back<packed_pairs<std::uint16_t, 5>>(edges())), edges());
  EXPECT_EQ((packed_and_back<packed_pairs<std::uint32_t, 8>>(edges())), edges());
}

TEST(PackedPairs, MayBeNone) {
  EXPECT_TRUE((packed_and_back<packed_pairs<std::uint16_t, 5>>({})).empty());
}

}  // namespace
}  // namespace isogloss
