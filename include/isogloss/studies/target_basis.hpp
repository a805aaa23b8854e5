#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace isogloss::studies {

/// How near a word must stand to a target's name to judge it.
enum class target_basis {
  clause,    ///< in its clause, at most `window` tokens off
  sentence,  ///< in its sentence, at most `window` tokens off
  segment    ///< anywhere in a segment that names it: all that counts without word order can tell
};
[[nodiscard]] std::string_view name(target_basis basis);
[[nodiscard]] std::optional<target_basis> target_basis_from(std::string_view name);
[[nodiscard]] std::span<const target_basis> all_target_bases();

/// What judges a target.
struct judging_options {
  std::optional<target_basis> basis = {};  ///< otherwise the clause, or the segment where the study has features only
  std::size_t window = 10;                 ///< tokens between name and word, to either side
};

}  // namespace isogloss::studies
