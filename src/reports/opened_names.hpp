#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isogloss/studies/concordances.hpp"
#include "reports/plot.hpp"

namespace isogloss::reports {

/// What a click on a cell opens: "term", "terms" (several, "; " between them, each with its weight in brackets),
/// "target"; "" where it opens nothing.
[[nodiscard]] std::string opened_kind(std::string_view table, std::string_view column);

/// What the plots and the tables of a page name, each once, from the most to the least important: by how far in front
/// it stands in its list (of a comparison, of a document), plots before tables. The first 10 000.
/// @param tables  excerpts by name
[[nodiscard]] std::vector<studies::concordance_name> opened_names(const std::vector<plot>& plots, const json& tables);

}  // namespace isogloss::reports
