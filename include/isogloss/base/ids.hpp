#pragma once

#include <cstddef>
#include <cstdint>

namespace isogloss {

/// A document's place in its corpus, a surface form's in the vocabulary, a term's among the columns of a matrix.
/// Different types, so that none is taken for another.
enum class document_id : std::uint32_t {};
enum class type_id : std::uint32_t {};
enum class term_id : std::uint32_t {};

template <class Id>
[[nodiscard]] constexpr std::size_t index(Id id) {
  return static_cast<std::size_t>(id);
}

}  // namespace isogloss
