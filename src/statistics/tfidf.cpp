#include "isogloss/statistics/tfidf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace isogloss::statistics {
namespace {

constexpr std::array schemes = {tfidf_scheme::sklearn, tfidf_scheme::textbook, tfidf_scheme::quanteda,
                                tfidf_scheme::tidytext, tfidf_scheme::bm25};
constexpr double bm25_k = 1.2;
constexpr double bm25_b = 0.75;

double idf_of(double df, double n, tfidf_scheme scheme) {
  switch (scheme) {
    case tfidf_scheme::sklearn:
      return std::log((1 + n) / (1 + df)) + 1;
    case tfidf_scheme::textbook:
    case tfidf_scheme::tidytext:
      return std::log(n / df);
    case tfidf_scheme::quanteda:
      return std::log10(n / df);
    case tfidf_scheme::bm25:
      return std::log1p((n - df + 0.5) / (df + 0.5));
  }
  return 0;
}

double tf_of(double count, double tokens, double mean_tokens, tfidf_scheme scheme) {
  switch (scheme) {
    case tfidf_scheme::sklearn:
    case tfidf_scheme::quanteda:
      return count;
    case tfidf_scheme::textbook:
    case tfidf_scheme::tidytext:
      return count / tokens;
    case tfidf_scheme::bm25:
      return count * (bm25_k + 1) / (count + bm25_k * (1 - bm25_b + bm25_b * tokens / mean_tokens));
  }
  return 0;
}

double mean_of(const Eigen::VectorXd& tokens) {
  return tokens.size() > 0 ? tokens.mean() : 0;
}

}  // namespace

std::string_view name(tfidf_scheme scheme) {
  switch (scheme) {
    case tfidf_scheme::sklearn:
      return "sklearn";
    case tfidf_scheme::textbook:
      return "textbook";
    case tfidf_scheme::quanteda:
      return "quanteda";
    case tfidf_scheme::tidytext:
      return "tidytext";
    case tfidf_scheme::bm25:
      return "bm25";
  }
  return "";
}

std::optional<tfidf_scheme> tfidf_scheme_from(std::string_view wanted) {
  const auto found = std::find_if(schemes.begin(), schemes.end(), [&](auto s) { return name(s) == wanted; });
  if (found == schemes.end()) return std::nullopt;
  return *found;
}

std::span<const tfidf_scheme> all_tfidf_schemes() {
  return schemes;
}

Eigen::VectorXd inverse_document_frequency(const Eigen::VectorXd& document_frequencies, double n_documents,
                                           tfidf_scheme scheme) {
  Eigen::VectorXd result(document_frequencies.size());
  for (Eigen::Index j = 0; j < result.size(); ++j) {
    const double df = document_frequencies[j];
    if (!(df >= 0 && df <= n_documents)) {
      throw std::domain_error(
          fmt::format("inverse_document_frequency: df is {}, but must be in [0, {}]", df, n_documents));
    }
    const bool divides_by_df = scheme != tfidf_scheme::sklearn && scheme != tfidf_scheme::bm25;
    result[j] = df == 0 && divides_by_df ? std::nan("") : idf_of(df, n_documents, scheme);
  }
  return result;
}

document_weights::document_weights(const Eigen::VectorXd& idf, const Eigen::VectorXd& tokens, tfidf_scheme scheme)
    : idf_(&idf), mean_tokens_(mean_of(tokens)), scheme_(scheme) {}

double document_weights::term_frequency(double count, double tokens) const {
  return tf_of(count, tokens, mean_tokens_, scheme_);
}

void document_weights::weigh(std::span<const std::uint32_t> terms, std::span<double> values, double tokens) const {
  if (!terms.empty() && !(tokens > 0)) {
    throw std::domain_error(fmt::format("tfidf: tokens of a document is {}, but must be above 0", tokens));
  }
  double squares = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    values[i] = term_frequency(values[i], tokens) * (*idf_)[terms[i]];
    squares += values[i] * values[i];
  }
  if (scheme_ != tfidf_scheme::sklearn || squares == 0) return;
  const double length = std::sqrt(squares);
  for (double& value : values) value /= length;
}

weight_matrix term_frequency(const weight_matrix& counts, const Eigen::VectorXd& tokens, tfidf_scheme scheme) {
  const double mean_tokens = mean_of(tokens);
  weight_matrix result = counts;
  for (Eigen::Index row = 0; row < result.rows(); ++row) {
    for (weight_matrix::InnerIterator cell(result, row); cell; ++cell) {
      if (!(tokens[row] > 0)) {
        throw std::domain_error(
            fmt::format("term_frequency: tokens of row {} is {}, but must be above 0", row, tokens[row]));
      }
      cell.valueRef() = tf_of(cell.value(), tokens[row], mean_tokens, scheme);
    }
  }
  return result;
}

weight_matrix tfidf(const weight_matrix& counts, const Eigen::VectorXd& tokens, const Eigen::VectorXd& idf,
                    tfidf_scheme scheme) {
  const document_weights weights(idf, tokens, scheme);
  weight_matrix result = counts;
  result.makeCompressed();
  std::vector<std::uint32_t> terms;
  for (Eigen::Index row = 0; row < result.rows(); ++row) {
    const int begin = result.outerIndexPtr()[row];
    const int end = result.outerIndexPtr()[row + 1];
    terms.assign(result.innerIndexPtr() + begin, result.innerIndexPtr() + end);
    weights.weigh(terms, {result.valuePtr() + begin, terms.size()}, tokens[row]);
  }
  return result;
}

}  // namespace isogloss::statistics
