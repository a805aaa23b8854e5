#pragma once

#include <cstddef>
#include <limits>

#include "isogloss/base/errors.hpp"

namespace isogloss::counts {

/// Where the next row of a sparse matrix begins; Eigen numbers cells in 32 bits.
/// @throws data_error  there are too many
inline int next_begin(int begin, std::size_t cells) {
  if (cells > static_cast<std::size_t>(std::numeric_limits<int>::max() - begin)) {
    throw data_error("the study", "has more than 2,147,483,647 counts of a term in a document",
                     "Take fewer documents (--where), or fewer terms: --stopwords, --stem.");
  }
  return begin + static_cast<int>(cells);
}

}  // namespace isogloss::counts
