#pragma once

#include <string>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"
#include "isogloss/studies/target_basis.hpp"

namespace isogloss::studies {

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
/// several targets. How near it must stand material_options::judging says. Words within a target's name judge nothing.
/// Hedges and scare quotes are flagged and change nothing. Negation is looked for in English documents only.
///
/// Units      weights of the lexicon; net_per_mention: weight a mention, any range, above 0: praise
/// @throws data_error  the study has no targets or no evaluative lexicon; a basis that its features do not allow
/// Source     docs/measures.md, "Targets"; negation within three words after Taboada et al. (2011), Computational
///            Linguistics 37(2), 267-307, who flip or shift at negators found backwards from the word
/// @param author_column  whose documents belong together; each document its own where there is none
[[nodiscard]] targets_result targets(const material& m, const std::string& author_column = "author");

/// Why `targets` has nothing to work on; "" if it has.
[[nodiscard]] std::string why_no_targets(const material& m);

/// A lexicon that judges has a weight below 0.
[[nodiscard]] bool is_evaluative(const tokens::lexicon& l);

}  // namespace isogloss::studies
