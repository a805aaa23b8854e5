#pragma once

#include <Eigen/SparseCore>
#include <cmath>
#include <cstdint>
#include <vector>

#include "isogloss/base/philox.hpp"
#include "isogloss/statistics/log_ratio_intervals.hpp"

namespace isogloss::testing {

/// A corpus of two groups in which documents differ among themselves and, if wanted, groups do.
struct simulation {
  std::size_t documents_per_group = 3;
  std::size_t segments_per_document = 25;
  double segment_tokens = 200;
  double rate = 0.002;     ///< of the term, in the reference
  double document_cv = 0;  ///< coefficient of variation of the documents' own rates about their group's
  double true_log_ratio = 0;
};

struct simulated_corpus {
  statistics::segment_counts segments;  ///< of one term
  statistics::nesting nesting;          ///< each document has an author of its own
  std::vector<double> counts, tokens;   ///< by document
  std::vector<std::size_t> group_of;    ///< 0 target, 1 reference
  double log_ratio_of_documents = 0;    ///< of the rates these documents have: what holds "in these texts"
};

inline double normal(philox& random) {
  // Box & Muller; 1 - u keeps the logarithm finite.
  constexpr double two_pi = 6.283185307179586;
  return std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(two_pi * random.uniform());
}

inline double poisson(philox& random, double mean) {
  double n = 0;
  for (double product = 1 - random.uniform(); product > std::exp(-mean); ++n) product *= 1 - random.uniform();
  return n;
}

/// Documents' rates are log-normal about their group's rate, lengths vary by a factor of up to two either way, and the
/// tokens of a segment are Poisson.
inline simulated_corpus simulate(const simulation& s, std::uint64_t seed, std::uint32_t study,
                                 std::uint32_t replicate) {
  philox random(seed, study, replicate);
  simulated_corpus c;
  const double sigma = std::sqrt(std::log1p(s.document_cv * s.document_cv));
  std::vector<Eigen::Triplet<double>> cells;
  std::vector<double> segment_tokens;
  double expected[2] = {0, 0}, running[2] = {0, 0};
  for (std::size_t d = 0; d < 2 * s.documents_per_group; ++d) {
    const std::size_t group = d < s.documents_per_group ? 0 : 1;
    const double group_rate = s.rate * (group == 0 ? std::exp2(s.true_log_ratio) : 1.0);
    const double rate = group_rate * std::exp(sigma * normal(random) - sigma * sigma / 2);
    const double length = std::exp2(2 * random.uniform() - 1);
    const auto n_segments =
        static_cast<std::size_t>(std::lround(static_cast<double>(s.segments_per_document) * length));
    c.counts.push_back(0);
    c.tokens.push_back(0);
    c.group_of.push_back(group);
    c.nesting.author_of.push_back(d);
    c.nesting.side_of.push_back(group);
    for (std::size_t i = 0; i < n_segments; ++i) {
      const double count = poisson(random, rate * s.segment_tokens);
      if (count > 0) cells.emplace_back(static_cast<int>(segment_tokens.size()), 0, count);
      segment_tokens.push_back(s.segment_tokens);
      c.segments.is_target.push_back(group == 0);
      c.nesting.document_of.push_back(d);
      c.counts.back() += count;
      c.tokens.back() += s.segment_tokens;
      expected[group] += rate * s.segment_tokens;
      running[group] += s.segment_tokens;
    }
  }
  c.segments.counts.resize(static_cast<Eigen::Index>(segment_tokens.size()), 1);
  c.segments.counts.setFromTriplets(cells.begin(), cells.end());
  c.segments.tokens =
      Eigen::Map<Eigen::VectorXd>(segment_tokens.data(), static_cast<Eigen::Index>(segment_tokens.size()));
  c.log_ratio_of_documents = std::log2((expected[0] / running[0]) / (expected[1] / running[1]));
  return c;
}

}  // namespace isogloss::testing
