#include "isogloss/statistics/dispersion.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"
#include "ordered_sums.hpp"

namespace isogloss::statistics {
namespace {

double sum(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

// sd / mean, dividing by n
double relative_deviation(std::span<const double> values) {
  const auto n = static_cast<double>(values.size());
  const double mean = sum(values) / n;
  double squares = 0.0;
  for (const double x : values) squares += square(x - mean);
  return std::sqrt(squares / n) / mean;
}

std::vector<double> relative_frequencies(std::span<const double> counts, std::span<const double> sizes) {
  std::vector<double> p(counts.size());
  for (std::size_t i = 0; i < p.size(); ++i) p[i] = counts[i] / sizes[i];
  return p;
}

// v_i / f - s_i, of one subtraction whose two terms are exact
double excess_share(double count, double all_counts, double size, double all_sizes) {
  return difference_of_products(count, all_sizes, size, all_counts) / all_counts / all_sizes;
}

}  // namespace

double document_range(std::span<const double> counts) {
  checks::counts("document_range", counts);
  return static_cast<double>(std::count_if(counts.begin(), counts.end(), [](double v) { return v > 0.0; }));
}

double standard_deviation(std::span<const double> counts) {
  checks::counts("standard_deviation", counts);
  const auto n = static_cast<double>(counts.size());
  const double mean = sum(counts) / n;
  double squares = 0.0;
  for (const double v : counts) squares += square(v - mean);
  return std::sqrt(squares / n);
}

double variation_coefficient(std::span<const double> counts) {
  checks::counts("variation_coefficient", counts);
  return relative_deviation(counts);
}

double juilland_d(std::span<const double> counts, std::span<const double> sizes) {
  checks::counts_and_sizes("juilland_d", counts, sizes);
  const auto n = static_cast<double>(counts.size());
  return 1.0 - relative_deviation(relative_frequencies(counts, sizes)) / std::sqrt(n - 1.0);
}

double carroll_d2(std::span<const double> counts, std::span<const double> sizes) {
  checks::counts_and_sizes("carroll_d2", counts, sizes);
  const std::vector<double> p = relative_frequencies(counts, sizes);
  const double all = sum(p);
  if (all == 0.0) return not_a_number;
  double negative_entropy = 0.0;
  for (const double x : p) negative_entropy += x_log2_x(x / all);
  return (0.0 - negative_entropy) / std::log2(static_cast<double>(p.size()));
}

double rosengren_s(std::span<const double> counts, std::span<const double> sizes) {
  checks::counts_and_sizes("rosengren_s", counts, sizes);
  double roots = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) roots += std::sqrt(counts[i]) * std::sqrt(sizes[i]);
  return square(roots) / sum(counts) / sum(sizes);
}

double deviation_of_proportions(std::span<const double> counts, std::span<const double> sizes) {
  checks::counts_and_sizes("deviation_of_proportions", counts, sizes);
  const double f = sum(counts);
  const double n = sum(sizes);
  double deviations = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) deviations += std::abs(excess_share(counts[i], f, sizes[i], n));
  return f == 0.0 ? not_a_number : 0.5 * deviations;
}

struct deviations_of_proportions::parts {
  std::vector<double> sizes;
  double tokens;
  kinds<double> distinct;
  ordered_sums sums{{}};

  explicit parts(std::span<const double> of_parts) : sizes(of_parts.begin(), of_parts.end()), tokens(sum(of_parts)) {
    for (const double size : sizes) distinct.add(size);
    sums = ordered_sums(distinct.kind_of);
  }
};

deviations_of_proportions::deviations_of_proportions(std::span<const double> sizes) {
  checks::counts_and_sizes("deviation_of_proportions", std::vector<double>(sizes.size()), sizes);
  parts_ = std::make_unique<const parts>(sizes);
}

deviations_of_proportions::deviations_of_proportions(deviations_of_proportions&&) noexcept = default;
deviations_of_proportions& deviations_of_proportions::operator=(deviations_of_proportions&&) noexcept = default;
deviations_of_proportions::~deviations_of_proportions() = default;

std::vector<double> deviations_of_proportions::operator()(std::span<const held_counts> terms) const {
  const parts& p = *parts_;
  std::vector<double> result;
  for_terms_in_step(terms.size(), [&](std::size_t first, std::size_t n) {
    ordered_sums::of_terms f{};
    std::vector<ordered_sums::addend> held;
    for (std::uint32_t t = 0; t < n; ++t) {
      const auto& [places, counts] = terms[first + t];
      f[t] = sum(counts);
      for (std::size_t i = 0; i < places.size(); ++i) {
        const double size = p.sizes[places[i]];
        checks::in_range("deviation_of_proportions", "count", counts[i], 0.0, size);
        held.push_back({places[i], t, std::abs(excess_share(counts[i], f[t], size, p.tokens))});
      }
    }
    std::vector<ordered_sums::of_terms> usual(p.distinct.values.size());
    for (std::size_t k = 0; k < usual.size(); ++k) {
      // excess_share of a count of 0, of all terms at once
      for (std::size_t t = 0; t < f.size(); ++t) usual[k][t] = p.distinct.values[k] * f[t] / f[t] / p.tokens;
    }
    const auto deviations = p.sums(usual, std::move(held));
    for (std::size_t t = 0; t < n; ++t) result.push_back(f[t] == 0.0 ? not_a_number : 0.5 * deviations[t]);
  });
  return result;
}

double deviation_of_proportions_normalised(std::span<const double> counts, std::span<const double> sizes) {
  checks::counts_and_sizes("deviation_of_proportions_normalised", counts, sizes);
  if (sizes.empty()) return not_a_number;
  const double n = sum(sizes);
  const double smallest = *std::min_element(sizes.begin(), sizes.end());
  return deviation_of_proportions(counts, sizes) / ((n - smallest) / n);
}

double kullback_leibler_bits(std::span<const double> counts, std::span<const double> sizes) {
  checks::counts_and_sizes("kullback_leibler_bits", counts, sizes);
  const double f = sum(counts);
  const double n = sum(sizes);
  if (f == 0.0) return not_a_number;
  double nats = 0.0;
  // deviance terms: shares and their differences sum to the same, but no term is negative
  for (std::size_t i = 0; i < counts.size(); ++i)
    nats += deviance_term(counts[i] / f, sizes[i] / n, excess_share(counts[i], f, sizes[i], n));
  return nats / std::numbers::ln2;
}

}  // namespace isogloss::statistics
