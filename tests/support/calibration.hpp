#pragma once

#include <cstdint>
#include <vector>

#include "isogloss/statistics/chi_squared.hpp"
#include "isogloss/statistics/log_likelihood.hpp"
#include "isogloss/statistics/quasi_poisson.hpp"
#include "isogloss/statistics/rank_tests.hpp"
#include "isogloss/statistics/welch.hpp"
#include "support/simulated_corpus.hpp"

namespace isogloss::testing {

/// Shares of simulated corpora in which a test rejects at 0.05 and an interval holds the truth.
struct calibration {
  double p_value = 0, welch_p_value = 0, rank_sum_p_value = 0, token_level = 0;
  double within_covers = 0, beyond_covers = 0;
  double plain_covers = 0;  ///< of beyond_covers without small_sample_expansion, for comparison
};

inline bool holds(const statistics::interval& ends, double value) {
  return !(value < ends.low) && !(value > ends.high);  // an end that does not exist bounds nothing
}

inline void try_once(const simulation& s, std::uint32_t replicate, std::uint32_t bootstraps, double share,
                     calibration& sum) {
  using namespace statistics;
  const auto c = simulate(s, 1, 1000, replicate);
  std::vector<double> rates[2];
  double y[2] = {0, 0}, n[2] = {0, 0};
  for (std::size_t d = 0; d < c.counts.size(); ++d) {
    rates[c.group_of[d]].push_back(c.counts[d] / c.tokens[d]);
    y[c.group_of[d]] += c.counts[d];
    n[c.group_of[d]] += c.tokens[d];
  }
  const auto add = [&](double& to, bool yes) { to += yes ? share : 0.0; };
  add(sum.p_value, quasi_poisson(c.counts, c.tokens, c.group_of).p_value < 0.05);
  add(sum.welch_p_value, welch(rates[0], rates[1]).p_value < 0.05);
  add(sum.rank_sum_p_value, mann_whitney(rates[0], rates[1]).p_value < 0.05);
  add(sum.token_level, chi_squared_p_value(log_likelihood({y[0], y[1], n[0], n[1]})) < 0.05);
  if (bootstraps == 0) return;
  const auto within = resample_within(c.nesting, replicate, random_study::keyness, bootstraps);
  const auto beyond = resample_beyond(c.nesting, replicate, random_study::keyness, bootstraps);
  const double expansion = small_sample_expansion(count_units(c.nesting, highest_unit(c.nesting)));
  add(sum.within_covers, holds(log_ratio_intervals(c.segments, within).front(), c.log_ratio_of_documents));
  add(sum.plain_covers, holds(log_ratio_intervals(c.segments, beyond).front(), s.true_log_ratio));
  add(sum.beyond_covers, holds(log_ratio_intervals(c.segments, beyond, expansion).front(), s.true_log_ratio));
}

inline calibration calibrate(const simulation& s, std::uint32_t replicates, std::uint32_t bootstraps) {
  calibration sum;
  for (std::uint32_t r = 0; r < replicates; ++r) try_once(s, r, bootstraps, 1.0 / replicates, sum);
  return sum;
}

}  // namespace isogloss::testing
