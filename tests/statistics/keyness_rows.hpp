#pragma once

#include <string>

#include "golden_table.hpp"
#include "isogloss/statistics/contingency.hpp"

/// The rows of golden/keyness.csv and golden/log_odds.csv.
namespace isogloss::statistics {

inline contingency table_of(const golden::row& row) {
  return {row.number("target_count"), row.number("reference_count"), row.number("target_tokens"),
          row.number("reference_tokens")};
}

inline std::string name_of(const golden::row& row) {
  return row.text("target") + "/" + row.text("term");
}

}  // namespace isogloss::statistics
