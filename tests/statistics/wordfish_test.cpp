#include "isogloss/statistics/wordfish.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "irish_budget.hpp"
#include "isogloss/base/parallel.hpp"
#include "lbg_table.hpp"
#include "statistics/wordfish_profile.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using lbg::sparse;

wordfish_result of_the_published_table() {
  return wordfish(lbg::table(), {.direction = {0, 4}});
}

// The maximum was found twice elsewhere, by Newton and by L-BFGS, to 3e-7; golden/README.md.
TEST(Wordfish, FindsTheMaximumForThePublishedTable) {
  const auto result = of_the_published_table();
  EXPECT_TRUE(result.converged);
  EXPECT_LT(result.gradient_norm, 1e-13);
  const std::map<std::string, std::pair<const VectorXd*, double>> columns{
      {"theta", {&result.theta, 1e-11}},
      {"se_theta", {&result.standard_errors, 1e-11}},
      {"alpha", {&result.alpha, 1e-8}},
      {"psi", {&result.psi, 1e-8}},
      {"beta", {&result.beta, 1e-8}}};
  int compared = 0;
  for (const auto& r : golden::table("wordfish-lbg2003-converged.csv")) {
    const auto column = columns.find(r.text("measure"));
    if (column == columns.end()) continue;
    const Index at = lbg::place(r.text("kind") == "document" ? lbg::names() : lbg::terms(), r.text("name"));
    EXPECT_NEAR((*column->second.first)[at], r.number("value"), column->second.second)
        << r.text("name") << " " << r.text("measure");
    ++compared;
  }
  EXPECT_EQ(compared, 3 * 6 + 2 * 37);
  EXPECT_NEAR(result.log_likelihood, 21322.566024052987, 1e-8);
  // The other programs also count the prior on theta, which is the same wherever sd(theta) is 1: 5/2.
  EXPECT_NEAR(result.log_posterior - 2.5, 21180.700065572462, 1e-8);
}

TEST(Wordfish, IsStandardised) {
  const auto result = of_the_published_table();
  EXPECT_NEAR(result.theta.mean(), 0, 1e-14);
  EXPECT_NEAR(result.theta.squaredNorm(), 5, 1e-13);
  EXPECT_NEAR(result.alpha.mean(), 0, 1e-13);
  EXPECT_NEAR(result.beta.mean(), 0, 1e-9);  // what the prior makes of a direction in which the likelihood is flat
}

TEST(Wordfish, TurnsAsTheDirectionSays) {
  const auto forth = wordfish(lbg::table(), {.direction = {0, 4}});
  const auto back = wordfish(lbg::table(), {.direction = {4, 0}});
  EXPECT_LT(forth.theta[0], forth.theta[4]);
  EXPECT_EQ(back.theta, -forth.theta);
  EXPECT_EQ(back.beta, -forth.beta);
  const auto usual = wordfish(lbg::table());
  EXPECT_LT(usual.theta[0], usual.theta[5]);
}

TEST(Wordfish, FollowsTheDocumentsWhenTheseArePermuted) {
  const std::vector<Index> order{4, 2, 5, 0, 3, 1};
  const sparse permuted = MatrixXd(lbg::counts()(order, Eigen::all)).sparseView();
  const auto before = of_the_published_table();
  const auto after = wordfish(permuted, {.direction = {3, 0}});
  EXPECT_TRUE(after.theta.isApprox(before.theta(order), 1e-11));
  EXPECT_TRUE(after.standard_errors.isApprox(before.standard_errors(order), 1e-10));
  EXPECT_TRUE(after.beta.isApprox(before.beta, 1e-10));
}

TEST(Wordfish, GivesNoPlaceToATermThatNeverOccurs) {
  MatrixXd counts = MatrixXd::Zero(6, 38);
  counts.leftCols(20) = lbg::counts().leftCols(20);
  counts.rightCols(17) = lbg::counts().rightCols(17);
  const auto result = wordfish(counts.sparseView());
  EXPECT_TRUE(std::isnan(result.beta[20]));
  EXPECT_TRUE(std::isnan(result.psi[20]));
  EXPECT_TRUE(result.theta.isApprox(wordfish(lbg::table()).theta, 1e-12));
}

// Counts of documents from 300 to 1000 words of 600 terms, drawn about a known scale.
struct simulated {
  sparse counts;
  VectorXd theta;
};

