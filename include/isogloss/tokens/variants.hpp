#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace isogloss::tokens {

/// Spellings of English that a VarCon file can be read towards.
enum class spelling { american, british, british_ize, canadian, australian };

/// @throws data_error  no such spelling; names those there are
[[nodiscard]] spelling spelling_from(std::string_view name);

/// Spelling variants: variant -> term, both case-folded.
using variant_map = std::unordered_map<std::string, std::string>;

/// Reads a CSV with columns variant and term, or a file in the format of VarCon (varcon.txt).
///
/// From VarCon come the forms that its line gives for another spelling or as an ordinary variant ("v", "."), mapped to
/// the form preferred in `preferred`. Left out are lines whose forms depend on the sense (" | "), seldom used and
/// doubtful forms ("V", "-", "x"), forms that are themselves preferred in some line, and forms that would map to two
/// terms.
///
/// @throws data_error  a variant with two terms, a circle of variants, an empty cell, a malformed line (with its
/// number)
[[nodiscard]] variant_map read_variants(const std::filesystem::path& path, spelling preferred = spelling::british);

}  // namespace isogloss::tokens
