#pragma once

#include "isogloss/statistics/bootstrap.hpp"

namespace isogloss::statistics {

/// Wilson's interval of a proportion at 95 %.
///
///   (p + z^2 / 2n ± z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)
///
/// Symbols    p successes / n; z the 0.975 quantile of the normal distribution
/// Range      within 0 and 1; never of no width
///
/// @return    NaN twice for n = 0
/// @throws    std::domain_error  n negative, successes not in [0, n]
/// Source     Wilson (1927), Journal of the American Statistical Association 22(158), 209-212
/// Checked    tests/statistics/proportion_test.cpp: by hand; Newcombe (1998), Statistics in Medicine 17, table I
[[nodiscard]] interval wilson_interval(double successes, double n);

}  // namespace isogloss::statistics
