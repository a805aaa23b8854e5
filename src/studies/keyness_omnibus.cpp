#include "studies/keyness_omnibus.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/multiple_testing.hpp"
#include "isogloss/statistics/quasi_poisson.hpp"
#include "isogloss/statistics/relabelling.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

struct omnibus_row {
  std::size_t term;
  double count, log_likelihood;
  std::size_t highest, lowest;
  statistics::quasi_poisson_test test;
};

// G2 of the 2 x G table: the term and all other tokens, by group.
double log_likelihood(const std::vector<double>& counts, const std::vector<double>& tokens) {
  const double y = std::accumulate(counts.begin(), counts.end(), 0.0);
  const double n = std::accumulate(tokens.begin(), tokens.end(), 0.0);
  double sum = 0;
  for (std::size_t g = 0; g < counts.size(); ++g) {
    const double expected = tokens[g] * (y / n);
    const double others = tokens[g] - counts[g];
    const double expected_others = tokens[g] * ((n - y) / n);
    sum += deviance_term(counts[g], expected, counts[g] - expected);
    if (expected_others > 0) sum += deviance_term(others, expected_others, expected - counts[g]);
  }
  return 2 * sum;
}

class omnibus {
 public:
  omnibus(const material& m, const keyness_counts& counts, const corpus::grouping& g) : counts_(counts), groups_(g) {
    group_tokens_.resize(g.groups.size());
    for (std::size_t d = 0; d < m.n_documents(); ++d) {
      if (!has_tokens(m, d)) continue;
      documents_.push_back(d);
      labels_.push_back(g.group_of[d]);
      tokens_.push_back(counts.document_tokens[static_cast<Eigen::Index>(d)]);
      group_tokens_[g.group_of[d]] += tokens_.back();
    }
  }

  [[nodiscard]] omnibus_row of_term(std::size_t term) const {
    std::vector<double> dense(static_cast<std::size_t>(counts_.documents.rows()));
    for (Eigen::SparseMatrix<double>::InnerIterator cell(counts_.documents, static_cast<Eigen::Index>(term)); cell;
         ++cell) {
      dense[static_cast<std::size_t>(cell.row())] = cell.value();
    }
    std::vector<double> counts;
    std::vector<double> by_group(group_tokens_.size());
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      counts.push_back(dense[documents_[i]]);
      by_group[labels_[i]] += counts.back();
    }
    omnibus_row row{
        term, std::accumulate(counts.begin(), counts.end(), 0.0), log_likelihood(by_group, group_tokens_), 0, 0, {}};
    for (std::size_t g = 1; g < by_group.size(); ++g) {
      if (rate(by_group, g) > rate(by_group, row.highest)) row.highest = g;
      if (rate(by_group, g) < rate(by_group, row.lowest)) row.lowest = g;
    }
    row.test = statistics::quasi_poisson(counts, tokens_, labels_);
    return row;
  }

  [[nodiscard]] double n_documents_with(std::size_t term) const {
    return static_cast<double>(counts_.documents.innerVector(static_cast<Eigen::Index>(term)).nonZeros());
  }

  [[nodiscard]] double p_attainable() const {
    std::vector<std::size_t> sizes(groups_.groups.size());
    for (const std::size_t g : labels_) ++sizes[g];
    return statistics::p_attainable(sizes);
  }

 private:
  [[nodiscard]] double rate(const std::vector<double>& counts, std::size_t g) const {
    return counts[g] / group_tokens_[g];
  }

  const keyness_counts& counts_;
  const corpus::grouping& groups_;
  std::vector<std::size_t> documents_, labels_;
  std::vector<double> tokens_, group_tokens_;
};

}  // namespace

table keyness_omnibus(const material& m, const keyness_counts& counts, const corpus::grouping& groups,
                      const keyness_options& options) {
  const omnibus all(m, counts, groups);
  std::vector<omnibus_row> rows;
  for (std::size_t term = 0; term < static_cast<std::size_t>(counts.documents.cols()); ++term) {
    if (all.n_documents_with(term) < static_cast<double>(options.min_documents)) continue;
    omnibus_row row = all.of_term(term);
    if (row.count > 0 && row.count >= options.min_count) rows.push_back(std::move(row));
  }
  std::vector<double> p;
  for (const auto& row : rows) p.push_back(row.test.p_value);
  const auto q = statistics::benjamini_hochberg(p);
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rows[a].log_likelihood > rows[b].log_likelihood; });

  table result = keyness_omnibus_layout();
  for (const std::size_t i : order) {
    const omnibus_row& row = rows[i];
    result.add(m.dfm(term_choice::all).terms[row.term], static_cast<std::int64_t>(row.count),
               groups.groups[row.highest], groups.groups[row.lowest], row.log_likelihood, row.test.pearson_dispersion,
               row.test.f, row.test.df1, row.test.df2, row.test.p_value, q[i], all.p_attainable());
  }
  return result;
}

}  // namespace isogloss::studies
