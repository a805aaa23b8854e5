#pragma once

#include "isogloss/statistics/principal_components.hpp"
#include "isogloss/studies/ordination.hpp"

namespace isogloss::studies {

/// The ellipses of the documents (if wanted) and groups of a layer, see ordination(); no rows where there is one axis.
void add_ellipses(const material& m, const layer& l, const statistics::principal_components_result& found,
                  bool of_documents, table& ellipses);

}  // namespace isogloss::studies
