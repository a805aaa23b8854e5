#pragma once

#include <string>
#include <vector>

#include "studies/contexts.hpp"

namespace isogloss::studies {

/// "power (3.1); council (2.4)": the collocates that one side has rather than the other, with z of
/// statistics::weighted_log_odds; "" for none.
struct telling_collocates {
  std::string of_a;
  std::string of_b;
};

/// The prior is a tenth of the pooled contexts: with all of them, it would take twelve tokens against none for a z of
/// 1.96, more than the contexts of most terms have.
/// @param terms  the columns of the dfm
[[nodiscard]] telling_collocates name_collocates(const content_contexts::compared& compared,
                                                 const std::vector<std::string>& terms);

}  // namespace isogloss::studies
