#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace isogloss::tokens {

/// A document's words as numbers: equal words, equal numbers.
using word_sequence = std::vector<std::uint32_t>;

/// Where a seed begins.
struct seed_place {
  std::uint32_t document;
  std::uint32_t word;
};

/// Which sequences of `seed_words` words stand in several places, and where.
class seed_index {
 public:
  static constexpr std::uint32_t unique = ~std::uint32_t{0};

  /// @param within_documents  also of seeds that one document alone holds
  /// @param hash_bits  fewer than 64 make unequal seeds meet more often, and change nothing else
  seed_index(const std::vector<word_sequence>& documents, std::size_t seed_words, bool within_documents,
             unsigned hash_bits = 64);

  /// The seed that begins at each word of a document, or `unique`.
  [[nodiscard]] const std::vector<std::uint32_t>& seeds_of(std::size_t document) const { return seeds_[document]; }
  /// By document and word.
  [[nodiscard]] std::span<const seed_place> places(std::uint32_t seed) const {
    return std::span(places_).subspan(first_[seed], first_[seed + 1] - first_[seed]);
  }

 private:
  std::vector<std::vector<std::uint32_t>> seeds_;
  std::vector<seed_place> places_;
  std::vector<std::size_t> first_;  // into places_, of each seed, and the end
};

}  // namespace isogloss::tokens
