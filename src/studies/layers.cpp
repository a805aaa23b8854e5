#include "isogloss/studies/layers.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <stdexcept>

#include "isogloss/base/errors.hpp"
#include "isogloss/statistics/distances.hpp"
#include "isogloss/statistics/tfidf.hpp"
#include "isogloss/studies/stance.hpp"
#include "statistics/singular_axes.hpp"
#include "studies/judged_segments.hpp"

namespace isogloss::studies {
namespace {

using statistics::measure;

constexpr std::array layers = {layer_kind::vocabulary, layer_kind::style, layer_kind::stance};

bool weighs_by_rank(measure with) {
  return with == measure::eder_delta || with == measure::eder_delta_stylo;
}

counts::sparse_matrix relative(counts::sparse_matrix counts, const Eigen::VectorXd& tokens, double per) {
  for (Eigen::Index row = 0; row < counts.rows(); ++row) {
    for (counts::sparse_matrix::InnerIterator cell(counts, row); cell; ++cell) cell.valueRef() *= per / tokens[row];
  }
  return counts;
}

// Coordinates in as many dimensions as there are documents, with the inner products of `gram` and so the same
// distances: few documents of many terms need no more.
Eigen::MatrixXd rotated(const Eigen::MatrixXd& gram) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gram);
  return solver.eigenvectors() * solver.eigenvalues().cwiseMax(0).cwiseSqrt().asDiagonal();
}

// The terms that the options of the material leave to a layer of words.
counts::dfm words_of(const material& m, layer_kind kind) {
  counts::dfm dfm = m.trimmed(terms_of(kind));
  if (kind != layer_kind::style) return dfm;
  auto columns = counts::by_frequency(dfm);
  const std::size_t n = m.options().trim.most_frequent > 0 ? m.options().trim.most_frequent : default_style_terms;
  if (columns.size() > n) columns.resize(n);
  return counts::select(dfm, columns);
}

// The coordinates with the leading singular values, of as many documents as cannot be rotated.
template <class Rows>
Eigen::MatrixXd leading(const Rows& rows) {
  const auto axes = statistics::leading_singular_axes(rows, Eigen::VectorXd::Zero(rows.rows()),
                                                      Eigen::VectorXd::Zero(rows.cols()), leading_coordinates);
  return axes.left * axes.values.asDiagonal();
}

Eigen::MatrixXd few_columns(const Eigen::MatrixXd& rows) {
  if (rows.cols() <= rows.rows()) return rows;
  return rows.rows() > most_documents_rotated ? leading(rows) : rotated(rows * rows.transpose());
}

Eigen::MatrixXd few_columns(const counts::sparse_matrix& rows) {
  if (rows.cols() <= leading_coordinates) return Eigen::MatrixXd(rows);
  if (rows.rows() > most_documents_rotated) return leading(rows);
  if (rows.cols() <= rows.rows()) return Eigen::MatrixXd(rows);
  const counts::sparse_matrix transposed = rows.transpose();
  return rotated(Eigen::MatrixXd(counts::sparse_matrix(rows * transposed)));
}

void require_tokens(const material& m, const Eigen::VectorXd& tokens) {
  std::vector<problem> problems;
  for (std::size_t i = 0; i < m.n_documents(); ++i) {
    if (tokens[static_cast<Eigen::Index>(i)] > 0) continue;
    problems.push_back({m.study().name,
                        "document \"" + m.study().documents[i].name + "\" has no tokens in zone " +
                            m.options().zones.to_string() + " and cannot be compared",
                        "Choose other zones with --zones, or leave it out with --where."});
  }
  throw_if_any(std::move(problems));
}

}  // namespace

std::string_view name(layer_kind kind) {
  switch (kind) {
    case layer_kind::vocabulary:
      return "vocabulary";
    case layer_kind::style:
      return "style";
    case layer_kind::stance:
      return "stance";
  }
  return "";
}

std::optional<layer_kind> layer_from(std::string_view wanted) {
  const auto found = std::find_if(layers.begin(), layers.end(), [&](auto l) { return name(l) == wanted; });
  if (found == layers.end()) return std::nullopt;
  return *found;
}

term_choice terms_of(layer_kind kind) {
  return kind == layer_kind::vocabulary ? term_choice::content : term_choice::all;
}

std::span<const layer_kind> all_layers() {
  return layers;
}

std::vector<measure> default_measures(layer_kind kind) {
  switch (kind) {
    case layer_kind::vocabulary:
      return {measure::cosine};
    case layer_kind::style:
      return {measure::cosine_delta, measure::burrows_delta};
    case layer_kind::stance:
      return {measure::burrows_delta};
  }
  return {};
}

layer::layer(const material& m, layer_kind kind)
    : kind_(kind), n_documents_(static_cast<Eigen::Index>(m.n_documents())) {
  if (kind == layer_kind::stance) {
    take_stance(m);
  } else {
    take_words(words_of(m, kind));
    take_segments(m);
  }
  weigh(m);
}

layer::layer(const material& m, layer_kind kind, const counts::dfm& words)
    : kind_(kind), n_documents_(static_cast<Eigen::Index>(m.n_documents())) {
  if (kind == layer_kind::stance) throw std::invalid_argument("layer: kind is stance, but must be a layer of words");
  take_words(words);
  weigh(m);
}

