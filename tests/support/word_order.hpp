#pragma once

#include <sstream>
#include <string>

namespace isogloss::testing {

/// A table without the numbers that need word order, which features do not have: the average reduced frequency (last
/// column of dispersion.csv), the measures of running text (rows of diversity.csv), and the places of words (all of
/// stance_evidence.csv). Judgements of targets are compared where texts were read with --within segment.
inline std::string without_word_order(const std::string& name, const std::string& content) {
  if (name == "stance_evidence.csv") return {};
  std::istringstream lines(content);
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    if (name == "dispersion.csv") line.resize(line.rfind(','));
    if (name == "diversity.csv" && line.ends_with(",running text")) continue;
    kept += line + '\n';
  }
  return kept;
}

}  // namespace isogloss::testing
