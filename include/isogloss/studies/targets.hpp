#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"

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

struct targets_options {
  std::optional<target_basis> basis;  ///< otherwise the clause, or the segment where the study has features only
  std::size_t window = 10;            ///< tokens between name and word, to either side
  std::string author_column = "author";
};

/// How targets are judged.
struct targets_result {
  table targets;   ///< by document
  table groups;    ///< by group; empty where documents are not grouped
  table evidence;  ///< a row for each name and each judgement: the other tables are its sums
  std::vector<std::string> notes;
};

[[nodiscard]] table targets_layout();
[[nodiscard]] table target_groups_layout();
[[nodiscard]] table target_evidence_layout();

/// Gathers what is said of each target of targets.csv in the words of the evaluative lexicons (those with a weight
/// below 0), in the author's own voice and in quotations.
///
///   value = weight, or -weight where an odd number of negations stands within three words before it in its clause
///   positive = sum of the values above 0; negative = minus the sum of those below; net = positive - negative
///
/// A word judges a target once, at its nearest name (the earlier of two equally near), in one voice; it may judge
/// several targets. Words within a target's name judge nothing. Hedges and scare quotes are flagged and change nothing.
/// Negation is looked for in English documents only.
///
/// Units      weights of the lexicon; net_per_mention: weight a mention, any range, above 0: praise
/// @throws data_error  the study has no targets or no evaluative lexicon; a basis that its features do not allow
/// Source     docs/measures.md, "Targets"; negation within three words after Taboada et al. (2011), Computational
///            Linguistics 37(2), 267-307, who flip or shift at negators found backwards from the word
[[nodiscard]] targets_result targets(const material& m, const targets_options& options);

/// Why `targets` has nothing to work on; "" if it has.
[[nodiscard]] std::string why_no_targets(const material& m);

/// A lexicon that judges has a weight below 0.
[[nodiscard]] bool is_evaluative(const tokens::lexicon& l);

}  // namespace isogloss::studies