void layer::take_stance(const material& m) {
  if (m.lexicons().empty()) {
    throw data_error("--lexicon", "the stance layer needs a lexicon", "Put some into lexicons/, or name one.");
  }
  const stance_segments s = count_stance(m, m.options().zones);
  for (const auto& category : s.categories) features_.push_back(label(m, category));
  segment_tokens_ = s.tokens;
  document_of_ = s.document_of;
  sums_ = {with_judgements(m, s, features_).sparseView(), document_of_, n_documents_};
  counts_ = sums_();
  tokens_ = Eigen::VectorXd::Zero(n_documents_);
  for (std::size_t i = 0; i < document_of_.size(); ++i) {
    tokens_[static_cast<Eigen::Index>(document_of_[i])] += segment_tokens_[static_cast<Eigen::Index>(i)];
  }
}

void layer::take_words(const counts::dfm& dfm) {
  features_ = dfm.terms;
  counts_ = dfm.counts;
  tokens_ = dfm.tokens;
}

void layer::take_segments(const material& m) {
  const counts::segment_matrix segments = m.segments(terms_of(kind_), features_);
  segment_tokens_ = segments.tokens;
  document_of_ = segments.document_of;
  sums_ = {segments.counts, document_of_, n_documents_};
}

void layer::weigh(const material& m) {
  require_tokens(m, tokens_);
  totals_ = counts_.transpose() * Eigen::VectorXd::Ones(n_documents_);
  if (kind_ == layer_kind::vocabulary) {
    idf_ = statistics::inverse_document_frequency(counts::document_frequencies(counts_),
                                                  static_cast<double>(n_documents_), statistics::tfidf_scheme::sklearn);
  } else {
    z_scores_ = statistics::z_scores(Eigen::MatrixXd(profiles(counts_, tokens_)));
  }
}

layer::sparse layer::profiles(const sparse& counts, const Eigen::VectorXd& tokens) const {
  switch (kind_) {
    case layer_kind::vocabulary:
      return statistics::tfidf(counts, tokens, idf_, statistics::tfidf_scheme::sklearn);
    case layer_kind::style:
      return relative(counts, tokens, 1);
    case layer_kind::stance:
      return relative(counts, tokens, 1000);
  }
  return {};
}

std::vector<Eigen::Index> layer::ranked(const std::vector<Eigen::Index>& columns) const {
  std::vector<Eigen::Index> places(columns.size());
  std::iota(places.begin(), places.end(), Eigen::Index{0});
  std::ranges::stable_sort(places, std::greater{},
                           [&](Eigen::Index place) { return totals_[columns[static_cast<std::size_t>(place)]]; });
  return places;
}

std::vector<Eigen::Index> layer::columns_for(measure with) const {
  std::vector<Eigen::Index> columns(features_.size());
  std::iota(columns.begin(), columns.end(), Eigen::Index{0});
  return weighs_by_rank(with) ? ranked(columns) : columns;
}

Eigen::MatrixXd layer::compare(const sparse& counts, const Eigen::VectorXd& tokens, measure with) const {
  if (statistics::needs_counts(with)) return statistics::distances(Eigen::MatrixXd(counts), with);
  const sparse documents = profiles(counts, tokens);
  if (!statistics::needs_z_scores(with)) return statistics::distances(documents, with);
  Eigen::MatrixXd dense(documents);
  if (!z_scores_) {
    if (weighs_by_rank(with)) dense = dense(Eigen::all, columns_for(with)).eval();
    return statistics::distances(dense, with);
  }
  Eigen::MatrixXd z = statistics::z_scores(dense, *z_scores_);
  if (weighs_by_rank(with)) z = z(Eigen::all, ranked(z_scores_->kept)).eval();
  return statistics::deltas_between(z, z, with);
}

Eigen::MatrixXd layer::compare(measure with) const {
  return compare(counts_, tokens_, with);
}

Eigen::MatrixXd layer::compared(measure with) const {
  Eigen::MatrixXd rows(statistics::needs_counts(with) ? counts_ : profiles());
  if (weighs_by_rank(with)) rows = rows(Eigen::all, columns_for(with)).eval();
  return rows;
}

Eigen::VectorXd layer::resampled_tokens(std::span<const double> weights) const {
  Eigen::VectorXd tokens = Eigen::VectorXd::Zero(n_documents_);
  for (std::size_t i = 0; i < document_of_.size(); ++i) {
    tokens[static_cast<Eigen::Index>(document_of_[i])] += weights[i] * segment_tokens_[static_cast<Eigen::Index>(i)];
  }
  return tokens;
}

Eigen::MatrixXd layer::compare_resampled(measure with, std::span<const double> weights) const {
  return compare(sums_(weights), resampled_tokens(weights), with);
}

std::vector<std::size_t> layer::segments_of_documents() const {
  std::vector<std::size_t> n(static_cast<std::size_t>(n_documents_));
  for (const std::size_t d : document_of_) ++n[d];
  return n;
}

Eigen::MatrixXd layer::coordinates() const {
  if (z_scores_) return few_columns(z_scores_->z);
  return few_columns(profiles(counts_, tokens_));
}

Eigen::MatrixXd layer::coordinates_resampled(std::span<const double> weights) const {
  const sparse rows = profiles_resampled(weights);
  if (z_scores_) return few_columns(statistics::z_scores(Eigen::MatrixXd(rows), *z_scores_));
  return few_columns(rows);
}

}  // namespace isogloss::studies
