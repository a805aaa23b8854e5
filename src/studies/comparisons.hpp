#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <string>
#include <vector>

#include "isogloss/corpus/study.hpp"
#include "isogloss/studies/keyness.hpp"

namespace isogloss::studies {

enum class side : std::uint8_t { target, reference, neither };

/// Two sets of documents.
struct comparison {
  std::string target;
  std::string reference;
  std::vector<side> side_of;  ///< of each document
};

/// The documents by group, author or document, those without tokens left out.
[[nodiscard]] corpus::grouping compared_groups(const material& m, const keyness_options& options);

/// The author of each document, numbered; each document its own where the column is not there or empty.
[[nodiscard]] std::vector<std::size_t> authors_of(const material& m, const std::string& column);

/// The comparisons that the options ask for: each against the rest, then every pair.
/// @throws data_error  fewer than two groups; no such group; a side without tokens
[[nodiscard]] std::vector<comparison> comparisons(const material& m, const corpus::grouping& g,
                                                  const keyness_options& options);

/// Has the document tokens in the chosen zones?
[[nodiscard]] bool has_tokens(const material& m, std::size_t document);

}  // namespace isogloss::studies
