#include "isogloss/statistics/contingency.hpp"

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {

double excess_count(const contingency& t) {
  checks::table("excess_count", t);
  return difference_of_products(t.target_count, t.reference_tokens, t.reference_count, t.target_tokens) / t.tokens();
}

}  // namespace isogloss::statistics
