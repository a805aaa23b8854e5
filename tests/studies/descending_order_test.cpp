#include "studies/descending_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "isogloss/base/philox.hpp"

namespace isogloss::studies {
namespace {

std::vector<std::uint32_t> expected(const std::vector<double>& values) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] > values[b]; });
  return order;
}

void expect_order(const std::vector<double>& values) {
  static descending_order order;
  const auto found = order.of(values);
  EXPECT_EQ(std::vector<std::uint32_t>(found.begin(), found.end()), expected(values));
}

TEST(DescendingOrder, IsThatOfAStableSort) {
  philox random(2);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> values(random() % 600);
    for (double& v : values) v = round % 2 == 0 ? random.uniform() : std::floor(20 * random.uniform()) - 10;
    expect_order(values);
  }
}

TEST(DescendingOrder, TellsNeighboursApart) {
  std::vector<double> values = {1e300, -1e300};  // so wide a range that the first digits tell little
  double v = 1;
  for (int i = 0; i < 300; ++i) values.push_back(v = std::nextafter(v, 2));
  for (int i = 0; i < 300; ++i) values.push_back(-(v = std::nextafter(v, 0)));
  expect_order(values);
}

TEST(DescendingOrder, ZerosAreEqualAndInfinitiesAreEnds) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  expect_order({-0.0, 0.0, infinity, 5e-324, -5e-324, -infinity, 0.0, -0.0});
  expect_order({});
  expect_order({3});
  expect_order({2, 2, 2});
}

TEST(DescendingOrder, OfCountsIsTheSame) {
  philox random(4);
  descending_order order;
  for (int round = 0; round < 100; ++round) {
    std::vector<double> counts(random() % 500);
    for (double& c : counts) c = 1 + std::floor(std::pow(random.uniform(), 8) * 5000);
    const auto found = order.of_counts(counts);
    EXPECT_EQ(std::vector<std::uint32_t>(found.begin(), found.end()), expected(counts));
  }
  const std::vector<double> edges = {255, 256, 257, 1, 256, 255};
  const auto found = order.of_counts(edges);
  EXPECT_EQ(std::vector<std::uint32_t>(found.begin(), found.end()), expected(edges));
}

}  // namespace
}  // namespace isogloss::studies
