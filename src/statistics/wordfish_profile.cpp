#include "wordfish_profile.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "isogloss/base/numeric.hpp"
#include "isogloss/base/parallel.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Terms are worked off in parts of this many, whatever the threads, and the parts added up in order.
constexpr Index terms_a_part = 256;

Index n_parts(Index n_terms) {
  return (n_terms + terms_a_part - 1) / terms_a_part;
}

// A term's tokens spread over the documents as beta says: shares p_i ~ exp(alpha_i + beta theta_i).
struct spread {
  VectorXd shares;
  double log_sum;   // ln sum exp(alpha + beta theta)
  double mean;      // of theta, by share
  double variance;  // the same
};

spread spread_at(const wordfish_place& place, double beta) {
  spread s;
  s.shares = place.alpha + beta * place.theta;
  const double largest = s.shares.maxCoeff();
  s.shares = (s.shares.array() - largest).exp();
  const double sum = s.shares.sum();
  s.log_sum = largest + std::log(sum);
  s.shares /= sum;
  s.mean = s.shares.dot(place.theta);
  s.variance = s.shares.dot((place.theta.array() - s.mean).square().matrix());
  return s;
}

// The beta of one term: where moment - count * mean(beta) - precision * beta, which falls with beta, crosses 0.
double best_beta(const wordfish_place& place, double count, double moment, double precision, double beta) {
  double low = -infinity, high = infinity;
  for (int step = 0; step < 200; ++step) {
    const spread s = spread_at(place, beta);
    const double slope = moment - count * s.mean - precision * beta;
    (slope > 0 ? low : high) = beta;
    double next = beta + slope / (count * s.variance + precision);
    if (std::abs(next - beta) <= 1e-14 * (1 + std::abs(beta))) return next;
    if (next <= low || next >= high) next = (low + high) / 2;  // a step too far has set both ends
    beta = next;
  }
  return beta;
}

// What the terms of one part add to the derivatives: columns of factors, whose products are summed once.
struct part_of_derivatives {
  VectorXd gradient;     // 2 n
  VectorXd alpha_alpha;  // n: diagonals of the blocks
  VectorXd alpha_theta;  // n
  VectorXd theta_theta;  // n
  MatrixXd outer;        // 2 n x 2 n, to be subtracted
};

part_of_derivatives part_at(const wordfish_data& data, const wordfish_place& place, const wordfish_profile& profile,
                            Index begin, Index end) {
  const Index n = place.theta.size();
  part_of_derivatives part{VectorXd::Zero(2 * n), VectorXd::Zero(n), VectorXd::Zero(n), VectorXd::Zero(n), {}};
  MatrixXd factors(2 * n, 2 * (end - begin));
  for (Index k = begin; k < end; ++k) {
    const double beta = profile.beta[k];
    const double count = data.term_counts[k];
    const double alike = data.alike[k];
    const spread s = spread_at(place, beta);
    const VectorXd expected = count * s.shares;
    const VectorXd residual = VectorXd(data.counts.col(k)) - expected;
    const VectorXd away = expected.cwiseProduct((place.theta.array() - s.mean).matrix());
    part.gradient.head(n) += alike * residual;
    part.gradient.tail(n) += alike * beta * residual;
    part.alpha_alpha += alike * expected;
    part.alpha_theta += alike * beta * expected;
    part.theta_theta += alike * beta * beta * expected;
    // The term's total is fixed by psi ...
    auto total = factors.col(2 * (k - begin));
    total.head(n) = std::sqrt(alike / count) * expected;
    total.tail(n) = beta * total.head(n);
    // ... and its beta follows (alpha, theta).
    auto moved = factors.col(2 * (k - begin) + 1);
    moved.head(n) = -away;
    moved.tail(n) = residual - beta * away - 2 * data.beta_precision * beta / static_cast<double>(n - 1) * place.theta;
    moved *= std::sqrt(alike / (count * s.variance + data.beta_precision));
  }
  part.outer = MatrixXd::Zero(2 * n, 2 * n);
  part.outer.selfadjointView<Eigen::Lower>().rankUpdate(factors);
  return part;
}

}  // namespace

wordfish_place standardised(const wordfish_place& place) {
  const VectorXd centred = place.theta.array() - place.theta.mean();
  const double deviation = std::sqrt(centred.squaredNorm() / static_cast<double>(centred.size() - 1));
  return {place.alpha.array() - place.alpha.mean(), centred / deviation};
}

wordfish_profile profile_at(const wordfish_data& data, const wordfish_place& place, const VectorXd& beta) {
  const VectorXd moments = data.counts.transpose() * place.theta;
  wordfish_profile profile{beta, VectorXd(beta.size()), 0, 0};
  parallel_for(static_cast<std::size_t>(n_parts(beta.size())), [&](std::size_t part) {
    const Index begin = static_cast<Index>(part) * terms_a_part;
    const Index end = std::min(begin + terms_a_part, beta.size());
    for (Index k = begin; k < end; ++k) {
      profile.beta[k] = best_beta(place, data.term_counts[k], moments[k], data.beta_precision, beta[k]);
      profile.psi[k] = std::log(data.term_counts[k]) - spread_at(place, profile.beta[k]).log_sum;
    }
  });
  profile.log_likelihood =
      data.document_counts.dot(place.alpha) + data.alike.dot(data.term_counts.cwiseProduct(profile.psi) +
                                                             moments.cwiseProduct(profile.beta) - data.term_counts);
  profile.log_posterior = profile.log_likelihood - data.beta_precision / 2 * data.alike.dot(profile.beta.cwiseAbs2());
  return profile;
}

wordfish_derivatives derivatives_at(const wordfish_data& data, const wordfish_place& place,
                                    const wordfish_profile& profile) {
  const Index n = place.theta.size();
  std::vector<part_of_derivatives> parts(static_cast<std::size_t>(n_parts(profile.beta.size())));
  parallel_for(parts.size(), [&](std::size_t part) {
    const Index begin = static_cast<Index>(part) * terms_a_part;
    parts[part] = part_at(data, place, profile, begin, std::min(begin + terms_a_part, profile.beta.size()));
  });
  wordfish_derivatives d{VectorXd::Zero(2 * n), MatrixXd::Zero(2 * n, 2 * n)};
  auto& hessian = d.negative_hessian;
  for (const auto& part : parts) {
    d.gradient += part.gradient;
    hessian.topLeftCorner(n, n).diagonal() += part.alpha_alpha;
    hessian.topRightCorner(n, n).diagonal() += part.alpha_theta;
    hessian.bottomLeftCorner(n, n).diagonal() += part.alpha_theta;
    hessian.bottomRightCorner(n, n).diagonal() += part.theta_theta;
    hessian -= MatrixXd(part.outer.selfadjointView<Eigen::Lower>());
  }
  // The prior on beta * sd(theta): d/dtheta of precision/2 * sum beta^2 * var(theta), at mean 0.
  const double pull = data.beta_precision * data.alike.dot(profile.beta.cwiseAbs2()) / static_cast<double>(n - 1);
  d.gradient.tail(n) -= pull * place.theta;
  hessian.bottomRightCorner(n, n).diagonal().array() += pull;
  hessian.bottomRightCorner(n, n).array() -= pull / static_cast<double>(n);
  return d;
}

}  // namespace isogloss::statistics
