#pragma once

#include <algorithm>
#include <cmath>

namespace isogloss::statistics {

// A kernel sums `over` and `under` over the terms of two rows and finishes with both sums. A term that neither
// row has adds nothing to either.

struct manhattan_kernel {
  static double over(double a, double b) { return std::abs(a - b); }
  static double under(double, double) { return 0; }
  static double finish(double over, double) { return over; }
};

struct euclidean_kernel {
  static double over(double a, double b) { return (a - b) * (a - b); }
  static double under(double, double) { return 0; }
  static double finish(double over, double) { return std::sqrt(over); }
};

struct canberra_kernel : manhattan_kernel {
  static double over(double a, double b) { return a + b == 0 ? 0 : std::abs(a - b) / (a + b); }
};

struct ratio_kernel {
  static double under(double a, double b) { return a + b; }
  static double finish(double over, double under) { return over / under; }
};

struct bray_curtis_kernel : ratio_kernel {
  static double over(double a, double b) { return std::abs(a - b); }
};

struct dice_kernel : ratio_kernel {
  static double over(double a, double b) { return 2 * std::min(a, b); }
};

struct ruzicka_kernel : ratio_kernel {
  static double over(double a, double b) { return std::min(a, b); }
  static double under(double a, double b) { return std::max(a, b); }
};

struct jensen_shannon_kernel {
  static double half(double p, double q) {
    if (p == 0) return 0;
    if (q == 0) return p / 2;  // the logarithm is 1, and most terms of a text are here
    return p * std::log2(2 * p / (p + q)) / 2;
  }
  static double over(double p, double q) { return half(p, q) + half(q, p); }
  static double under(double, double) { return 0; }
  // Rows equal up to rounding can sum to a hair below 0.
  static double finish(double over, double) { return over < 0 ? 0 : over; }
};

}  // namespace isogloss::statistics
