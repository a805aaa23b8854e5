#include "studies/keyness_omnibus.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>

#include "isogloss/base/numeric.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/multiple_testing.hpp"
#include "isogloss/statistics/quasi_poisson.hpp"
#include "isogloss/statistics/relabelling.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

// So many terms are tested together.
constexpr std::size_t block = 64;

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
    std::vector<double> tokens;
    group_tokens_.resize(g.groups.size());
    for (std::size_t d = 0; d < m.n_documents(); ++d) {
      place_.push_back(has_tokens(m, d) ? static_cast<std::uint32_t>(labels_.size()) : nowhere);
      if (place_.back() == nowhere) continue;
      labels_.push_back(g.group_of[d]);
      tokens.push_back(counts.document_tokens[static_cast<Eigen::Index>(d)]);
      group_tokens_[g.group_of[d]] += tokens.back();
    }
    quasi_poisson_ = std::make_unique<statistics::quasi_poisson_of_terms>(tokens, labels_);
  }

  // Of those of the terms from `first` on that meet the floors.
  [[nodiscard]] std::vector<omnibus_row> of_terms(std::size_t first, std::size_t n, const keyness_options& o) const {
    std::vector<omnibus_row> rows;
    std::vector<statistics::held_counts> counts;
    for (std::size_t term = first; term < first + n; ++term) {
      if (n_documents_with(term) < static_cast<double>(o.min_documents)) continue;
      statistics::held_counts of_term;
      const omnibus_row row = untested(term, of_term);
      if (row.count == 0 || row.count < o.min_count) continue;
      rows.push_back(row);
      counts.push_back(std::move(of_term));
    }
    const auto tests = (*quasi_poisson_)(counts);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].test = tests[i];
    return rows;
  }

  [[nodiscard]] double p_attainable() const {
    std::vector<std::size_t> sizes(groups_.groups.size());
    for (const std::size_t g : labels_) ++sizes[g];
    return statistics::p_attainable(sizes);
  }

 private:
  static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

  omnibus_row untested(std::size_t term, statistics::held_counts& counts) const {
    std::vector<double> by_group(group_tokens_.size());
    for (Eigen::SparseMatrix<double>::InnerIterator cell(counts_.documents, static_cast<Eigen::Index>(term)); cell;
         ++cell) {
      const std::uint32_t place = place_[static_cast<std::size_t>(cell.row())];
      if (place == nowhere || cell.value() == 0) continue;
      counts.add(place, cell.value());
      by_group[labels_[place]] += cell.value();
    }
    omnibus_row row{term,
                    std::accumulate(counts.counts.begin(), counts.counts.end(), 0.0),
                    log_likelihood(by_group, group_tokens_),
                    0,
                    0,
                    {}};
    for (std::size_t g = 1; g < by_group.size(); ++g) {
      if (rate(by_group, g) > rate(by_group, row.highest)) row.highest = g;
      if (rate(by_group, g) < rate(by_group, row.lowest)) row.lowest = g;
    }
    return row;
  }

  [[nodiscard]] double n_documents_with(std::size_t term) const {
    return static_cast<double>(counts_.documents.innerVector(static_cast<Eigen::Index>(term)).nonZeros());
  }

  [[nodiscard]] double rate(const std::vector<double>& counts, std::size_t g) const {
    return counts[g] / group_tokens_[g];
  }

  const keyness_counts& counts_;
  const corpus::grouping& groups_;
  std::vector<std::uint32_t> place_;  // of each document, among those with tokens
  std::vector<std::size_t> labels_;   // of these
  std::vector<double> group_tokens_;
  std::unique_ptr<const statistics::quasi_poisson_of_terms> quasi_poisson_;
};

}  // namespace

table keyness_omnibus(const material& m, const keyness_counts& counts, const corpus::grouping& groups,
                      const keyness_options& options) {
  const omnibus all(m, counts, groups);
  const auto n_terms = static_cast<std::size_t>(counts.documents.cols());
  std::vector<std::vector<omnibus_row>> blocks((n_terms + block - 1) / block);
  parallel_for(blocks.size(), [&](std::size_t b) {
    blocks[b] = all.of_terms(b * block, std::min(block, n_terms - b * block), options);
  });
  std::vector<omnibus_row> rows;
  for (const auto& some : blocks) rows.insert(rows.end(), some.begin(), some.end());
  std::vector<double> p;
  for (const auto& row : rows) p.push_back(row.test.p_value);
  const auto q = statistics::benjamini_hochberg(p);
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rows[a].log_likelihood > rows[b].log_likelihood; });

  const double attainable = all.p_attainable();
  table result = keyness_omnibus_layout();
  for (const std::size_t i : order) {
    const omnibus_row& row = rows[i];
    result.add(m.dfm(term_choice::all).terms[row.term], static_cast<std::int64_t>(row.count),
               groups.groups[row.highest], groups.groups[row.lowest], row.log_likelihood, row.test.pearson_dispersion,
               row.test.f, row.test.df1, row.test.df2, row.test.p_value, q[i], attainable);
  }
  return result;
}

}  // namespace isogloss::studies
