#include "studies/keyness_measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"
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

using statistics::held_counts;

// Some terms' counts in the places (documents or segments) of each side that hold them.
struct sides {
  std::vector<held_counts> target, reference;
};

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

// So many terms are measured together.
constexpr std::size_t block = 64;

class measurer {
 public:
  measurer(const keyness_counts& counts, const comparison& c, const keyness_options& options)
      : counts_(counts), options_(options), document_place_(c.side_of.size()) {
    for (std::size_t d = 0; d < c.side_of.size(); ++d) {
      if (c.side_of[d] == side::neither) continue;
      auto& tokens = c.side_of[d] == side::target ? target_documents_ : reference_documents_;
      document_place_[d] = {c.side_of[d], tokens.size()};
      tokens.push_back(counts.document_tokens[static_cast<Eigen::Index>(d)]);
    }
    std::vector<double> target_segments, reference_segments;
    for (std::size_t s = 0; s < counts.document_of.size(); ++s) {
      const side of = c.side_of[counts.document_of[s]];
      auto& tokens = of == side::target ? target_segments : reference_segments;
      segment_place_.push_back({of, tokens.size()});
      if (of != side::neither) tokens.push_back(counts.segment_tokens[static_cast<Eigen::Index>(s)]);
    }
    n_target_segments_ = static_cast<double>(target_segments.size());
    n_reference_segments_ = static_cast<double>(reference_segments.size());
    target_deviations_ = std::make_unique<statistics::deviations_of_proportions>(target_segments);
    reference_deviations_ = std::make_unique<statistics::deviations_of_proportions>(reference_segments);
    target_tokens_ = sum(target_documents_);
    reference_tokens_ = sum(reference_documents_);
    std::vector<double> tokens = target_documents_;
    tokens.insert(tokens.end(), reference_documents_.begin(), reference_documents_.end());
    std::vector<std::size_t> groups(tokens.size(), 1);
    std::fill_n(groups.begin(), target_documents_.size(), 0);
    quasi_poisson_ = std::make_unique<statistics::quasi_poisson_of_terms>(tokens, groups);
  }

  // Of those of the terms from `first` on that are not too rare.
  [[nodiscard]] std::vector<keyness_row> measure(std::size_t first, std::size_t n_terms) const {
    std::vector<keyness_row> rows;
    sides by_document, by_segment;
    for (std::size_t term = first; term < first + n_terms; ++term) {
      keyness_row row;
      row.term = term;
      add(counts_.documents, term, document_place_, by_document);
      const auto& target = by_document.target.back();
      const auto& reference = by_document.reference.back();
      row.target_count = sum(target.counts);
      row.reference_count = sum(reference.counts);
      row.target_document_range = static_cast<double>(target.places.size());
      row.reference_document_range = static_cast<double>(reference.places.size());
      if (is_rare(row)) {
        by_document.target.pop_back();
        by_document.reference.pop_back();
        continue;
      }
      measure_tokens(row);
      add(counts_.segments, term, segment_place_, by_segment);
      rows.push_back(row);
    }
    measure_documents(by_document, rows);
    measure_segments(by_segment, rows);
    return rows;
  }

 private:
  struct place {
    side of = side::neither;
    std::size_t index = 0;
  };

  static void add(const Eigen::SparseMatrix<double>& matrix, std::size_t term, const std::vector<place>& places,
                  sides& result) {
    result.target.emplace_back();
    result.reference.emplace_back();
    for (Eigen::SparseMatrix<double>::InnerIterator cell(matrix, static_cast<Eigen::Index>(term)); cell; ++cell) {
      const place& p = places[static_cast<std::size_t>(cell.row())];
      if (p.of == side::neither || cell.value() == 0) continue;
      (p.of == side::target ? result.target : result.reference).back().add(p.index, cell.value());
    }
  }

