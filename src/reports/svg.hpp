#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "reports/plot.hpp"

namespace isogloss::reports {

/// Plots as pictures.
struct drawings {
  std::vector<std::string> svg;    ///< of each plot, in their order; empty where it could not be drawn
  std::vector<std::string> notes;  ///< what is missing, and why
};

/// Draws plots with Vega in Node.js: on white ground, as the page prints them, choosers and searches as they are at
/// first. The same plots give the same bytes.
/// @param node   a path, or a name to look for on PATH
/// @param limit  for all plots together
[[nodiscard]] drawings draw(const std::vector<plot>& plots, const std::string& node, std::chrono::milliseconds limit);

}  // namespace isogloss::reports
