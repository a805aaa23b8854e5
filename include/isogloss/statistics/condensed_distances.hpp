#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <vector>

namespace isogloss::statistics {

/// The distances of all pairs of n documents, each kept once: n(n - 1)/2 numbers in the order of R's dist() and of
/// scipy's pdist(), (1, 0), (2, 0), ..., (n - 1, 0), (2, 1), ...
class condensed_distances {
 public:
  /// All 0.
  /// @throws std::invalid_argument  n is not positive
  explicit condensed_distances(Eigen::Index n);
  /// The lower triangle of a square matrix.
  /// @throws std::invalid_argument  not square, or no documents
  explicit condensed_distances(const Eigen::MatrixXd& distances);

  [[nodiscard]] Eigen::Index size() const { return n_; }
  [[nodiscard]] Eigen::Index pairs() const { return static_cast<Eigen::Index>(values_.size()); }

  /// Of two different documents, in either order.
  [[nodiscard]] double operator()(Eigen::Index i, Eigen::Index j) const { return values_[place(i, j)]; }
  double& operator()(Eigen::Index i, Eigen::Index j) { return values_[place(i, j)]; }

  [[nodiscard]] const std::vector<double>& values() const { return values_; }
  [[nodiscard]] std::vector<double>& values() { return values_; }

 private:
  [[nodiscard]] std::size_t place(Eigen::Index i, Eigen::Index j) const {
    const Eigen::Index first = i < j ? i : j;
    const Eigen::Index second = i < j ? j : i;
    return static_cast<std::size_t>(first * (2 * n_ - first - 1) / 2 + second - first - 1);
  }

  Eigen::Index n_;
  std::vector<double> values_;
};

}  // namespace isogloss::statistics
