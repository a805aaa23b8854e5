#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace isogloss::reports {

/// JSON that may stand in a <script> element of HTML: <, > and & are escapes, so that nothing in it can end the element
/// or begin another; U+2028 and U+2029, which older scripts take for ends of lines, are escapes too. It reads back the
/// same.
[[nodiscard]] std::string script_json(const nlohmann::ordered_json& value);

}  // namespace isogloss::reports
