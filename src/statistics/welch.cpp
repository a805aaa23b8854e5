#include "isogloss/statistics/welch.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"
#include "ordered_sums.hpp"

namespace isogloss::statistics {
namespace {

struct group_summary {
  double n;
  double mean;
  double squared_error;  // variance of the mean
};

group_summary summary(std::span<const double> values) {
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0.0;
  for (const double x : values) squares += square(x - mean);
  return {n, mean, squares / (n - 1.0) / n};
}

bool constant(std::span<const double> values) {
  for (const double x : values)
    if (x != values.front()) return false;
  return true;
}

double two_sided_p_value(double t, double degrees_of_freedom) {
  return 2.0 * boost::math::cdf(boost::math::complement(boost::math::students_t(degrees_of_freedom), std::abs(t)));
}

welch_test test_of(const group_summary& a, const group_summary& b) {
  constexpr welch_test none{not_a_number, not_a_number, not_a_number};
  const double squared_error = a.squared_error + b.squared_error;
  if (!(squared_error > 0.0) || std::isinf(squared_error)) return none;  // squares beyond the range of a double
  const double share = a.squared_error / squared_error;                  // of the target; avoids squares that underflow
  const double df = 1.0 / (square(share) / (a.n - 1.0) + square(1.0 - share) / (b.n - 1.0));
  const double t = (a.mean - b.mean) / std::sqrt(squared_error);
  return {t, df, two_sided_p_value(t, df)};
}

bool constant(const held_counts& values, std::size_t n) {
  return values.counts.empty() || (values.counts.size() == n && constant(values.counts));
}

// Of some terms that are added up in step.
std::vector<group_summary> summaries(std::span<const held_counts> terms, std::size_t n_places) {
  const auto n = static_cast<double>(n_places);
  std::vector<double> means;
  std::vector<ordered_sums::of_terms> usual(1);
  std::vector<ordered_sums::addend> held;
  for (std::uint32_t t = 0; t < terms.size(); ++t) {
    const auto& [places, values] = terms[t];
    checks::finite("welch", "values", values);
    means.push_back(std::accumulate(values.begin(), values.end(), 0.0) / n);
    usual[0][t] = square(0.0 - means[t]);
    for (std::size_t i = 0; i < places.size(); ++i) held.push_back({places[i], t, square(values[i] - means[t])});
  }
  const auto squares = ordered_sums(std::vector<std::uint32_t>(n_places))(usual, std::move(held));
  std::vector<group_summary> result;
  for (std::size_t t = 0; t < terms.size(); ++t) result.push_back({n, means[t], squares[t] / (n - 1.0) / n});
  return result;
}

}  // namespace

welch_test welch(std::span<const double> target, std::span<const double> reference) {
  checks::finite("welch", "target", target);
  checks::finite("welch", "reference", reference);
  constexpr welch_test none{not_a_number, not_a_number, not_a_number};
  if (target.size() < 2 || reference.size() < 2 || (constant(target) && constant(reference))) return none;
  return test_of(summary(target), summary(reference));
}

std::vector<welch_test> welch(std::span<const held_counts> target, std::size_t n_target,
                              std::span<const held_counts> reference, std::size_t n_reference) {
  if (target.size() != reference.size()) throw std::invalid_argument("welch: a target and a reference for each term");
  constexpr welch_test none{not_a_number, not_a_number, not_a_number};
  std::vector<welch_test> tests;
  for_terms_in_step(target.size(), [&](std::size_t first, std::size_t n) {
    const auto targets = summaries(target.subspan(first, n), n_target);
    const auto references = summaries(reference.subspan(first, n), n_reference);
    for (std::size_t t = 0; t < n; ++t) {
      const bool varies = !constant(target[first + t], n_target) || !constant(reference[first + t], n_reference);
      tests.push_back(varies && n_target > 1 && n_reference > 1 ? test_of(targets[t], references[t]) : none);
    }
  });
  return tests;
}

}  // namespace isogloss::statistics
