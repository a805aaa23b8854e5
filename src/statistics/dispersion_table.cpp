#include "isogloss/statistics/dispersion_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>
#include <string>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

struct part_with_term {
  double count;
  double size;
};

struct corpus_of_parts {
  double parts;
  double tokens;
  double smallest;
};

std::vector<part_with_term> parts_with_term(const Eigen::SparseMatrix<double>& counts, Eigen::Index term,
                                            std::span<const double> sizes) {
  std::vector<part_with_term> parts;
  for (Eigen::SparseMatrix<double>::InnerIterator entry(counts, term); entry; ++entry) {
    const double size = sizes[static_cast<std::size_t>(entry.row())];
    if (!(entry.value() >= 0.0 && entry.value() <= size)) {
      const auto name = "counts(" + std::to_string(entry.row()) + ", " + std::to_string(term) + ")";
      checks::in_range("dispersion_table", name.c_str(), entry.value(), 0.0, size);
    }
    if (entry.value() > 0.0) parts.push_back({entry.value(), size});
  }
  return parts;
}

// sd / mean of a value that is `of(part)` in these parts and 0 in the others
template <class Of>
double relative_deviation(const std::vector<part_with_term>& parts, double n_parts, Of of) {
  double sum = 0.0;
  for (const auto& part : parts) sum += of(part);
  const double mean = sum / n_parts;
  double squares = (n_parts - static_cast<double>(parts.size())) * square(mean);
  for (const auto& part : parts) squares += square(of(part) - mean);
  return std::sqrt(squares / n_parts) / mean;
}

double relative_frequency(const part_with_term& part) {
  return part.count / part.size;
}

double entropy_of_rates_bits(const std::vector<part_with_term>& parts) {
  double rates = 0.0;
  for (const auto& part : parts) rates += relative_frequency(part);
  double entropy = 0.0;
  for (const auto& part : parts) entropy -= x_log2_x(relative_frequency(part) / rates);
  return entropy;
}

dispersion_row absent(bool no_parts) {
  constexpr double nan = not_a_number;
  return {0.0, 0.0, no_parts ? nan : 0.0, nan, nan, nan, nan, nan, nan, nan};
}

dispersion_row row(const std::vector<part_with_term>& parts, const corpus_of_parts& corpus) {
  if (parts.empty()) return absent(corpus.parts == 0.0);
  double count = 0.0;
  double covered = 0.0;
  double roots = 0.0;
  for (const auto& part : parts) {
    count += part.count;
    covered += part.size;
    roots += std::sqrt(part.count) * std::sqrt(part.size);
  }
  double deviations = (corpus.tokens - covered) / corpus.tokens;
  double nats = deviations;
  for (const auto& part : parts) {
    const double excess = difference_of_products(part.count, corpus.tokens, part.size, count) / count / corpus.tokens;
    deviations += std::abs(excess);
    nats += deviance_term(part.count / count, part.size / corpus.tokens, excess);
  }

  dispersion_row result;
  result.count = count;
  result.document_range = static_cast<double>(parts.size());
  result.variation_coefficient = relative_deviation(parts, corpus.parts, [](const auto& part) { return part.count; });
  result.standard_deviation = result.variation_coefficient * (count / corpus.parts);
  result.juilland_d = 1.0 - relative_deviation(parts, corpus.parts, relative_frequency) / std::sqrt(corpus.parts - 1.0);
  result.carroll_d2 = entropy_of_rates_bits(parts) / std::log2(corpus.parts);
  result.rosengren_s = square(roots) / count / corpus.tokens;
  result.deviation_of_proportions = 0.5 * deviations;
  result.deviation_of_proportions_normalised =
      result.deviation_of_proportions / ((corpus.tokens - corpus.smallest) / corpus.tokens);
  result.kullback_leibler_bits = nats / std::numbers::ln2;
  return result;
}

corpus_of_parts corpus_with(std::span<const double> sizes) {
  if (sizes.empty()) return {0.0, 0.0, 0.0};
  return {static_cast<double>(sizes.size()), std::accumulate(sizes.begin(), sizes.end(), 0.0),
          *std::min_element(sizes.begin(), sizes.end())};
}

}  // namespace

std::vector<dispersion_row> dispersion_table(const Eigen::SparseMatrix<double>& counts,
                                             std::span<const double> part_sizes) {
  checks::same_length("dispersion_table", "rows", static_cast<std::size_t>(counts.rows()), "part sizes",
                      part_sizes.size());
  checks::counts_and_sizes("dispersion_table", std::vector<double>(part_sizes.size(), 0.0), part_sizes);
  const corpus_of_parts corpus = corpus_with(part_sizes);
  std::vector<dispersion_row> rows;
  rows.reserve(static_cast<std::size_t>(counts.cols()));
  for (Eigen::Index term = 0; term < counts.cols(); ++term)
    rows.push_back(row(parts_with_term(counts, term, part_sizes), corpus));
  return rows;
}

}  // namespace isogloss::statistics
