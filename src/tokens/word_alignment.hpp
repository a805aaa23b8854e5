#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

namespace isogloss::tokens {

/// Equal words in a row: words a, a + 1, ... of one document and b, b + 1, ... of another.
struct word_run {
  std::size_t a, b, length;
  friend bool operator==(const word_run&, const word_run&) = default;
};

/// An alignment: its runs, ascending in both documents. Between them stand words that differ.
struct word_alignment {
  std::vector<word_run> runs;

  [[nodiscard]] std::size_t begin_a() const { return runs.front().a; }
  [[nodiscard]] std::size_t begin_b() const { return runs.front().b; }
  [[nodiscard]] std::size_t end_a() const { return runs.back().a + runs.back().length; }
  [[nodiscard]] std::size_t end_b() const { return runs.back().b + runs.back().length; }
  [[nodiscard]] std::size_t matched() const;
  /// The runs' words, and the longer side of each stretch between.
  [[nodiscard]] std::size_t columns() const;
  [[nodiscard]] bool contains(const word_alignment& other) const {
    return begin_a() <= other.begin_a() && other.end_a() <= end_a() && begin_b() <= other.begin_b() &&
           other.end_b() <= end_b();
  }
};

/// Continues an alignment from (0, 0): the runs of the best alignment of the first i and j words, over all i and j that
/// are reached before the score falls more than `max_drop` below the best so far. +1 an equal word, -1 a word replaced,
/// added or left out. Of equally good ones, the shortest in a; words are rather paired than left out.
/// @param equal  equal(i, j) for i < n_a, j < n_b
[[nodiscard]] std::vector<word_run> extend(std::size_t n_a, std::size_t n_b, std::size_t max_drop,
                                           const std::function<bool(std::size_t, std::size_t)>& equal);

}  // namespace isogloss::tokens
