#include "isogloss/statistics/wordscores.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "lbg_table.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using lbg::sparse;

const double none = std::nan("");

VectorXd published() {
  return VectorXd{{-1.5, -0.75, 0, 0.75, 1.5, none}};
}

// Laver, Benoit & Garry (2003), p. 316 and table 1: they print -0.45 and 0.0119 (in one place 0.018, a slip).
TEST(Wordscores, PutTheVirginTextWhereThePaperDoes) {
  const auto result = wordscores(lbg::table(), published());
  EXPECT_NEAR(result.raw[5], -0.4480590766, 1e-10);
  EXPECT_NEAR(result.standard_errors[5], 0.01189766679, 1e-11);
  EXPECT_NEAR(result.mv[5], -0.509957231, 1e-9);
  EXPECT_NEAR(result.word_scores[5], -1.48125, 1e-12);
  EXPECT_NEAR(result.word_scores[25], 1.0369898, 1e-7);
  EXPECT_EQ(result.scored_tokens[5], 1000);
}

TEST(Wordscores, AreThoseOfQuanteda) {
  const auto result = wordscores(lbg::table(), published(), lbg_rescaling::all);
  const std::map<std::string, const VectorXd*> columns{{"quanteda_all_none", &result.raw},
                                                       {"hand_raw", &result.raw},
                                                       {"hand_se", &result.standard_errors},
                                                       {"quanteda_all_none_se", &result.standard_errors},
                                                       {"quanteda_all_lbg", &result.lbg},
                                                       {"hand_lbg_all", &result.lbg},
                                                       {"hand_lbg_all_se", &result.lbg_errors},
                                                       {"quanteda_all_mv", &result.mv},
                                                       {"hand_mv", &result.mv},
                                                       {"quanteda_all_mv_se", &result.mv_errors}};
  int compared = 0;
  for (const auto& r : golden::table("wordscores-lbg2003.csv")) {
    if (r.text("kind") == "term") {
      EXPECT_NEAR(result.word_scores[lbg::place(lbg::terms(), r.text("name"))], r.number("value"), 1e-14);
      ++compared;
    } else if (const auto column = columns.find(r.text("measure")); column != columns.end()) {
      EXPECT_NEAR((*column->second)[lbg::place(lbg::names(), r.text("name"))], r.number("value"), 1e-13);
      ++compared;
    }
  }
  EXPECT_EQ(compared, 37 + 10 * 6);
}

// quanteda treats the error like a position: (se - mean) factor + mean.
TEST(Parity, QuantedaMovesTheErrorsOfWordscoresAsIfTheyWerePositions) {
  const auto result = wordscores(lbg::table(), published(), lbg_rescaling::all);
  const double mean = result.raw.mean();
  const double factor = result.lbg_errors[0] / result.standard_errors[0];
  for (const auto& r : golden::table("wordscores-lbg2003.csv")) {
    if (r.text("measure") != "quanteda_all_lbg_se") continue;
    const Index i = lbg::place(lbg::names(), r.text("name"));
    EXPECT_NEAR((result.standard_errors[i] - mean) * factor + mean, r.number("value"), 1e-13);
    EXPECT_GT(r.number("value"), 2 * result.lbg_errors[i]);
  }
}

// References (3, 1) and (1, 3) of scores 0 and 1: words at 1/4 and 3/4; the virgin (1, 1, 8 unscored) at 1/2, error
// sqrt((1/16 + 1/16) / 2 / 2).
TEST(Wordscores, ByHandWithAWordThatNoReferenceHas) {
  const sparse counts = MatrixXd{{3, 1, 0}, {1, 3, 0}, {1, 1, 8}}.sparseView();
  const auto result = wordscores(counts, VectorXd{{0, 1, none}});
  EXPECT_NEAR(result.word_scores[0], 0.25, 1e-15);
  EXPECT_TRUE(std::isnan(result.word_scores[2]));
  EXPECT_NEAR(result.raw[2], 0.5, 1e-15);
  EXPECT_NEAR(result.standard_errors[2], std::sqrt(1.0 / 32), 1e-15);
  EXPECT_EQ(result.scored_tokens[2], 2);
  EXPECT_NEAR(result.mv[2], 0.5, 1e-15);
  EXPECT_NEAR(result.mv_errors[2], 4 * std::sqrt(1.0 / 32), 1e-14);  // raw 3/8 and 5/8 become 0 and 1
}

TEST(Wordscores, RescaleOverVirginTextsAsThePaperDoes) {
  const sparse counts = MatrixXd{{3, 1}, {1, 3}, {2, 1}, {1, 2}}.sparseView();
  const auto result = wordscores(counts, VectorXd{{0, 1, none, none}});
  // Raw 5/12 and 7/12 get the mean 1/2 and the deviation of 0 and 1: 0 and 1.
  EXPECT_NEAR(result.lbg[2], 0, 1e-14);
  EXPECT_NEAR(result.lbg[3], 1, 1e-14);
  EXPECT_NEAR(result.lbg_errors[2], 6 * result.standard_errors[2], 1e-13);
}

TEST(Wordscores, CannotRescaleByOneVirginText) {
  const auto result = wordscores(lbg::table(), published());
  EXPECT_TRUE(std::isnan(result.lbg[5]));
  EXPECT_TRUE(std::isnan(result.lbg_errors[5]));
}

TEST(Wordscores, HaveNoRescalingWhereAllScoresAreEqual) {
  const auto result = wordscores(lbg::table(), VectorXd{{1, 1, 1, none, none, none}});
  EXPECT_NEAR(result.raw[3], 1, 1e-14);
  EXPECT_TRUE(std::isnan(result.mv[3]));
}

TEST(Wordscores, OfADocumentWithoutAScoredWordDoNotExist) {
  const sparse counts = MatrixXd{{3, 1, 0}, {1, 3, 0}, {0, 0, 8}}.sparseView();
  const auto result = wordscores(counts, VectorXd{{0, 1, none}});
  EXPECT_TRUE(std::isnan(result.raw[2]));
  EXPECT_TRUE(std::isnan(result.standard_errors[2]));
  EXPECT_EQ(result.scored_tokens[2], 0);
}

TEST(Wordscores, MoveWithTheScores) {
  const auto once = wordscores(lbg::table(), published());
  const auto moved = wordscores(lbg::table(), 10 * published().array() + 3);
  EXPECT_TRUE(moved.raw.isApprox((10 * once.raw.array() + 3).matrix(), 1e-13));
  EXPECT_TRUE(moved.mv.isApprox((10 * once.mv.array() + 3).matrix(), 1e-13));
  EXPECT_TRUE(moved.mv_errors.isApprox(10 * once.mv_errors, 1e-13));
}

TEST(Wordscores, RejectOneScoreAndScoresThatDoNotFit) {
  EXPECT_THROW(static_cast<void>(wordscores(lbg::table(), VectorXd{{1, none, none, none, none, none}})),
               std::invalid_argument);
  EXPECT_THROW(static_cast<void>(wordscores(lbg::table(), VectorXd{{1, 2}})), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(wordscores(sparse(MatrixXd{{3, 1}, {0, 0}}.sparseView()), VectorXd{{0, 1}})),
               std::domain_error);
  EXPECT_THROW(static_cast<void>(wordscores(sparse(MatrixXd{{3, -1}, {1, 1}}.sparseView()), VectorXd{{0, 1}})),
               std::domain_error);
}

}  // namespace
}  // namespace isogloss::statistics
