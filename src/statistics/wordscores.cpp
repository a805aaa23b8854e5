#include "isogloss/statistics/wordscores.hpp"

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"
#include "matrix_checks.hpp"

namespace isogloss::statistics {
namespace {

using Eigen::Index;
using Eigen::VectorXd;
using sparse = Eigen::SparseMatrix<double, Eigen::RowMajor>;

constexpr const char* function = "wordscores";

// Ascending: the documents that have a score, or those that have none.
std::vector<Index> documents(const VectorXd& scores, bool scored) {
  std::vector<Index> rows;
  for (Index i = 0; i < scores.size(); ++i) {
    if (std::isnan(scores[i]) != scored) rows.push_back(i);
  }
  return rows;
}

void check(const sparse& counts, const VectorXd& scores) {
  check_one_each(function, "scores", static_cast<std::size_t>(scores.size()), static_cast<std::size_t>(counts.rows()));
  const auto references = documents(scores, true);
  if (references.size() < 2) {
    throw std::invalid_argument("wordscores: scores has " + std::to_string(references.size()) +
                                " numbers, but must have at least 2");
  }
  const VectorXd tokens = counts * VectorXd::Ones(counts.cols());
  for (const Index r : references) {
    check_finite(function, "score", scores.segment(r, 1));
    checks::positive(function, "tokens of a reference", tokens[r]);
  }
  for (Index row = 0; row < counts.outerSize(); ++row) {
    for (sparse::InnerIterator cell(counts, row); cell; ++cell) {
      checks::not_negative(function, "count", cell.value());
    }
  }
}

VectorXd scores_of_words(const sparse& counts, const VectorXd& scores, const std::vector<Index>& references) {
  VectorXd weighted = VectorXd::Zero(counts.cols());
  VectorXd sums = VectorXd::Zero(counts.cols());
  const VectorXd tokens = counts * VectorXd::Ones(counts.cols());
  for (const Index r : references) {
    for (sparse::InnerIterator cell(counts, r); cell; ++cell) {
      weighted[cell.col()] += cell.value() / tokens[r] * scores[r];
      sums[cell.col()] += cell.value() / tokens[r];
    }
  }
  return weighted.cwiseQuotient(sums);  // 0/0 is NaN
}

// Mean of the scores of a document's words and its standard error.
void place(const sparse& counts, Index row, wordscores_result& result) {
  double tokens = 0, sum = 0, squares = 0;
  for (sparse::InnerIterator cell(counts, row); cell; ++cell) {
    const double score = result.word_scores[cell.col()];
    if (std::isnan(score)) continue;
    tokens += cell.value();
    sum += cell.value() * score;
  }
  const double mean = sum / tokens;
  for (sparse::InnerIterator cell(counts, row); cell; ++cell) {
    const double score = result.word_scores[cell.col()];
    if (!std::isnan(score)) squares += cell.value() * square(score - mean);
  }
  result.raw[row] = mean;
  result.standard_errors[row] = std::sqrt(squares) / tokens;
  result.scored_tokens[row] = tokens;
}

double deviation(const VectorXd& values) {
  if (values.size() < 2) return not_a_number;
  return std::sqrt((values.array() - values.mean()).square().sum() / static_cast<double>(values.size() - 1));
}

// No factor, no positions: 1/0 says that nothing told the documents apart.
double existing(double factor) {
  return std::isfinite(factor) ? factor : not_a_number;
}

void rescale_lbg(const VectorXd& scores, lbg_rescaling over, wordscores_result& result) {
  const bool virgins = over == lbg_rescaling::virgins;
  const VectorXd raw = virgins ? VectorXd(result.raw(documents(scores, false))) : result.raw;
  const double factor = existing(deviation(scores(documents(scores, true))) / deviation(raw));
  const double mean = raw.size() > 0 ? raw.mean() : not_a_number;
  result.lbg = (result.raw.array() - mean) * factor + mean;
  result.lbg_errors = result.standard_errors * factor;
}

void rescale_mv(const VectorXd& scores, wordscores_result& result) {
  const auto references = documents(scores, true);
  Index low = references.front(), high = low;
  for (const Index r : references) {
    if (scores[r] < scores[low]) low = r;
    if (scores[r] > scores[high]) high = r;
  }
  const double factor = existing((scores[high] - scores[low]) / (result.raw[high] - result.raw[low]));
  result.mv = (result.raw.array() - result.raw[low]) * factor + scores[low];
  result.mv_errors = result.standard_errors * std::abs(factor);
}

}  // namespace

wordscores_result wordscores(const sparse& counts, const VectorXd& scores, lbg_rescaling over) {
  check(counts, scores);
  wordscores_result result;
  result.word_scores = scores_of_words(counts, scores, documents(scores, true));
  result.raw = result.standard_errors = result.scored_tokens = VectorXd(counts.rows());
  for (Index row = 0; row < counts.rows(); ++row) place(counts, row, result);
  rescale_lbg(scores, over, result);
  rescale_mv(scores, result);
  return result;
}

}  // namespace isogloss::statistics
