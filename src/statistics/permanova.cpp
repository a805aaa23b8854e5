#include "isogloss/statistics/permanova.hpp"

#include "group_labels.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/statistics/relabelling.hpp"
#include "matrix_checks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

/// What stays the same when documents are relabelled.
class design {
 public:
  design(const Eigen::MatrixXd& distances, std::span<const int> numbered)
      : squares_(distances.cwiseAbs2()), sizes_(sizes_of(numbered)), total_(sum_below() / n()) {}

  [[nodiscard]] double f(std::span<const int> labels) const {
    const double within = within_sum(labels);
    return (total_ - within) / (groups() - 1) / (within / (n() - groups()));
  }

  [[nodiscard]] double r_squared(std::span<const int> labels) const { return 1 - within_sum(labels) / total_; }

  [[nodiscard]] bool is_testable() const { return sizes_.size() > 1 && groups() < n() && total_ > 0; }

 private:
  [[nodiscard]] double n() const { return static_cast<double>(squares_.rows()); }
  [[nodiscard]] double groups() const { return static_cast<double>(sizes_.size()); }

  [[nodiscard]] double sum_below() const {
    double sum = 0;
    for (Index j = 0; j < squares_.cols(); ++j) sum += squares_.col(j).tail(squares_.rows() - j - 1).sum();
    return sum;
  }

  [[nodiscard]] double within_sum(std::span<const int> labels) const {
    Eigen::VectorXd sums = Eigen::VectorXd::Zero(static_cast<Index>(sizes_.size()));
    for (std::size_t j = 0; j < labels.size(); ++j) {
      for (std::size_t i = j + 1; i < labels.size(); ++i) {
        if (labels[i] == labels[j]) sums(labels[i] - 1) += squares_(static_cast<Index>(i), static_cast<Index>(j));
      }
    }
    double within = 0;
    for (std::size_t g = 0; g < sizes_.size(); ++g)
      within += sums(static_cast<Index>(g)) / static_cast<double>(sizes_[g]);
    return within;
  }

  Eigen::MatrixXd squares_;
  std::vector<std::uint64_t> sizes_;
  double total_;
};

// An F that differs from the observed one by rounding only is as large.
bool is_as_large(double f, double observed) {
  const double slack = std::isfinite(observed) ? 1e-9 * std::abs(observed) : 0;
  return f >= observed - slack;
}

void look_at_all(permanova_result& result, const design& d, std::vector<int> labels) {
  result.exact = true;
  std::ranges::sort(labels);
  do {
    ++result.permutations;
    if (is_as_large(d.f(labels), result.f)) ++result.as_large;
  } while (std::ranges::next_permutation(labels).found);
  result.p_value = static_cast<double>(result.as_large) / static_cast<double>(result.permutations);
}

// Fisher and Yates's shuffle, from the generator's own integers.
void shuffle(std::vector<int>& labels, philox& random) {
  for (std::size_t left = labels.size(); left > 1; --left) std::swap(labels[left - 1], labels[random.below(left)]);
}

void look_at_some(permanova_result& result, const design& d, std::vector<int> labels, std::uint64_t permutations,
                  philox& random) {
  const progress_stage stage({"permuting labels", "permutations"}, permutations);
  for (; result.permutations < permutations; ++result.permutations) {
    shuffle(labels, random);
    if (is_as_large(d.f(labels), result.f)) ++result.as_large;
    stage.advance();
  }
  result.p_value = (1 + static_cast<double>(result.as_large)) / (1 + static_cast<double>(permutations));
}

}  // namespace

permanova_result permanova(const Eigen::MatrixXd& distances, std::span<const int> groups, philox& random,
                           const permanova_options& options) {
  check_distances("permanova", distances);
  check_one_each("permanova", "groups", groups.size(), static_cast<std::size_t>(distances.rows()));
  if (options.permutations == 0) throw std::invalid_argument("permanova: permutations is 0, but must be positive");
  const auto labels = by_first_appearance(groups);
  const design d(distances, labels);
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  if (!d.is_testable()) return {nan, nan, nan, 0, 0, false};
  permanova_result result{d.f(labels), d.r_squared(labels), nan, 0, 0, false};
  const auto sizes = sizes_of(labels);
  const double relabellings = distinct_relabellings(std::vector<std::size_t>(sizes.begin(), sizes.end()));
  if (relabellings <= static_cast<double>(options.max_exact))
    look_at_all(result, d, labels);
  else
    look_at_some(result, d, labels, options.permutations, random);
  return result;
}

}  // namespace isogloss::statistics
