#include "isogloss/statistics/condensed_distances.hpp"

#include "matrix_checks.hpp"

#include <stdexcept>
#include <string>

namespace isogloss::statistics {

condensed_distances::condensed_distances(Eigen::Index n) : n_(n) {
  check_has_rows("condensed_distances", "the matrix of distances", n);
  values_.resize(static_cast<std::size_t>(n * (n - 1) / 2));
}

condensed_distances::condensed_distances(const Eigen::MatrixXd& distances) : condensed_distances(distances.rows()) {
  if (distances.rows() != distances.cols()) {
    throw std::invalid_argument("condensed_distances: distances is " + std::to_string(distances.rows()) + " x " +
                                std::to_string(distances.cols()) + ", but must be square");
  }
  auto to = values_.begin();
  for (Eigen::Index j = 0; j < n_; ++j) {
    for (Eigen::Index i = j + 1; i < n_; ++i) *to++ = distances(i, j);
  }
}

}  // namespace isogloss::statistics