  [[nodiscard]] bool is_rare(const keyness_row& row) const {
    const double count = row.target_count + row.reference_count;
    const double documents = row.target_document_range + row.reference_document_range;
    return count == 0 || count < options_.min_count || documents < static_cast<double>(options_.min_documents);
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

  void measure_documents(const sides& counts, std::vector<keyness_row>& rows) const {
    sides rates = counts;
    std::vector<held_counts> all = counts.target;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& reference = counts.reference[i];
      for (std::size_t j = 0; j < reference.places.size(); ++j)
        all[i].add(target_documents_.size() + reference.places[j], reference.counts[j]);
      divide(rates.target[i], target_documents_);
      divide(rates.reference[i], reference_documents_);
    }
    const auto tested = (*quasi_poisson_)(all);
    const auto welch =
        statistics::welch(rates.target, target_documents_.size(), rates.reference, reference_documents_.size());
    const double pairs =
        static_cast<double>(target_documents_.size()) * static_cast<double>(reference_documents_.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      keyness_row& row = rows[i];
      row.p_value = tested[i].p_value;
      row.dispersion = tested[i].pearson_dispersion;
      row.welch_t = finite(welch[i].statistic);
      row.welch_p_value = welch[i].p_value;
      const auto ranks = statistics::mann_whitney({rates.target[i].counts, target_documents_.size()},
                                                  {rates.reference[i].counts, reference_documents_.size()});
      row.rank_sum_u = ranks.u;
      row.rank_sum_p_value = ranks.p_value;
      row.consistency = ranks.u / pairs;
    }
  }

  static void divide(held_counts& counts, const std::vector<double>& tokens) {
    for (std::size_t i = 0; i < counts.places.size(); ++i) counts.counts[i] /= tokens[counts.places[i]];
  }

  void measure_segments(const sides& counts, std::vector<keyness_row>& rows) const {
    const auto target = (*target_deviations_)(counts.target);
    const auto reference = (*reference_deviations_)(counts.reference);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const statistics::segment_presence presence{static_cast<double>(counts.target[i].places.size()),
                                                  static_cast<double>(counts.reference[i].places.size()),
                                                  n_target_segments_, n_reference_segments_};
      rows[i].craig_zeta = statistics::craig_zeta(presence);
      rows[i].log_zeta = statistics::log_zeta(presence);
      rows[i].target_deviation_of_proportions = target[i];
      rows[i].reference_deviation_of_proportions = reference[i];
    }
  }

  const keyness_counts& counts_;
  const keyness_options& options_;
  std::vector<place> document_place_, segment_place_;
  std::vector<double> target_documents_, reference_documents_;  // their tokens
  double target_tokens_ = 0, reference_tokens_ = 0, n_target_segments_ = 0, n_reference_segments_ = 0;
  std::unique_ptr<const statistics::quasi_poisson_of_terms> quasi_poisson_;  // target's documents, then reference's
  std::unique_ptr<const statistics::deviations_of_proportions> target_deviations_, reference_deviations_;
};

}  // namespace

keyness_counts count_for_keyness(const material& m) {
  const counts::dfm& dfm = m.dfm(term_choice::all);
  const counts::segment_matrix segments = m.segments(term_choice::all, dfm.terms);
  return {dfm.counts, dfm.tokens, segments.counts, segments.tokens, segments.document_of};
}

std::vector<keyness_row> measure_keyness(const keyness_counts& counts, const comparison& c,
                                         const keyness_options& options) {
  const measurer terms(counts, c, options);
  const auto n_terms = static_cast<std::size_t>(counts.documents.cols());
  std::vector<std::vector<keyness_row>> blocks((n_terms + block - 1) / block);
  const progress_stage stage({"measuring terms", "terms"}, n_terms);
  parallel_for(blocks.size(), [&](std::size_t b) {
    const std::size_t n = std::min(block, n_terms - b * block);
    blocks[b] = terms.measure(b * block, n);
    stage.advance(n);
  });
  std::vector<keyness_row> rows;
  for (const auto& some : blocks) rows.insert(rows.end(), some.begin(), some.end());
  return rows;
}

}  // namespace isogloss::studies
