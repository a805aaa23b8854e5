// How often do our tests reject where nothing is to be found, and our intervals hold the truth? Prints the tables of
// docs/calibration.md: calibration [REPLICATES] [BOOTSTRAP_REPLICATES]
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "isogloss/base/parallel.hpp"
#include "support/calibration.hpp"

namespace isogloss {
namespace {

void print_table(double true_log_ratio, std::uint32_t replicates, std::uint32_t bootstraps) {
  fmt::print(
      "| documents a group | document CV | per 1000 | p_value | welch_p_value | rank_sum_p_value | token-level G2 | "
      "low, high | low_beyond, high_beyond | the same unstretched |\n|---|---|---|---|---|---|---|---|---|---|\n");
  std::vector<testing::simulation> designs;
  for (const std::size_t documents : {2, 3, 6}) {
    for (const double cv : {0.0, 0.3, 0.6}) {
      for (const double rate : {0.0005, 0.002, 0.01}) {
        testing::simulation s;
        s.documents_per_group = documents;
        s.document_cv = cv;
        s.rate = rate;
        s.true_log_ratio = true_log_ratio;
        designs.push_back(s);
      }
    }
  }
  std::vector<testing::calibration> shares(designs.size());
  parallel_for(designs.size(),
               [&](std::size_t i) { shares[i] = testing::calibrate(designs[i], replicates, bootstraps); });
  for (std::size_t i = 0; i < designs.size(); ++i) {
    const auto& s = designs[i];
    const auto& c = shares[i];
    fmt::print("| {} | {} | {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} |\n",
               s.documents_per_group, s.document_cv, s.rate * 1000, c.p_value, c.welch_p_value, c.rank_sum_p_value,
               c.token_level, c.within_covers, c.beyond_covers, c.plain_covers);
  }
}

}  // namespace
}  // namespace isogloss

int main(int argc, char** argv) {
  const auto replicates = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 4000);
  const auto bootstraps = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 400);
  fmt::print("### No true difference\n\n");
  isogloss::print_table(0, replicates, bootstraps);
  fmt::print("\n### Twice as frequent in the target (log ratio 1)\n\n");
  isogloss::print_table(1, replicates, bootstraps);
  return 0;
}
