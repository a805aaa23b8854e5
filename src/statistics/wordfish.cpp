#include "isogloss/statistics/wordfish.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/statistics/correspondence_analysis.hpp"
#include "matrix_checks.hpp"
#include "wordfish_profile.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using sparse = Eigen::SparseMatrix<double, Eigen::RowMajor>;

constexpr const char* function = "wordfish";
// Starts: so many axes of the correspondence analysis.
constexpr Index n_starts = 3;

void check(const sparse& counts, const wordfish_options& options) {
  if (counts.rows() < 3) {
    throw std::invalid_argument("wordfish: counts has " + std::to_string(counts.rows()) +
                                " rows, but must have at least 3");
  }
  checks::positive(function, "beta_deviation", options.beta_deviation);
  checks::positive(function, "theta_deviation", options.theta_deviation);
  const auto [left, right] = options.direction;
  if (const bool none = left == -1 && right == -1; !none) {
    const Index lowest = std::min(left, right), highest = std::max(left, right);
    if (lowest < 0 || highest >= counts.rows() || left == right) {
      throw std::invalid_argument("wordfish: direction is (" + std::to_string(left) + ", " + std::to_string(right) +
                                  "), but must name two of the documents");
    }
  }
  for (Index row = 0; row < counts.outerSize(); ++row) {
    double sum = 0;
    for (sparse::InnerIterator cell(counts, row); cell; ++cell) {
      checks::not_negative(function, "count", cell.value());
      sum += cell.value();
    }
    checks::positive(function, "tokens of a document", sum);
  }
}

using column = std::vector<std::pair<int, double>>;  // row, count

// The distinct columns of counts, and which of them each term has; -1 for a term that never occurs.
struct distinct_terms {
  std::vector<column> columns;
  std::vector<double> alike;
  std::vector<Index> of_term;
};

distinct_terms distinct(const sparse& counts) {
  const Eigen::SparseMatrix<double> by_term = counts;
  std::map<column, Index> known;
  distinct_terms result;
  for (Index k = 0; k < by_term.cols(); ++k) {
    column cells;
    for (Eigen::SparseMatrix<double>::InnerIterator cell(by_term, k); cell; ++cell) {
      if (cell.value() > 0) cells.emplace_back(static_cast<int>(cell.row()), cell.value());
    }
    if (cells.empty()) {
      result.of_term.push_back(-1);
      continue;
    }
    const auto [place, is_new] = known.try_emplace(cells, static_cast<Index>(result.columns.size()));
    if (is_new) {
      result.columns.push_back(std::move(cells));
      result.alike.push_back(0);
    }
    ++result.alike[static_cast<std::size_t>(place->second)];
    result.of_term.push_back(place->second);
  }
  return result;
}

wordfish_data data_of(const sparse& counts, const distinct_terms& terms, double beta_deviation) {
  wordfish_data data;
  data.counts.resize(counts.rows(), static_cast<Index>(terms.columns.size()));
  std::vector<Eigen::Triplet<double>> cells;
  for (std::size_t k = 0; k < terms.columns.size(); ++k) {
    for (const auto& [row, count] : terms.columns[k]) cells.emplace_back(row, static_cast<int>(k), count);
  }
  data.counts.setFromTriplets(cells.begin(), cells.end());
  data.alike = Eigen::Map<const VectorXd>(terms.alike.data(), data.counts.cols());
  data.term_counts = data.counts.transpose() * VectorXd::Ones(counts.rows());
  data.document_counts = data.counts * data.alike;
  data.beta_precision = 1 / square(beta_deviation);
  return data;
}

// A place on the hill and what is known of it.
struct climb {
  wordfish_place place;
  wordfish_profile profile;
  int iterations = 0;
  double gradient_norm = 0;
  bool converged = false;
};

// The three directions in which nothing changes: all alpha, all theta, and the scale of theta.
MatrixXd idle_directions(const wordfish_place& place) {
  const Index n = place.theta.size();
  MatrixXd idle = MatrixXd::Zero(2 * n, 3);
  idle.col(0).head(n).setConstant(1 / std::sqrt(static_cast<double>(n)));
  idle.col(1).tail(n).setConstant(1 / std::sqrt(static_cast<double>(n)));
  idle.col(2).tail(n) = place.theta.normalized();
  return idle;
}

// A step uphill: Newton's where the hill is round, damped towards the gradient where it is not.
VectorXd step_of(const wordfish_derivatives& d, const wordfish_place& place) {
  const MatrixXd idle = idle_directions(place);
  const double size = d.negative_hessian.diagonal().cwiseAbs().mean();
  // (I - N N') H (I - N N') + size N N': the idle directions are taken out of H exactly.
  MatrixXd h = d.negative_hessian;
  h -= (idle * (idle.transpose() * h)).eval();
  h -= ((h * idle) * idle.transpose()).eval();
  h += size * idle * idle.transpose();
  const VectorXd gradient = d.gradient - idle * (idle.transpose() * d.gradient);
  double damping = 0;
  for (int attempt = 0; attempt < 30; ++attempt) {
    MatrixXd damped = h;
    damped.diagonal().array() += damping;
    const Eigen::LLT<MatrixXd> solver(damped);
    if (solver.info() == Eigen::Success) return solver.solve(gradient);
    damping = damping == 0 ? 1e-6 * size : 10 * damping;
  }
  return gradient / size;
}

