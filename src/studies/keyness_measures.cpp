#include "studies/keyness_measures.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/chi_squared.hpp"
#include "isogloss/statistics/dispersion.hpp"
#include "isogloss/statistics/effect_sizes.hpp"
#include "isogloss/statistics/fisher.hpp"
#include "isogloss/statistics/log_likelihood.hpp"
#include "isogloss/statistics/log_odds.hpp"
#include "isogloss/statistics/quasi_poisson.hpp"
#include "isogloss/statistics/rank_tests.hpp"
#include "isogloss/statistics/welch.hpp"
#include "isogloss/statistics/zeta.hpp"

namespace isogloss::studies {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// The infinite ratio of something to nothing is no number to put into a table.
double finite(double value) {
  return std::isinf(value) ? nan : value;
}

// One term's counts in the places (documents or segments) of each side.
struct sides {
  std::vector<double> target, reference;
};

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

double n_above_zero(const std::vector<double>& values) {
  double n = 0;
  for (const double value : values) n += value > 0 ? 1.0 : 0.0;
  return n;
}

class measurer {
 public:
  measurer(const keyness_counts& counts, const comparison& c, const keyness_options& options)
      : counts_(counts), options_(options), document_place_(c.side_of.size()) {
    for (std::size_t d = 0; d < c.side_of.size(); ++d) {
      if (c.side_of[d] == side::neither) continue;
      auto& tokens = c.side_of[d] == side::target ? document_tokens_.target : document_tokens_.reference;
      document_place_[d] = {c.side_of[d], tokens.size()};
      tokens.push_back(counts.document_tokens[static_cast<Eigen::Index>(d)]);
    }
    for (std::size_t s = 0; s < counts.document_of.size(); ++s) {
      const side of = c.side_of[counts.document_of[s]];
      auto& tokens = of == side::target ? segment_tokens_.target : segment_tokens_.reference;
      segment_place_.push_back({of, tokens.size()});
      if (of != side::neither) tokens.push_back(counts.segment_tokens[static_cast<Eigen::Index>(s)]);
    }
    target_tokens_ = sum(document_tokens_.target);
    reference_tokens_ = sum(document_tokens_.reference);
    for (const double n : document_tokens_.target) all_tokens_.push_back(n), groups_.push_back(0);
    for (const double n : document_tokens_.reference) all_tokens_.push_back(n), groups_.push_back(1);
  }

  // False where the term is too rare.
  bool measure(std::size_t term, keyness_row& row) const {
    const auto column = static_cast<Eigen::Index>(term);
    const sides by_document = gather(counts_.documents, column, document_place_, document_tokens_);
    row.term = term;
    row.target_count = sum(by_document.target);
    row.reference_count = sum(by_document.reference);
    row.target_document_range = n_above_zero(by_document.target);
    row.reference_document_range = n_above_zero(by_document.reference);
    const double count = row.target_count + row.reference_count;
    if (count == 0 || count < options_.min_count) return false;
    if (row.target_document_range + row.reference_document_range < static_cast<double>(options_.min_documents))
      return false;
    measure_tokens(row);
    measure_documents(by_document, row);
    measure_segments(gather(counts_.segments, column, segment_place_, segment_tokens_), row);
    return true;
  }

 private:
  struct place {
    side of = side::neither;
    std::size_t index = 0;
  };

  static sides gather(const Eigen::SparseMatrix<double>& matrix, Eigen::Index column, const std::vector<place>& places,
                      const sides& shape) {
    sides result{std::vector<double>(shape.target.size()), std::vector<double>(shape.reference.size())};
    for (Eigen::SparseMatrix<double>::InnerIterator cell(matrix, column); cell; ++cell) {
      const place& p = places[static_cast<std::size_t>(cell.row())];
      if (p.of == side::target) result.target[p.index] = cell.value();
      if (p.of == side::reference) result.reference[p.index] = cell.value();
    }
    return result;
  }

  void measure_tokens(keyness_row& row) const {
    const statistics::contingency t{row.target_count, row.reference_count, target_tokens_, reference_tokens_};
    row.target_relative_frequency = row.target_count / target_tokens_;
    row.reference_relative_frequency = row.reference_count / reference_tokens_;
    row.log_likelihood = statistics::log_likelihood(t);
    row.log_likelihood_two_cell = statistics::log_likelihood_two_cell(t);
    row.chi_squared = statistics::chi_squared(t);
    row.chi_squared_yates = statistics::chi_squared_yates(t);
    row.token_level_p_value = statistics::chi_squared_p_value(row.log_likelihood);
    row.fisher_exact = statistics::fisher_exact(t);
    row.bayes_information_criterion = statistics::bayes_information_criterion(t);
    row.log_ratio = statistics::log_ratio(t);
    row.difference_coefficient = statistics::difference_coefficient(t);
    row.percent_diff = finite(statistics::percent_diff(t));
    row.odds_ratio = finite(statistics::odds_ratio(t));
    row.simple_maths = statistics::simple_maths(t);
    const double pooled = row.target_count + row.reference_count;
    row.log_odds_z = statistics::weighted_log_odds(t, {pooled, target_tokens_ + reference_tokens_}).z;
  }

