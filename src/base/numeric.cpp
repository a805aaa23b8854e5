#include "isogloss/base/numeric.hpp"

namespace isogloss {
namespace {

double expanded_deviance_term(double observed, double sum, double difference) {
  const double v = difference / sum;
  double total = difference * v;
  double power = 2.0 * observed * v;
  for (double odd = 3.0;; odd += 2.0) {
    power *= v * v;
    const double next = total + power / odd;
    if (next == total) return total;
    total = next;
  }
}

}  // namespace

double deviance_term(double observed, double expected, double difference) {
  if (observed == 0.0) return expected;
  const double sum = observed + expected;
  if (std::abs(difference) < 0.1 * sum) return expanded_deviance_term(observed, sum, difference);
  return observed * std::log(observed / expected) - difference;
}

}  // namespace isogloss
