// On simulated corpora without any true difference: do our p-values reject as seldom as they say, do intervals hold
// what they should? Small and of fixed seed; benchmarks/calibration.cpp does the same at length, docs/calibration.md
// has its tables.
#include <gtest/gtest.h>

#include <cmath>

#include "support/calibration.hpp"

namespace isogloss::testing {
namespace {

constexpr std::uint32_t replicates = 2000;
// The promise is 0.07; a share of 2,000 replicates is off by up to 0.017 (three standard errors at 0.07).
constexpr double highest_share = 0.07 + 0.017;

TEST(Calibration, NoPValueRejectsMoreThanItSays) {
  for (const std::size_t documents : {2, 3, 6}) {
    for (const double cv : {0.0, 0.3, 0.6}) {
      simulation s;
      s.documents_per_group = documents;
      s.document_cv = cv;
      s.rate = 0.004;
      const auto shares = calibrate(s, replicates, 0);
      EXPECT_LE(shares.p_value, highest_share) << documents << " documents, CV " << cv;
      EXPECT_LE(shares.welch_p_value, highest_share) << documents << " documents, CV " << cv;
      EXPECT_LE(shares.rank_sum_p_value, highest_share) << documents << " documents, CV " << cv;
    }
  }
}

// What the programs in use print, for comparison: if this falls, the simulation has lost its teeth.
TEST(Calibration, TokenLevelTestsRejectHalfOfAllTrueNulls) {
  simulation s;
  s.documents_per_group = 3;
  s.document_cv = 0.6;
  s.rate = 0.01;
  EXPECT_GT(calibrate(s, replicates, 0).token_level, 0.5);
  s.document_cv = 0;
  EXPECT_NEAR(calibrate(s, replicates, 0).token_level, 0.05, 0.02);
}

TEST(Calibration, FindsADifferenceThatIsThere) {
  simulation s;
  s.documents_per_group = 6;
  s.document_cv = 0.3;
  s.rate = 0.01;
  s.true_log_ratio = 1;
  EXPECT_GT(calibrate(s, 500, 0).p_value, 0.8);
}

TEST(Calibration, IntervalsHoldTheTruth) {
  for (const std::size_t documents : {3, 6}) {
    for (const double cv : {0.0, 0.6}) {
      for (const double log_ratio : {0.0, 1.0}) {
        simulation s;
        s.documents_per_group = documents;
        s.document_cv = cv;
        s.rate = 0.004;
        s.true_log_ratio = log_ratio;
        const auto shares = calibrate(s, 300, 200);
        // Six or more units: 0.90, less three standard errors of 300 replicates.
        EXPECT_GE(shares.within_covers, 0.90 - 0.052) << documents << " documents, CV " << cv;
        EXPECT_GE(shares.beyond_covers, 0.90 - 0.052) << documents << " documents, CV " << cv;
      }
    }
  }
}

}  // namespace
}  // namespace isogloss::testing
