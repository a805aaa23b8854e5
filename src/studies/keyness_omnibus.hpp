#pragma once

#include "isogloss/base/table.hpp"
#include "studies/keyness_measures.hpp"

namespace isogloss::studies {

/// Does any group use the term at another rate than the others? One row a term.
[[nodiscard]] table keyness_omnibus(const material& m, const keyness_counts& counts, const corpus::grouping& groups,
                                    const keyness_options& options);

}  // namespace isogloss::studies
