#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// What a concordance is sorted by; what is equal stays in the order of documents and positions.
enum class kwic_order {
  position,
  left,     ///< the word before, then the one before that, ...
  right,    ///< the word after, then the next, ...
  keyword,  ///< the words found, then as right
};

[[nodiscard]] std::string_view name(kwic_order order);
[[nodiscard]] std::optional<kwic_order> kwic_order_from(std::string_view name);
[[nodiscard]] std::span<const kwic_order> all_kwic_orders();

struct kwic_options {
  std::string pattern;     ///< see tokens::pattern
  bool regex = false;      ///< as pattern_options::regex
  std::size_t window = 5;  ///< words to show on either side
  kwic_order order = kwic_order::position;
};

/// A concordance: every place of the chosen zones in which the pattern is found, with the text around it as it is
/// written, of whatever zone. Words count whether or not they are terms; joined phrases are taken apart.
/// @throws data_error  the study has features only; a bad pattern
[[nodiscard]] table kwic_layout();
[[nodiscard]] table kwic(const material& m, const kwic_options& options);

}  // namespace isogloss::studies
