#include "studies/descending_order.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace isogloss::studies {
namespace {

constexpr unsigned digit_bits = 8;
constexpr unsigned n_digits = 3;
constexpr std::size_t radix = std::size_t{1} << digit_bits;

// Bits of a positive number ascend with it, those of a negative one descend.
std::uint64_t descending_key(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);  // without -0
  constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
  return (bits & sign) != 0 ? bits : ~(bits | sign);
}

}  // namespace

std::span<const std::uint32_t> descending_order::of(std::span<const double> values) {
  keys_.resize(values.size());
  std::transform(values.begin(), values.end(), keys_.begin(), descending_key);
  take_digits();
  sort_by_digits();
  mend();
  order_.resize(items_.size());
  std::transform(items_.begin(), items_.end(), order_.begin(), [](const item& i) { return i.place; });
  return order_;
}

// Small counts have their places counted; of the others there are few.
std::span<const std::uint32_t> descending_order::of_counts(std::span<const double> counts) {
  constexpr double n_small = 256;
  std::array<std::uint32_t, static_cast<std::size_t>(n_small)> places{};
  large_.clear();
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    if (counts[i] < n_small) {
      ++places[static_cast<std::size_t>(counts[i])];
    } else {
      large_.push_back(i);
    }
  }
  auto next = static_cast<std::uint32_t>(counts.size());
  for (auto& place : places) place = next -= place;
  order_.resize(counts.size());
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    if (counts[i] < n_small) order_[places[static_cast<std::size_t>(counts[i])]++] = i;
  }
  std::stable_sort(large_.begin(), large_.end(), [&](auto a, auto b) { return counts[a] > counts[b]; });
  std::copy(large_.begin(), large_.end(), order_.begin());
  return order_;
}

// The first digits in which the keys differ.
void descending_order::take_digits() {
  items_.resize(keys_.size());
  if (keys_.empty()) return;
  const auto [least, most] = std::minmax_element(keys_.begin(), keys_.end());
  const std::uint64_t first = *least;
  const auto width = static_cast<unsigned>(std::bit_width(*most - first));
  const unsigned unseen = std::max(width, digit_bits * n_digits) - digit_bits * n_digits;
  for (std::uint32_t i = 0; i < items_.size(); ++i)
    items_[i] = {static_cast<std::uint32_t>((keys_[i] - first) >> unseen), i};
}

void descending_order::sort_by_digits() {
  std::array<std::array<std::uint32_t, radix>, n_digits> places{};
  for (const item& i : items_) {
    for (unsigned d = 0; d < n_digits; ++d) ++places[d][i.digits >> digit_bits * d & (radix - 1)];
  }
  other_.resize(items_.size());
  for (unsigned d = 0; d < n_digits; ++d) {
    auto& place = places[d];
    if (std::find(place.begin(), place.end(), items_.size()) != place.end()) continue;  // all have the same
    std::uint32_t next = 0;
    for (auto& p : place) next += std::exchange(p, next);
    for (const item& i : items_) other_[place[i.digits >> digit_bits * d & (radix - 1)]++] = i;
    items_.swap(other_);
  }
}

// Numbers that differ in later digits only.
void descending_order::mend() {
  const auto by_key = [&](const item& a, const item& b) {
    return keys_[a.place] != keys_[b.place] ? keys_[a.place] < keys_[b.place] : a.place < b.place;
  };
  for (auto begin = items_.begin(); begin != items_.end();) {
    auto end = begin;
    bool in_order = true;
    while (++end != items_.end() && end->digits == begin->digits)
      in_order = in_order && keys_[(end - 1)->place] <= keys_[end->place];
    if (!in_order) std::sort(begin, end, by_key);
    begin = end;
  }
}

}  // namespace isogloss::studies
