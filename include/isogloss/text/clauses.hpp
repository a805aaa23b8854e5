#pragma once

#include <string_view>

namespace isogloss::text {

/// Does a clause end between two words of one sentence?
///
/// It does at a semicolon, a colon, a bracket or a dash (a hyphen only between spaces), at the full-width and Arabic
/// commas, at a comma before a word that opens an English clause (but, which, who, while, ...), and before because,
/// although, whereas, unless wherever they stand. A rule of punctuation, not a parse: "the party and the people,
/// the army" is one clause.
///
/// @param between  what stands between the words, valid UTF-8
/// @param next     the word after it, case-folded
[[nodiscard]] bool parts_clauses(std::string_view between, std::string_view next);

}  // namespace isogloss::text
