#include "isogloss/base/philox.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <vector>

namespace isogloss {
namespace {

// Random123 1.14, tests/kat_vectors: philox4x32 10.
TEST(Philox, GivesTheKnownAnswers) {
  EXPECT_EQ(philox::rounds({0, 0, 0, 0}, {0, 0}), (philox::block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox::rounds({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (philox::block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox::rounds({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (philox::block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, BeginsWithTheBlockOfItsAddress) {
  philox numbers(0x299f31d0a4093822ULL, 7, 5, 3);
  const auto expected = philox::rounds({0, 3, 5, 7}, {0xa4093822, 0x299f31d0});
  for (const auto number : expected) EXPECT_EQ(numbers(), number);
  const auto next = philox::rounds({1, 3, 5, 7}, {0xa4093822, 0x299f31d0});
  for (const auto number : next) EXPECT_EQ(numbers(), number);
}

TEST(Philox, StreamsDifferByEveryPartOfTheirAddress) {
  const std::vector<philox> streams = {philox(1, 0, 0, 0),          philox(2, 0, 0, 0), philox(1, 1, 0, 0),
                                       philox(1, 0, 1, 0),          philox(1, 0, 0, 1), philox(0x100000001ULL, 0, 0, 0),
                                       philox(1, 0, 0x80000000U, 0)};
  std::set<std::array<std::uint32_t, 4>> first;
  for (philox stream : streams) first.insert({stream(), stream(), stream(), stream()});
  EXPECT_EQ(first.size(), streams.size());
}

TEST(Philox, UniformLiesInZeroToOneAndUses53Bits) {
  philox numbers(11, 0, 0);
  philox same(11, 0, 0);
  double sum = 0;
  for (int i = 0; i < 10000; ++i) {
    const std::uint64_t high = same() >> 5U;
    const std::uint64_t low = same() >> 6U;
    const double u = numbers.uniform();
    ASSERT_GE(u, 0.0);
    ASSERT_LT(u, 1.0);
    ASSERT_EQ(u * 0x1.0p53, static_cast<double>(high * 67108864 + low));
    sum += u;
  }
  EXPECT_NEAR(sum / 10000, 0.5, 4 * 0.2886751 / 100);  // four standard errors
}

TEST(Philox, BelowStaysBelowAndReachesEveryNumber) {
  philox numbers(3, 0, 0);
  for (const std::uint64_t n : {1U, 2U, 3U, 7U, 1000U}) {
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 20000; ++i) seen.insert(numbers.below(n));
    EXPECT_EQ(seen.size(), n);
    EXPECT_LT(*seen.rbegin(), n);
  }
}

TEST(Philox, BelowOfTwoToThe32IsTheNumberItself) {
  philox numbers(5, 0, 0);
  philox same(5, 0, 0);
  for (int i = 0; i < 100; ++i) ASSERT_EQ(numbers.below(std::uint64_t{1} << 32U), same());
}

// Without rejection the lower half would come up two times in three.
TEST(Philox, BelowHasNoBiasAtThreeQuartersOfTheRange) {
  philox numbers(17, 0, 0);
  const std::uint64_t n = std::uint64_t{3} << 30U;
  int thirds[3] = {0, 0, 0};
  for (int i = 0; i < 30000; ++i) ++thirds[numbers.below(n) % 3];
  for (const int count : thirds) EXPECT_NEAR(count, 10000, 4 * 81.65);
}

static_assert(philox::min() == 0 && philox::max() == 0xffffffff);

}  // namespace
}  // namespace isogloss
