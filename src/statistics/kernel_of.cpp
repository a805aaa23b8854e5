#include "prepared_profiles.hpp"

#include <stdexcept>

namespace isogloss::statistics {

kernel kernel_of(measure m) {
  switch (m) {
    case measure::cosine:
    case measure::correlation:
    case measure::spearman:
    case measure::cosine_delta:
      return kernel::cosine;
    case measure::extended_jaccard:
      return kernel::tanimoto;
    case measure::extended_dice:
      return kernel::extended_dice;
    case measure::euclidean:
    case measure::hellinger:
    case measure::chi_squared:
    case measure::quadratic_delta:
    case measure::quadratic_delta_over_n:
      return kernel::euclidean;
    case measure::canberra:
      return kernel::canberra;
    case measure::bray_curtis:
      return kernel::bray_curtis;
    case measure::jaccard:
    case measure::ruzicka:
      return kernel::ruzicka;
    case measure::dice:
      return kernel::dice;
    case measure::jensen_shannon:
      return kernel::jensen_shannon;
    case measure::manhattan:
    case measure::burrows_delta:
    case measure::argamon_linear_delta:
    case measure::eder_delta:
    case measure::eder_delta_stylo:
    case measure::eder_simple:
      return kernel::manhattan;
  }
  throw std::invalid_argument("kernel_of: m is not a measure");
}

}  // namespace isogloss::statistics
