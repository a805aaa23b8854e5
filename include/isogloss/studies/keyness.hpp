#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// What is compared with what.
enum class keyness_by { group, author, document };

struct keyness_options {
  keyness_by by = keyness_by::group;
  std::string target;     ///< one of them; "": each in turn
  std::string reference;  ///< one of them; "": the rest, and without a target every pair too
  bool pairs = true;      ///< without a target: every pair, besides each against the rest
  std::string author_column =
      "author";                   ///< whose documents resample together; without the column each document has its own
  double min_count = 5;           ///< over the documents compared
  std::size_t min_documents = 1;  ///< of those compared
  std::size_t top = 0;            ///< terms a comparison, by rank; 0: all
  std::string sort_by = "log_odds_z";
  bool intervals = true;
};

/// The columns --sort-by takes.
[[nodiscard]] std::span<const std::string_view> keyness_sort_columns();

/// What a table of keyness comes to, by the two questions it answers.
struct keyness_summary {
  std::size_t n_differences = 0;  ///< rows looked at
  std::size_t within = 0;  ///< *in these texts*: interval excludes 0, and every document of one side above every other
  std::size_t beyond = 0;  ///< *beyond these texts*: q < 0.05
  double smallest_p = 1;   ///< the smallest p_attainable of any comparison
};

struct keyness_result {
  table keyness;  ///< every comparison
  table omnibus;  ///< one row a term: any difference among all of them
  keyness_summary summary;
};

[[nodiscard]] table keyness_layout();
[[nodiscard]] table keyness_omnibus_layout();

/// Which terms set groups apart: each against the rest, every pair, and all together.
///
/// Token-level measures (log_likelihood, chi_squared, token_level_p_value, fisher_exact) are description: they take
/// every token for an independent draw. p_value takes the document for the unit; see statistics::quasi_poisson.
///
/// @throws data_error  no such group, author or document; fewer than two; a side without tokens; an unknown sort column
[[nodiscard]] keyness_result keyness(const material& m, const keyness_options& options = {});

}  // namespace isogloss::studies
