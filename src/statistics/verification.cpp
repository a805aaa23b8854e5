#include "isogloss/statistics/verification.hpp"

#include "checks.hpp"

#include "isogloss/base/numeric.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace isogloss::statistics {

namespace {

constexpr int steps = 100;
// Two zones' c@1 that differ by less differ by rounding.
constexpr double rounding = 1e-12;

void check_scores(const char* function, std::span<const double> scores) {
  for (const double score : scores) checks::in_range(function, "score", score, 0, 1);
}

double share(std::span<const double> sorted, std::size_t count) {
  return static_cast<double>(count) / static_cast<double>(sorted.size());
}

double share_below(std::span<const double> sorted, double bound) {
  return share(sorted, static_cast<std::size_t>(std::ranges::lower_bound(sorted, bound) - sorted.begin()));
}

double share_above(std::span<const double> sorted, double bound) {
  return share(sorted, static_cast<std::size_t>(sorted.end() - std::ranges::upper_bound(sorted, bound)));
}

std::vector<double> sorted(std::span<const double> scores) {
  std::vector<double> result(scores.begin(), scores.end());
  std::ranges::sort(result);
  return result;
}

grey_zone measured(double low, double high, std::span<const double> same, std::span<const double> different) {
  const double right = (share_above(same, high) + share_below(different, low)) / 2;
  const double wrong = (share_below(same, low) + share_above(different, high)) / 2;
  const double open = std::max(0.0, 1 - right - wrong);
  return {low, high, right + open * right, open};
}

// Sums over one side of the log-likelihood's gradient and curvature.
struct newton_sums {
  double gradient_0 = 0, gradient_1 = 0, curvature_00 = 0, curvature_01 = 0, curvature_11 = 0;

  void add(std::span<const double> scores, double target, const score_calibration& at) {
    const double weight = 0.5 / static_cast<double>(scores.size());
    for (const double x : scores) {
      const double p = at.probability(x);
      const double spread = std::max(p * (1 - p), 1e-12) * weight;
      gradient_0 += weight * (target - p);
      gradient_1 += weight * (target - p) * x;
      curvature_00 += spread;
      curvature_01 += spread * x;
      curvature_11 += spread * x * x;
    }
  }
};

double log_likelihood(std::span<const double> scores, double target, const score_calibration& at) {
  double sum = 0;
  for (const double x : scores) {
    const double eta = at.intercept + at.slope * x;
    // t eta - ln(1 + e^eta), without overflow
    sum += target * eta - std::max(eta, 0.0) - std::log1p(std::exp(-std::abs(eta)));
  }
  return sum / (2 * static_cast<double>(scores.size()));
}

}  // namespace

std::optional<grey_zone> best_grey_zone(std::span<const double> same, std::span<const double> different) {
  check_scores("best_grey_zone", same);
  check_scores("best_grey_zone", different);
  if (same.empty() || different.empty()) return std::nullopt;
  const auto ascending_same = sorted(same), ascending_different = sorted(different);
  std::optional<grey_zone> best;
  for (int width = steps; width >= 0; --width) {
    for (int low = 0; low + width <= steps; ++low) {
      const grey_zone zone = measured(static_cast<double>(low) / steps, static_cast<double>(low + width) / steps,
                                      ascending_same, ascending_different);
      if (!best || zone.c_at_1 > best->c_at_1 + rounding) best = zone;
    }
  }
  return best;
}

double score_calibration::probability(double score) const {
  return 1 / (1 + std::exp(-(intercept + slope * score)));
}

std::optional<score_calibration> calibrate(std::span<const double> same, std::span<const double> different) {
  check_scores("calibrate", same);
  check_scores("calibrate", different);
  if (std::min(same.size(), different.size()) < fewest_calibration_scores) return std::nullopt;
  const auto n_same = static_cast<double>(same.size()), n_different = static_cast<double>(different.size());
  const double target_same = (n_same + 1) / (n_same + 2), target_different = 1 / (n_different + 2);
  const auto likelihood = [&](const score_calibration& at) {
    return log_likelihood(same, target_same, at) + log_likelihood(different, target_different, at);
  };
  score_calibration at{0, 0};
  double value = likelihood(at);
  for (int round = 0; round < 200; ++round) {
    newton_sums s;
    s.add(same, target_same, at);
    s.add(different, target_different, at);
    const double determinant = difference_of_products(s.curvature_00, s.curvature_11, s.curvature_01, s.curvature_01);
    if (!(determinant > 1e-14)) return std::nullopt;  // all scores are one
    const double step_0 = (s.curvature_11 * s.gradient_0 - s.curvature_01 * s.gradient_1) / determinant;
    const double step_1 = (s.curvature_00 * s.gradient_1 - s.curvature_01 * s.gradient_0) / determinant;
    double length = 1;
    score_calibration next = at;
    double next_value = value;
    for (; length > 1e-9; length /= 2) {  // a whole step can overshoot far from the maximum
      next = {at.intercept + length * step_0, at.slope + length * step_1};
      next_value = likelihood(next);
      if (next_value >= value) break;
    }
    if (next_value < value) break;
    at = next;
    value = next_value;
    if (std::abs(step_0) + std::abs(step_1) < 1e-12 * (1 + std::abs(at.slope))) break;
  }
  if (!(at.slope > 0)) return std::nullopt;
  return at;
}

double area_under_curve(std::span<const double> same, std::span<const double> different) {
  if (same.empty() || different.empty()) return not_a_number;
  const auto ascending = sorted(different);
  double wins = 0;
  for (const double score : same) {
    const auto [first, last] = std::ranges::equal_range(ascending, score);
    wins += static_cast<double>(first - ascending.begin()) + static_cast<double>(last - first) / 2;
  }
  return wins / (static_cast<double>(same.size()) * static_cast<double>(different.size()));
}

}  // namespace isogloss::statistics