simulated simulate(Index n_documents, Index n_terms, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  const auto normal = [&] { return std::sqrt(-2 * std::log(1 - uniform())) * std::cos(6.283185307179586 * uniform()); };
  MatrixXd counts(n_documents, n_terms);
  VectorXd theta(n_documents), psi(n_terms), beta(n_terms);
  for (double& t : theta) t = normal();
  for (double& p : psi) p = normal();
  for (double& b : beta) b = 0.8 * normal();
  for (Index i = 0; i < n_documents; ++i) {
    const double alpha = 0.5 * normal();
    for (Index k = 0; k < n_terms; ++k) {
      const double bound = std::exp(-std::exp(alpha + psi[k] + beta[k] * theta[i]));
      double product = uniform();
      for (counts(i, k) = 0; product > bound; product *= uniform()) ++counts(i, k);
    }
  }
  return {counts.sparseView(), standardised({VectorXd::Zero(n_documents), theta}).theta};
}

TEST(Wordfish, FindsTheScaleThatCountsWereDrawnFrom) {
  const auto drawn = simulate(40, 600, 3);
  Index low = 0, high = 0;
  drawn.theta.minCoeff(&low);
  drawn.theta.maxCoeff(&high);
  const auto result = wordfish(drawn.counts, {.direction = {low, high}});
  EXPECT_TRUE(result.converged);
  EXPECT_LT((result.theta - drawn.theta).cwiseAbs().maxCoeff(), 0.3);
  EXPECT_GT(result.theta.dot(drawn.theta) / 39, 0.99);
}

TEST(Wordfish, IsTheSameBytesWhateverTheThreads) {
  const auto drawn = simulate(12, 900, 5);
  const auto run = [&](std::size_t threads) {
    const thread_limit limit(threads);
    return wordfish(drawn.counts);
  };
  const auto one = run(1);
  for (const std::size_t threads : {2, 7}) {
    const auto other = run(threads);
    EXPECT_EQ(other.theta, one.theta);
    EXPECT_EQ(other.alpha, one.alpha);
    EXPECT_EQ(other.log_posterior, one.log_posterior);
    EXPECT_EQ(other.standard_errors, one.standard_errors);
    EXPECT_EQ(other.iterations, one.iterations);
  }
}

TEST(Wordfish, TakesATermOfOneDocumentAndADocumentOfOneTerm) {
  const auto result =
      wordfish(MatrixXd{{5, 3, 9, 0, 0}, {4, 4, 0, 0, 0}, {0, 2, 0, 7, 0}, {0, 0, 0, 0, 1}}.sparseView());
  EXPECT_TRUE(result.converged);
  EXPECT_TRUE(result.theta.allFinite());
  EXPECT_TRUE(result.standard_errors.allFinite());
}

TEST(Wordfish, TakesTwoDocumentsThatAreAlikeAmongThree) {
  const auto result = wordfish(MatrixXd{{5, 3, 9}, {5, 3, 9}, {0, 8, 2}}.sparseView());
  EXPECT_TRUE(result.converged);
  EXPECT_NEAR(result.theta[0], result.theta[1], 1e-7);
}

TEST(Wordfish, DoesNotExistWhereNothingTellsDocumentsApart) {
  const auto result = wordfish(MatrixXd{{1, 2, 3}, {2, 4, 6}, {3, 6, 9}}.sparseView());
  EXPECT_FALSE(result.converged);
  EXPECT_TRUE(std::isnan(result.theta[0]));
  EXPECT_TRUE(std::isnan(result.beta[2]));
  EXPECT_TRUE(std::isnan(result.log_posterior));
}

TEST(Wordfish, SaysWhenItWasStoppedEarly) {
  EXPECT_FALSE(wordfish(lbg::table(), {.max_iterations = 1}).converged);
}

TEST(Wordfish, RejectsTooFewDocumentsEmptyOnesAndUnknownAnchors) {
  EXPECT_THROW(static_cast<void>(wordfish(MatrixXd{{1, 2}, {2, 1}}.sparseView())), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(wordfish(MatrixXd{{1, 2}, {2, 1}, {0, 0}}.sparseView())), std::domain_error);
  EXPECT_THROW(static_cast<void>(wordfish(MatrixXd{{1, 2}, {2, 1}, {-1, 4}}.sparseView())), std::domain_error);
  EXPECT_THROW(static_cast<void>(wordfish(lbg::table(), {.direction = {0, 6}})), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(wordfish(lbg::table(), {.direction = {2, 2}})), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(wordfish(lbg::table(), {.beta_deviation = 0})), std::domain_error);
}

