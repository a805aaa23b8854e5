#include "isogloss/studies/keyness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/statistics/log_ratio_intervals.hpp"
#include "isogloss/statistics/multiple_testing.hpp"
#include "isogloss/statistics/relabelling.hpp"
#include "isogloss/studies/layouts.hpp"
#include "studies/compared_segments.hpp"
#include "studies/keyness_measures.hpp"
#include "studies/keyness_omnibus.hpp"

namespace isogloss::studies {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// A comparison worked out: its rows in order of rank, and what its intervals rest on.
struct worked {
  comparison compared;
  std::vector<keyness_row> rows;
  std::vector<std::int64_t> ranks;
  statistics::resampled_unit unit = statistics::resampled_unit::none;
  statistics::side_units units;
  double p_attainable = 1;
};

void rank_rows(worked& w, const keyness_options& options) {
  const auto value = [&](const keyness_row& row) {
    const double v = sort_value(row, options.sort_by);
    return std::isnan(v) ? -std::numeric_limits<double>::infinity() : v;
  };
  // Rows come in the order of terms, by code point, which breaks ties.
  std::stable_sort(w.rows.begin(), w.rows.end(), [&](const auto& a, const auto& b) { return value(a) > value(b); });
  for (std::size_t i = 0; i < w.rows.size(); ++i) {
    const bool tied = i > 0 && value(w.rows[i]) == value(w.rows[i - 1]);
    w.ranks.push_back(tied ? w.ranks.back() : static_cast<std::int64_t>(i + 1));
  }
}

void add_intervals(const material& m, const keyness_counts& counts, const std::vector<std::size_t>& authors,
                   const keyness_options& options, worked& w) {
  const nested_segments nested = nest(counts, w.compared, authors);
  w.unit = statistics::highest_unit(nested.nesting);
  w.units = statistics::count_units(nested.nesting, w.unit);
  std::vector<statistics::interval> within(w.rows.size(), {nan, nan}), beyond = within;
  if (options.intervals && m.options().replicates > 0) {
    using statistics::random_study;
    std::vector<std::size_t> terms;
    for (const auto& row : w.rows) terms.push_back(row.term);
    const auto segments = counts_of_terms(counts, nested, terms);
    const auto seed = m.options().seed;
    const auto n = m.options().replicates;
    within = statistics::log_ratio_intervals(
        segments, statistics::resample_within(nested.nesting, seed, random_study::keyness, n));
    beyond = statistics::log_ratio_intervals(
        segments, statistics::resample_beyond(nested.nesting, seed, random_study::keyness, n),
        statistics::small_sample_expansion(w.units));
  }
  for (std::size_t i = 0; i < w.rows.size(); ++i) {
    w.rows[i].log_ratio_low = within[i].low;
    w.rows[i].log_ratio_high = within[i].high;
    w.rows[i].log_ratio_low_beyond = beyond[i].low;
    w.rows[i].log_ratio_high_beyond = beyond[i].high;
  }
}

double attainable(const comparison& c) {
  std::vector<std::size_t> sizes(2);
  for (const side of : c.side_of) {
    if (of != side::neither) ++sizes[of == side::target ? 0 : 1];
  }
  return statistics::p_attainable(sizes);
}

// Benjamini & Hochberg over every row of the table, shown or not.
void add_q_values(std::vector<worked>& all) {
  std::vector<double> p;
  for (const auto& w : all) {
    for (const auto& row : w.rows) p.push_back(row.p_value);
  }
  const auto q = statistics::benjamini_hochberg(p);
  std::size_t i = 0;
  for (auto& w : all) {
    for (auto& row : w.rows) row.q_value = q[i++];
  }
}

// An end that does not exist bounds nothing; a side on which the term is absent has one end only.
bool excludes_zero(const keyness_row& row) {
  return row.log_ratio_low > 0 || row.log_ratio_high < 0;
}

void add_row(table& t, const worked& w, const keyness_row& row, std::int64_t rank, const std::string& term) {
  t.add(w.compared.target, w.compared.reference, term, static_cast<std::int64_t>(row.target_count),
        static_cast<std::int64_t>(row.reference_count), row.target_relative_frequency, row.reference_relative_frequency,
        row.log_likelihood, row.p_value, row.q_value, row.log_ratio, row.log_ratio_low, row.log_ratio_high,
        row.log_ratio_low_beyond, row.log_ratio_high_beyond, name(w.unit), w.units.target, w.units.reference,
        row.consistency, w.p_attainable, row.log_odds_z, rank, row.dispersion, row.welch_t, row.welch_p_value,
        row.rank_sum_u, row.rank_sum_p_value, row.log_likelihood_two_cell, row.chi_squared, row.chi_squared_yates,
        row.token_level_p_value, row.fisher_exact, row.bayes_information_criterion, row.difference_coefficient,
        row.percent_diff, row.odds_ratio, row.simple_maths, row.craig_zeta, row.log_zeta,
        static_cast<std::int64_t>(row.target_document_range), static_cast<std::int64_t>(row.reference_document_range),
        row.target_deviation_of_proportions, row.reference_deviation_of_proportions);
}

}  // namespace

keyness_result keyness(const material& m, const keyness_options& options) {
  const auto known = keyness_sort_columns();
  if (std::find(known.begin(), known.end(), options.sort_by) == known.end()) {
    throw data_error("--sort-by", fmt::format("\"{}\" is not a measure to sort by", options.sort_by),
                     fmt::format("There are: {}.", fmt::join(known, ", ")));
  }
  const corpus::grouping groups = compared_groups(m, options);
  const keyness_counts counts = count_for_keyness(m);
  const auto authors = authors_of(m, options.author_column);

  std::vector<worked> all;
  auto compared = comparisons(m, groups, options);
  const progress_rounds rounds(2 * compared.size());
  for (auto& c : compared) {
    rounds.next();
    worked w{std::move(c), {}, {}, {}, {}, 1};
    w.rows = measure_keyness(counts, w.compared, options);
    w.p_attainable = attainable(w.compared);
    rank_rows(w, options);
    all.push_back(std::move(w));
  }
  add_q_values(all);

  keyness_result result{keyness_layout(), keyness_omnibus(m, counts, groups, options), {}};
  for (auto& w : all) {
    rounds.next();
    if (options.top > 0 && w.rows.size() > options.top) w.rows.resize(options.top);
    add_intervals(m, counts, authors, options, w);
    result.summary.smallest_p = std::min(result.summary.smallest_p, w.p_attainable);
    for (std::size_t i = 0; i < w.rows.size(); ++i) {
      const keyness_row& row = w.rows[i];
      ++result.summary.n_differences;
      if (excludes_zero(row) && (row.consistency == 0 || row.consistency == 1)) ++result.summary.within;
      if (row.q_value < 0.05) ++result.summary.beyond;
      add_row(result.keyness, w, row, w.ranks[i], m.dfm(term_choice::all).terms[row.term]);
    }
  }
  return result;
}

}  // namespace isogloss::studies
