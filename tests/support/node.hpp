#pragma once

#include <cstdlib>

#include "isogloss/reports/report.hpp"

namespace isogloss::testing {

/// Does `isogloss run` draw SVG here? Where the page was bundled Node.js was there; it need not be there still.
inline bool draws_svg() {
  static const bool there = std::system("node --version > /dev/null 2>&1") == 0;
  return reports::draws_pages() && there;
}

}  // namespace isogloss::testing
