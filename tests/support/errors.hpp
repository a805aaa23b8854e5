#pragma once

#include <string_view>
#include <vector>

#include "isogloss/base/errors.hpp"

namespace isogloss::testing {

/// The problems of the data_error that `work` throws; none where it throws none.
template <class Work>
[[nodiscard]] std::vector<problem> problems_of(const Work& work) {
  try {
    static_cast<void>(work());
  } catch (const data_error& error) {
    return error.problems();
  }
  return {};
}

/// Is there a problem whose place ends in `where` (":17") and whose text holds `what`?
[[nodiscard]] inline bool has_problem(const std::vector<problem>& problems, std::string_view where,
                                      std::string_view what) {
  for (const auto& p : problems) {
    if (p.where.ends_with(where) && p.what.find(what) != std::string::npos) return true;
  }
  return false;
}

}  // namespace isogloss::testing
