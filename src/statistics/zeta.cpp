#include "isogloss/statistics/zeta.hpp"

#include <cmath>

#include "checks.hpp"

namespace isogloss::statistics {
namespace {

struct shares {
  double target;
  double reference;
};

shares shares_with(const char* function, const segment_presence& p) {
  checks::not_negative(function, "target_segments", p.target_segments);
  checks::not_negative(function, "reference_segments", p.reference_segments);
  checks::in_range(function, "target_segments_with", p.target_segments_with, 0.0, p.target_segments);
  checks::in_range(function, "reference_segments_with", p.reference_segments_with, 0.0, p.reference_segments);
  return {p.target_segments_with / p.target_segments, p.reference_segments_with / p.reference_segments};
}

}  // namespace

double craig_zeta(const segment_presence& p) {
  const shares with = shares_with("craig_zeta", p);
  return with.target + (1.0 - with.reference);
}

double zeta_difference(const segment_presence& p) {
  const shares with = shares_with("zeta_difference", p);
  return with.target - with.reference;
}

double log_zeta(const segment_presence& p, double addition) {
  const shares with = shares_with("log_zeta", p);
  checks::positive("log_zeta", "addition", addition);
  return std::log2((with.target + addition) / (with.reference + addition));
}

}  // namespace isogloss::statistics
