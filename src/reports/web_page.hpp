#pragma once

#include <string_view>

namespace isogloss::reports {

/// The page without its results, which belong where "<!--results-->" stands; empty where the program was built without
/// it.
[[nodiscard]] std::string_view web_page();

/// What draws plots as SVG in Node.js (src/reports/web/svg.js, bundled); empty where the program was built without it.
[[nodiscard]] std::string_view svg_script();

}  // namespace isogloss::reports