  void measure_documents(const sides& counts, keyness_row& row) const {
    std::vector<double> all = counts.target;
    all.insert(all.end(), counts.reference.begin(), counts.reference.end());
    const auto tested = statistics::quasi_poisson(all, all_tokens_, groups_);
    row.p_value = tested.p_value;
    row.dispersion = tested.pearson_dispersion;
    sides rates = counts;
    for (std::size_t i = 0; i < rates.target.size(); ++i) rates.target[i] /= document_tokens_.target[i];
    for (std::size_t i = 0; i < rates.reference.size(); ++i) rates.reference[i] /= document_tokens_.reference[i];
    const auto welch = statistics::welch(rates.target, rates.reference);
    row.welch_t = finite(welch.statistic);
    row.welch_p_value = welch.p_value;
    const auto ranks = statistics::mann_whitney(rates.target, rates.reference);
    row.rank_sum_u = ranks.u;
    row.rank_sum_p_value = ranks.p_value;
    row.consistency = statistics::consistency(rates.target, rates.reference);
  }

  void measure_segments(const sides& counts, keyness_row& row) const {
    const statistics::segment_presence presence{n_above_zero(counts.target), n_above_zero(counts.reference),
                                                static_cast<double>(counts.target.size()),
                                                static_cast<double>(counts.reference.size())};
    row.craig_zeta = statistics::craig_zeta(presence);
    row.log_zeta = statistics::log_zeta(presence);
    row.target_deviation_of_proportions = statistics::deviation_of_proportions(counts.target, segment_tokens_.target);
    row.reference_deviation_of_proportions =
        statistics::deviation_of_proportions(counts.reference, segment_tokens_.reference);
  }

  const keyness_counts& counts_;
  const keyness_options& options_;
  std::vector<place> document_place_, segment_place_;
  sides document_tokens_, segment_tokens_;
  std::vector<double> all_tokens_;  // target's documents, then reference's
  std::vector<std::size_t> groups_;
  double target_tokens_ = 0, reference_tokens_ = 0;
};

struct sort_column {
  std::string_view name;
  double (*value)(const keyness_row&);
};

// Signed measures rank by size, p-values from the smallest, ratios from the largest.
constexpr std::array sort_columns = {
    sort_column{"log_odds_z", [](const keyness_row& r) { return std::abs(r.log_odds_z); }},
    sort_column{"log_likelihood", [](const keyness_row& r) { return r.log_likelihood; }},
    sort_column{"log_likelihood_two_cell", [](const keyness_row& r) { return r.log_likelihood_two_cell; }},
    sort_column{"chi_squared", [](const keyness_row& r) { return r.chi_squared; }},
    sort_column{"p_value", [](const keyness_row& r) { return -r.p_value; }},
    sort_column{"log_ratio", [](const keyness_row& r) { return std::abs(r.log_ratio); }},
    sort_column{"difference_coefficient", [](const keyness_row& r) { return std::abs(r.difference_coefficient); }},
    sort_column{"percent_diff", [](const keyness_row& r) { return r.percent_diff; }},
    sort_column{"odds_ratio", [](const keyness_row& r) { return r.odds_ratio; }},
    sort_column{"simple_maths", [](const keyness_row& r) { return r.simple_maths; }},
    sort_column{"craig_zeta", [](const keyness_row& r) { return std::abs(r.craig_zeta - 1); }},
    sort_column{"log_zeta", [](const keyness_row& r) { return std::abs(r.log_zeta); }},
    sort_column{"consistency", [](const keyness_row& r) { return std::abs(r.consistency - 0.5); }},
    sort_column{"welch_t", [](const keyness_row& r) { return std::abs(r.welch_t); }},
    sort_column{"target_count", [](const keyness_row& r) { return r.target_count; }}};

constexpr auto sort_names = [] {
  std::array<std::string_view, sort_columns.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = sort_columns[i].name;
  return names;
}();

}  // namespace

std::span<const std::string_view> keyness_sort_columns() {
  return sort_names;
}

double sort_value(const keyness_row& row, std::string_view column) {
  for (const auto& c : sort_columns) {
    if (c.name == column) return c.value(row);
  }
  return nan;
}

keyness_counts count_for_keyness(const material& m) {
  const counts::dfm& dfm = m.dfm(term_choice::all);
  const counts::segment_matrix segments = m.segments(term_choice::all, dfm.terms);
  return {dfm.counts, dfm.tokens, segments.counts, segments.tokens, segments.document_of};
}

std::vector<keyness_row> measure_keyness(const keyness_counts& counts, const comparison& c,
                                         const keyness_options& options) {
  const measurer terms(counts, c, options);
  const auto n_terms = static_cast<std::size_t>(counts.documents.cols());
  std::vector<keyness_row> rows(n_terms);
  std::vector<char> kept(n_terms);
  parallel_for(n_terms, {"measuring terms", "terms"},
               [&](std::size_t term) { kept[term] = terms.measure(term, rows[term]) ? 1 : 0; });
  std::size_t n = 0;
  for (std::size_t term = 0; term < n_terms; ++term) {
    if (kept[term] != 0) rows[n++] = rows[term];
  }
  rows.resize(n);
  return rows;
}

}  // namespace isogloss::studies
