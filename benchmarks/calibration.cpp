// How often do our tests reject where nothing is to be found, and our intervals hold the truth? Writes
// docs/calibration.md's tables. calibration [REPLICATES] [BOOTSTRAP_REPLICATES]
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <mutex>
#include <string>
#include <vector>

#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/chi_squared.hpp"
#include "isogloss/statistics/log_likelihood.hpp"
#include "isogloss/statistics/quasi_poisson.hpp"
#include "isogloss/statistics/rank_tests.hpp"
#include "isogloss/statistics/welch.hpp"
#include "support/simulated_corpus.hpp"

namespace isogloss {
namespace {

struct outcome {
  bool quasi_poisson, welch, rank_sum, token_level;
  bool within_covers, beyond_covers;
};

bool covers(const statistics::interval& ends, double value) {
  // An end that does not exist bounds nothing.
  return !(value < ends.low) && !(value > ends.high);
}

outcome try_once(const testing::simulation& s, std::uint32_t replicate, std::uint32_t bootstraps) {
  const auto c = testing::simulate(s, 1, 1000, replicate);
  std::vector<double> target, reference;
  double y[2] = {0, 0}, n[2] = {0, 0};
  for (std::size_t d = 0; d < c.counts.size(); ++d) {
    (c.group_of[d] == 0 ? target : reference).push_back(c.counts[d] / c.tokens[d]);
    y[c.group_of[d]] += c.counts[d];
    n[c.group_of[d]] += c.tokens[d];
  }
  const statistics::contingency cells{y[0], y[1], n[0], n[1]};
  outcome o{};
  o.quasi_poisson = statistics::quasi_poisson(c.counts, c.tokens, c.group_of).p_value < 0.05;
  o.welch = statistics::welch(target, reference).p_value < 0.05;
  o.rank_sum = statistics::mann_whitney(target, reference).p_value < 0.05;
  o.token_level = statistics::chi_squared_p_value(statistics::log_likelihood(cells)) < 0.05;
  using statistics::random_study;
  const auto within = statistics::resample_within(c.nesting, replicate, random_study::keyness, bootstraps);
  const auto beyond = statistics::resample_beyond(c.nesting, replicate, random_study::keyness, bootstraps);
  o.within_covers = covers(statistics::log_ratio_intervals(c.segments, within).front(), c.log_ratio_of_documents);
  const double expansion =
      statistics::small_sample_expansion(statistics::count_units(c.nesting, statistics::highest_unit(c.nesting)));
  o.beyond_covers = covers(statistics::log_ratio_intervals(c.segments, beyond, expansion).front(), s.true_log_ratio);
  return o;
}

void table(double true_log_ratio, std::uint32_t replicates, std::uint32_t bootstraps) {
  fmt::print(
      "| documents a group | document CV | rate per 1000 | p_value | welch_p_value | rank_sum_p_value | token-level G2 "
      "| "
      "low, high | low_beyond, high_beyond |\n|---|---|---|---|---|---|---|---|---|\n");
  for (const std::size_t documents : {2, 3, 6}) {
    for (const double cv : {0.0, 0.3, 0.6}) {
      for (const double rate : {0.0005, 0.002, 0.01}) {
        testing::simulation s;
        s.documents_per_group = documents;
        s.document_cv = cv;
        s.rate = rate;
        s.true_log_ratio = true_log_ratio;
        std::vector<outcome> outcomes(replicates);
        for (std::uint32_t r = 0; r < replicates; ++r) outcomes[r] = try_once(s, r, bootstraps);
        double shares[6] = {};
        for (const auto& o : outcomes) {
          const bool all[6] = {o.quasi_poisson, o.welch, o.rank_sum, o.token_level, o.within_covers, o.beyond_covers};
          for (int i = 0; i < 6; ++i) shares[i] += all[i] ? 1.0 / replicates : 0.0;
        }
        fmt::print("| {} | {} | {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} |\n", documents, cv,
                   rate * 1000, shares[0], shares[1], shares[2], shares[3], shares[4], shares[5]);
        std::fflush(stdout);
      }
    }
  }
}

}  // namespace
}  // namespace isogloss

int main(int argc, char** argv) {
  const auto replicates = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 2000);
  const auto bootstraps = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 400);
  fmt::print("No true difference: share of rejections at 0.05, and of intervals that hold the truth\n\n");
  isogloss::table(0, replicates, bootstraps);
  fmt::print("\nTwice as frequent in the target (log ratio 1): the same shares, so power and coverage\n\n");
  isogloss::table(1, replicates, bootstraps);
  return 0;
}
