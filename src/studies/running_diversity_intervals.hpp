#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "isogloss/base/ids.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/studies/evenness.hpp"

namespace isogloss::studies {

/// `ends` without what no value can be: below 0, above `highest`. NaN stays.
[[nodiscard]] statistics::interval within(statistics::interval ends, double highest);

/// Measures along the text: MATTR, MSTTR and MTLD. They need word order: NaN where the study has features only.
class running_diversity {
 public:
  running_diversity(const material& m, const diversity_options& options);

  struct row {
    std::string_view measure;
    double value;
    statistics::interval ends;
  };
  [[nodiscard]] std::vector<row> of_document(std::size_t document) const;

 private:
  struct text {
    std::vector<term_id> tokens;
    std::vector<std::size_t> segment;  ///< of each token, from 0 without gaps
  };
  [[nodiscard]] text text_of(std::size_t document) const;

  const material& m_;
  diversity_options options_;
  std::vector<term_id> term_of_type_;
  std::vector<bool> counted_;
};

}  // namespace isogloss::studies
