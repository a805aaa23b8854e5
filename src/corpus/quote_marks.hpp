#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace isogloss::corpus {

/// A quote mark in its surroundings: what it may do there. Apostrophes do neither.
struct quote_mark {
  char32_t code;
  std::size_t begin;
  std::size_t end;
  bool opens;
  bool closes;
};

/// The quote marks of text[begin, end), of all scripts.
[[nodiscard]] std::vector<quote_mark> quote_marks(std::string_view text, std::size_t begin, std::size_t end);

/// Is `closing` the mark that ends what `opening` begins: “ ”, „ “, « », » «, ‘ ’, 「 」, " "?
[[nodiscard]] bool is_pair(char32_t opening, char32_t closing);
/// May `closing` stand for it by a slip: “ ... ", “ ... ’?
[[nodiscard]] bool is_near_pair(char32_t opening, char32_t closing);

/// For each mark that opens a quotation: the mark that closes it, nested ones passed over; nothing where it is missing.
/// @return  pairs of indices into `marks`, outermost only, ascending
struct mark_pair {
  std::size_t opening;
  std::optional<std::size_t> closing;
};
[[nodiscard]] std::vector<mark_pair> outer_pairs(const std::vector<quote_mark>& marks);

}  // namespace isogloss::corpus
