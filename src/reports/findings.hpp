#pragma once

#include <string>
#include <vector>

#include "reports/plot.hpp"

namespace isogloss::reports {

/// A sentence made from numbers, with the plot and the table that show them.
struct finding {
  std::string text;
  std::string plot;
  std::string table;
};

/// Differences of groups that hold in these texts: the interval within the documents is free of 0 (or intervals of the
/// groups do not meet), and every document of one group is above every document of the others. The strongest few.
[[nodiscard]] std::vector<finding> findings_within(const plot_context& context);

/// Those that hold beyond these texts, q < 0.05 with documents as units; or, where there are none, that they could not
/// have been shown with so few documents, or that none was found.
[[nodiscard]] std::vector<finding> findings_beyond(const plot_context& context);

/// Terms of the first, of categories and targets of stance the second: parts of findings_within.
[[nodiscard]] std::vector<finding> telling_terms(const plot_context& context);
[[nodiscard]] std::vector<finding> telling_stance(const plot_context& context);

}  // namespace isogloss::reports
