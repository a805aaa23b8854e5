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

constexpr int most_rounds = 200;

// What is fitted, with Platt's targets.
struct calibration_data {
  std::span<const double> same, different;
  double target_same = (static_cast<double>(same.size()) + 1) / (static_cast<double>(same.size()) + 2);
  double target_different = 1 / (static_cast<double>(different.size()) + 2);

  [[nodiscard]] double likelihood(const score_calibration& at) const {
    return log_likelihood(same, target_same, at) + log_likelihood(different, target_different, at);
  }

  // Empty where the curvature is flat.
  [[nodiscard]] std::optional<score_calibration> newton_step(const score_calibration& at) const {
    newton_sums s;
    s.add(same, target_same, at);
    s.add(different, target_different, at);
    const double determinant = difference_of_products(s.curvature_00, s.curvature_11, s.curvature_01, s.curvature_01);
    if (!(determinant > 1e-14)) return std::nullopt;
    return score_calibration{(s.curvature_11 * s.gradient_0 - s.curvature_01 * s.gradient_1) / determinant,
                             (s.curvature_00 * s.gradient_1 - s.curvature_01 * s.gradient_0) / determinant};
  }

  // A whole step can overshoot far from the maximum: the first of its halves that does not lose; empty where all do.
  [[nodiscard]] std::optional<score_calibration> stepped(const score_calibration& at,
                                                         const score_calibration& step) const {
    const double value = likelihood(at);
    for (double length = 1; length > 1e-9; length /= 2) {
      const score_calibration next{at.intercept + length * step.intercept, at.slope + length * step.slope};
      if (likelihood(next) >= value) return next;
    }
    return std::nullopt;
  }
};

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
  const calibration_data data{same, different};
  score_calibration at{0, 0};
  for (int round = 0; round < most_rounds; ++round) {
    const auto step = data.newton_step(at);
    if (!step) return std::nullopt;  // all scores are one
    const auto next = data.stepped(at, *step);
    if (!next) break;
    at = *next;
    if (std::abs(step->intercept) + std::abs(step->slope) < 1e-12 * (1 + std::abs(at.slope))) break;
  }
  if (!(at.slope > 0)) return std::nullopt;
  return at;
}

double area_under_curve(std::span<const double> same, std::span<const double> different) {
  if (same.empty() || different.empty()) return not_a_number;
  const auto ascending = sorted(different);
  double wins = 0;
  for (const double score : same) {
    const auto [first, last] = std::equal_range(ascending.begin(), ascending.end(), score);
    wins += static_cast<double>(first - ascending.begin()) + static_cast<double>(last - first) / 2;
  }
  return wins / (static_cast<double>(same.size()) * static_cast<double>(different.size()));
}

}  // namespace isogloss::statistics
