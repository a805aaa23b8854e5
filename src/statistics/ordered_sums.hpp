#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace isogloss::statistics {

/// Sums over all places, of several terms in step. Each term's numbers are added one after the other, in the order of
/// the places, as a loop over a row of them does, so that its sum is the same to the last bit; but a processor adds up
/// several such rows in the time of one. Places of a kind add the same to a term that they do not hold.
class ordered_sums {
 public:
  static constexpr std::size_t most_terms = 16;
  using of_terms = std::array<double, most_terms>;

  /// What a place that holds a term adds to its sum.
  struct addend {
    std::uint32_t place;
    std::uint32_t term;  ///< below most_terms
    double value;
  };

  /// @param kind_of  of each place
  explicit ordered_sums(std::vector<std::uint32_t> kind_of) : kind_of_(std::move(kind_of)) {}

  /// @param usual  by kind: what a place adds to each term that it does not hold
  /// @param held   in any order; one for each place and term at most
  [[nodiscard]] of_terms operator()(const std::vector<of_terms>& usual, std::vector<addend> held) const;

 private:
  std::vector<std::uint32_t> kind_of_;
};

/// The distinct ones of some values, and which of them each place has.
template <class Value>
struct kinds {
  std::vector<Value> values;
  std::vector<std::uint32_t> kind_of;

  void add(const Value& value) {
    const auto [found, is_new] = number_.emplace(value, static_cast<std::uint32_t>(values.size()));
    if (is_new) values.push_back(value);
    kind_of.push_back(found->second);
  }

 private:
  std::map<Value, std::uint32_t> number_;
};

/// Calls some(first, n) for the numbers below `n_terms`, as many in a row as are added up in step.
template <class Some>
void for_terms_in_step(std::size_t n_terms, const Some& some) {
  for (std::size_t first = 0; first < n_terms; first += ordered_sums::most_terms)
    some(first, std::min(ordered_sums::most_terms, n_terms - first));
}

}  // namespace isogloss::statistics
