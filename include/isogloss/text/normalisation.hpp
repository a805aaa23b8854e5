#pragma once

#include <string>
#include <string_view>

namespace isogloss::text {

/// Unicode normalisation forms (UAX #15): canonical, or with compatibility characters (ligatures, full-width forms).
enum class normalisation { nfc, nfkc };

/// `text`, valid UTF-8, in the given form.
[[nodiscard]] std::string normalise(std::string_view text, normalisation form);

/// Full case folding (Unicode, CaseFolding.txt C + F; not Turkic), then `form` again.
[[nodiscard]] std::string fold_case(std::string_view text, normalisation form = normalisation::nfc);

/// Both typographic apostrophes, U+2019 and U+02BC, written as U+0027.
[[nodiscard]] std::string unify_apostrophes(std::string_view text);

}  // namespace isogloss::text