wordfish_place moved(const wordfish_place& place, const VectorXd& step, double length) {
  const Index n = place.theta.size();
  return standardised({place.alpha + length * step.head(n), place.theta + length * step.tail(n)});
}

// Halves the step until the posterior rises as its slope promises; false where it does not.
bool advance(const wordfish_data& data, climb& c, const VectorXd& step, double slope) {
  for (double length = 1; length > 1e-10; length /= 2) {
    const wordfish_place place = moved(c.place, step, length);
    wordfish_profile profile = profile_at(data, place, c.profile.beta);
    const double rise = profile.log_posterior - c.profile.log_posterior;
    // Near the top the rise is below the rounding of the posterior itself.
    const bool near_top = slope < 1e-9 * (1 + std::abs(c.profile.log_posterior));
    if (!(rise >= 1e-4 * length * slope) && !near_top) continue;
    c.place = place;
    c.profile = std::move(profile);
    return true;
  }
  return false;
}

climb climbed(const wordfish_data& data, const VectorXd& theta, int max_iterations, const progress_stage& climbing) {
  climb c;
  c.place = standardised({data.document_counts.array().log(), theta});
  c.profile = profile_at(data, c.place, VectorXd::Zero(data.term_counts.size()));
  const double tokens = data.document_counts.sum();
  for (; c.iterations < max_iterations && !c.converged; ++c.iterations) {
    climbing.advance();
    const wordfish_derivatives d = derivatives_at(data, c.place, c.profile);
    c.gradient_norm = d.gradient.cwiseAbs().maxCoeff() / tokens;
    const VectorXd step = step_of(d, c.place);
    const double length = step.cwiseAbs().maxCoeff();
    if (length < 1e-7) {  // a last step of Newton squares this
      c.place = moved(c.place, step, 1);
      c.profile = profile_at(data, c.place, c.profile.beta);
      c.gradient_norm = derivatives_at(data, c.place, c.profile).gradient.cwiseAbs().maxCoeff() / tokens;
      c.converged = true;
    } else if (!advance(data, c, step, d.gradient.dot(step))) {
      break;
    }
  }
  return c;
}

// The highest of the hills that the starts lead to; of equal ones the first.
std::optional<climb> highest(const sparse& counts, const wordfish_data& data, int max_iterations) {
  const MatrixXd starts = correspondence_analysis(counts, n_starts).rows_principal;
  const progress_stage climbing({"climbing", "steps"});
  std::optional<climb> best;
  for (Index start = 0; start < starts.cols(); ++start) {
    climb c = climbed(data, starts.col(start), max_iterations, climbing);
    const double margin = 1e-9 * std::abs(c.profile.log_posterior);
    if (!best || c.profile.log_posterior > best->profile.log_posterior + margin) best = std::move(c);
  }
  return best;
}

VectorXd standard_errors(const wordfish_data& data, const climb& c, double theta_precision) {
  VectorXd errors(c.place.theta.size());
  for (Index i = 0; i < errors.size(); ++i) {
    const VectorXd expected =
        data.alike.array() *
        (c.place.alpha[i] + c.profile.psi.array() + c.profile.beta.array() * c.place.theta[i]).exp();
    const double first = expected.dot(c.profile.beta);
    const double second = expected.dot(c.profile.beta.cwiseAbs2()) + theta_precision;
    errors[i] = std::sqrt(1 / (second - first * first / expected.sum()));
  }
  return errors;
}

VectorXd of_terms(const VectorXd& values, const std::vector<Index>& of_term) {
  VectorXd all(static_cast<Index>(of_term.size()));
  for (std::size_t k = 0; k < of_term.size(); ++k) {
    all[static_cast<Index>(k)] = of_term[k] < 0 ? not_a_number : values[of_term[k]];
  }
  return all;
}

wordfish_result unidentified(const sparse& counts) {
  wordfish_result result;
  result.theta = result.standard_errors = result.alpha = VectorXd::Constant(counts.rows(), not_a_number);
  result.psi = result.beta = VectorXd::Constant(counts.cols(), not_a_number);
  result.log_likelihood = result.log_posterior = result.gradient_norm = not_a_number;
  return result;
}

}  // namespace

wordfish_result wordfish(const sparse& counts, const wordfish_options& options) {
  check(counts, options);
  const auto terms = distinct(counts);
  const wordfish_data data = data_of(counts, terms, options.beta_deviation);
  auto best = highest(counts, data, options.max_iterations);
  if (!best) return unidentified(counts);
  const auto [left, right] =
      options.direction.first < 0 ? std::pair<Index, Index>(0, counts.rows() - 1) : options.direction;
  if (best->place.theta[left] > best->place.theta[right]) {
    best->place.theta *= -1;
    best->profile.beta *= -1;
  }
  return {best->place.theta,
          standard_errors(data, *best, 1 / square(options.theta_deviation)),
          best->place.alpha,
          of_terms(best->profile.psi, terms.of_term),
          of_terms(best->profile.beta, terms.of_term),
          best->profile.log_likelihood,
          best->profile.log_posterior,
          best->iterations,
          best->gradient_norm,
          best->converged};
}

}  // namespace isogloss::statistics
