#include "ordered_sums.hpp"

#include <algorithm>

namespace isogloss::statistics {
namespace {

using of_terms = ordered_sums::of_terms;

of_terms plus(of_terms sums, const of_terms& more) {
  for (std::size_t term = 0; term < sums.size(); ++term) sums[term] += more[term];
  return sums;
}

of_terms plus_usual(of_terms sums, std::span<const std::uint32_t> kinds, const of_terms* usual) {
  for (const std::uint32_t kind : kinds) sums = plus(sums, usual[kind]);
  return sums;
}

}  // namespace

of_terms ordered_sums::operator()(const std::vector<of_terms>& usual, std::vector<addend> held) const {
  std::sort(held.begin(), held.end(), [](const addend& a, const addend& b) { return a.place < b.place; });
  const std::span<const std::uint32_t> kinds = kind_of_;
  of_terms sums{};
  std::size_t done = 0;
  for (auto next = held.begin(); next != held.end(); ++done) {
    const std::size_t place = next->place;
    sums = plus_usual(sums, kinds.subspan(done, place - done), usual.data());
    of_terms here = usual[kinds[place]];
    for (; next != held.end() && next->place == place; ++next) here[next->term] = next->value;
    sums = plus(sums, here);
    done = place;
  }
  return plus_usual(sums, kinds.subspan(done), usual.data());
}

}  // namespace isogloss::statistics
