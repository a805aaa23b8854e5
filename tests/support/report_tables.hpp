#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "isogloss/base/table.hpp"

namespace isogloss::testing {

using enum column_type;

// Tables with the columns that the report reads, and no others.
inline table documents_table(const std::vector<std::pair<std::string, std::string>>& documents) {
  table t("documents", "The documents.", "document",
          {{"document", string, "", "a name"},
           {"group", string, "", "its group"},
           {"tokens", integer, "tokens", "its length"},
           {"quotation_share", number, "share", "of quoted words"}});
  for (const auto& [document, group] : documents) t.add(document, group, 100, 0.1);
  return t;
}

struct keyness_row {
  std::string target = "a", reference = "b", term;
  double low = 1, consistency = 1, q = 0.8, attainable = 0.1;
};

inline table keyness_table(const std::vector<keyness_row>& rows) {
  table t("keyness", "Terms.", "rank",
          {{"target", string, "", "a group"},
           {"reference", string, "", "another"},
           {"term", string, "", "a word"},
           {"target_count", integer, "", "occurrences"},
           {"reference_count", integer, "", "occurrences"},
           {"target_relative_frequency", number, "", "share"},
           {"reference_relative_frequency", number, "", "share"},
           {"log_ratio", number, "log2", "size"},
           {"log_ratio_low", number, "log2", "low"},
           {"log_ratio_high", number, "log2", "high"},
           {"q_value", number, "", "q"},
           {"p_attainable", number, "", "p"},
           {"consistency", number, "", "share"}});
  for (const auto& r : rows)
    t.add(r.target, r.reference, r.term, 8, 2, 0.008, 0.002, 2.0, r.low, 3.0, r.q, r.attainable, r.consistency);
  return t;
}

struct rate_row {
  std::string of;
  double per_thousand, low = 0, high = 20;
};

inline table rates_table(const std::string& name, const std::string& of, const std::vector<rate_row>& rows) {
  table t(name, "Rates.", of,
          {{of, string, "", "whose"},
           {"lexicon", string, "", "a lexicon"},
           {"category", string, "", "a category"},
           {"voice", string, "", "own or quoted"},
           {"hits", integer, "", "words of it"},
           {"tokens", integer, "tokens", "all words"},
           {"per_thousand", number, "", "rate"},
           {"low", number, "", "low"},
           {"high", number, "", "high"}});
  for (const auto& r : rows) t.add(r.of, "frames", "doubt", "own", 5, 1000, r.per_thousand, r.low, r.high);
  return t;
}

inline table stance_groups_table(const std::vector<rate_row>& rows) {
  return rates_table("stance_groups", "group", rows);
}

inline table stance_table(const std::vector<rate_row>& rows) {
  return rates_table("stance", "document", rows);
}

struct merge_row {
  int left, right;
  double height;
  double support = 0.5;
};

inline table merges_table(const std::vector<merge_row>& rows) {
  table t("merges", "Trees.", "step",
          {{"layer", string, "", "a layer"},
           {"measure", string, "", "a measure"},
           {"method", string, "", "a method"},
           {"left", integer, "", "one side"},
           {"right", integer, "", "the other"},
           {"height", number, "", "of the join"},
           {"support", number, "share", "of resampled texts"}});
  for (const auto& r : rows) t.add("vocabulary", "cosine", "average", r.left, r.right, r.height, r.support);
  return t;
}

}  // namespace isogloss::testing