double posterior_at(const wordfish_data& data, const VectorXd& x) {
  const Index n = x.size() / 2;
  return profile_at(data, standardised({x.head(n), x.tail(n)}), VectorXd::Zero(data.term_counts.size())).log_posterior;
}

wordfish_data data_of(const sparse& counts) {
  wordfish_data data{counts, VectorXd::Ones(counts.cols()), {}, {}, 1.0 / 9};
  data.term_counts = data.counts.transpose() * VectorXd::Ones(counts.rows());
  data.document_counts = data.counts * VectorXd::Ones(counts.cols());
  return data;
}

// quanteda's theta is no fixed point of its own sweeps either: see docs/parity.md. What both agree on is the order of
// parties: Fianna Fail (0, 4) and the Greens (10, 12, 11) on one side, Burton (2) at the end of the other.
TEST(Parity, QuantedaStopsWordfishBelowTheMaximumOfTheIrishBudgetDebate) {
  const auto counts = irish_budget::counts();
  const VectorXd theirs = irish_budget::of_quanteda("quanteda_theta");
  const auto ours = wordfish(counts, {.direction = {5, 4}});
  ASSERT_TRUE(ours.converged);
  EXPECT_NEAR(ours.log_posterior, 57777.32972, 1e-5);
  EXPECT_NEAR(ours.theta[0], 2.0579447518, 1e-9);
  const auto there =
      profile_at(data_of(counts), {irish_budget::of_quanteda("quanteda_alpha"), theirs}, VectorXd::Zero(counts.cols()));
  EXPECT_NEAR(ours.log_posterior - there.log_posterior, 47.52, 0.01);
  EXPECT_NEAR(ours.theta.dot(theirs) / 13, 0.97752, 1e-5);
  EXPECT_NEAR((ours.theta - theirs).cwiseAbs().maxCoeff(), 0.3951, 1e-4);
  for (const Index right : {0, 4, 10, 12, 11}) {
    for (const Index left : {1, 2, 3, 5, 6, 7, 8, 9, 13}) {
      EXPECT_GT(ours.theta[right], ours.theta[left]);
      EXPECT_GT(theirs[right], theirs[left]);
    }
  }
}

// Central differences at a place that is no maximum, 1e-5 and 1e-3 wide; the second ones are good to the square of
// that.
TEST(WordfishProfile, HasTheDerivativesThatDifferencesGive) {
  const auto data = data_of(lbg::table());
  const auto place = standardised({VectorXd{{0.1, 0.2, -0.3, 0.4, 0, 0.1}}, VectorXd{{-1, -0.7, 0.2, 0.5, 1.3, -0.4}}});
  const auto d = derivatives_at(data, place, profile_at(data, place, VectorXd::Zero(37)));
  VectorXd x(12);
  x << place.alpha, place.theta;
  const auto along = [&](Index i, double h, Index j, double k) {
    VectorXd moved = x;
    moved[i] += h;
    moved[j] += k;
    return posterior_at(data, moved);
  };
  for (Index i = 0; i < 12; ++i) {
    EXPECT_NEAR(d.gradient[i], (along(i, 1e-5, 0, 0) - along(i, -1e-5, 0, 0)) / 2e-5, 1e-4);
    for (Index j = 0; j < 12; ++j) {
      const double h = 1e-3;
      const double second =
          (along(i, h, j, h) - along(i, h, j, -h) - along(i, -h, j, h) + along(i, -h, j, -h)) / (4 * h * h);
      EXPECT_NEAR(-d.negative_hessian(i, j), second, 2e-2 + 1e-4 * std::abs(second)) << i << " " << j;
    }
  }
}

TEST(WordfishProfile, IsNowhereHigherThanAtTheMaximum) {
  const auto data = data_of(lbg::table());
  const auto top = of_the_published_table();
  std::mt19937_64 random(11);
  for (int trial = 0; trial < 50; ++trial) {
    VectorXd x(12);
    x << top.alpha, top.theta;
    for (double& value : x) value += (static_cast<double>(random() >> 11) * 0x1p-53 - 0.5) * std::pow(10, -trial % 5);
    EXPECT_LE(posterior_at(data, x), top.log_posterior + 1e-9);
  }
}

}  // namespace
}  // namespace isogloss::statistics
