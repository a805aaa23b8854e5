#pragma once

#include <vector>

#include "isogloss/reports/report.hpp"
#include "reports/plot.hpp"

namespace isogloss::reports {

/// The sections of the page in their order: an array of {"id", "title", "blocks"}. A block has one of the members
/// "text", "heading", "list", "code", "tiers", "plots" (names, side by side), "table" (a name).
[[nodiscard]] json sections(const report_input& input, const plot_context& context, const std::vector<plot>& plots);

}  // namespace isogloss::reports
