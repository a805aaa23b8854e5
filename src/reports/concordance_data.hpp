#pragma once

#include <vector>

#include "isogloss/reports/report.hpp"
#include "reports/plot.hpp"

namespace isogloss::reports {

/// What the page needs to show concordances, or `why` it shows none; `command` in both cases.
///
/// documents  [name, index into groups], groups, voices [zone, speaker]
/// passages   of each document, parted by line ends; `each`: the most lines of a name
/// term, target  by name: n, its hits; d, documents with hits; c, pairs of a document (`by`: or a group) and its hits;
///               k, what kwic takes (not there: the name itself); l, its lines, six numbers each: document, voice,
///               and in UTF-16 units of the passages where the line begins, and how long what stands before the
///               keyword, the keyword, and what stands after it are
[[nodiscard]] json concordance_data(const report_input& input, const plot_context& context,
                                    const std::vector<studies::concordance_name>& names);

}  // namespace isogloss::reports
