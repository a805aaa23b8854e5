#include "isogloss/studies/contested.hpp"

#include <algorithm>
#include <cmath>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/statistics/effect_sizes.hpp"
#include "isogloss/statistics/multiple_testing.hpp"
#include "studies/compared_segments.hpp"
#include "studies/ranks.hpp"
#include "studies/telling_collocates.hpp"

namespace isogloss::studies {
namespace {

constexpr double largest_document_p = 0.05;  // a test over documents that can do no better is not made

struct side_numbers {
  double count = 0, contexts = 0;
  std::string collocates;
};

struct contested_row {
  std::size_t term = 0;
  side_numbers a, b;
  statistics::dealt_divergence dealt{};
  bool by_document = false;
  double p_value = 0, p_attainable = 1, q_value = 0;
  double log_ratio = 0;
  statistics::interval log_ratio_interval{not_a_number, not_a_number};
};

void test(const material& m, const content_contexts::compared& compared, contested_row& row) {
  const auto& counts = compared.counts;
  const std::uint32_t deals = m.options().replicates;
  const auto stream = static_cast<std::uint32_t>(statistics::random_study::contested);
  philox random(m.options().seed, stream, 0, static_cast<std::uint32_t>(row.term));
  row.dealt = statistics::deal_contexts(counts, deals, random);
  row.p_value = row.dealt.p_value;
  row.p_attainable = row.dealt.p_attainable;
  const auto documents = statistics::merge_units(counts, compared.document_of);
  row.by_document = statistics::document_p_attainable(documents, deals) <= largest_document_p;
  if (!row.by_document) return;
  philox of_documents(m.options().seed, stream, 1, static_cast<std::uint32_t>(row.term));
  const auto tested = statistics::relabel_documents(documents, deals, of_documents);
  row.p_value = tested.p_value;
  row.p_attainable = tested.p_attainable;
}

void measure(const material& m, const content_contexts& all, const comparison& c, contested_row& row) {
  const auto compared = all.of_comparison(row.term, c);
  for (std::size_t u = 0; u < compared.counts.n_units(); ++u)
    (compared.counts.in_a[u] ? row.a : row.b).contexts += compared.counts.contexts[u];
  test(m, compared, row);
  auto named = name_collocates(compared, m.dfm(term_choice::all).terms);
  row.a.collocates = std::move(named.of_a);
  row.b.collocates = std::move(named.of_b);
}

void add_log_ratios(const material& m, const keyness_counts& counts, const std::vector<std::size_t>& authors,
                    const comparison& c, std::vector<contested_row>& rows) {
  const auto nested = nest(counts, c, authors);
  std::vector<std::size_t> terms;
  for (const auto& row : rows) terms.push_back(row.term);
  const auto segments = counts_of_terms(counts, nested, terms);
  double tokens[2] = {0, 0};
  for (std::size_t s = 0; s < nested.kept.size(); ++s)
    tokens[nested.is_target[s] ? 0 : 1] += segments.tokens[static_cast<Eigen::Index>(s)];
  for (auto& row : rows) row.log_ratio = statistics::log_ratio({row.a.count, row.b.count, tokens[0], tokens[1]});
  if (m.options().replicates == 0) return;
  const auto intervals = statistics::log_ratio_intervals(
      segments, statistics::resample_within(nested.nesting, m.options().seed, statistics::random_study::keyness,
                                            m.options().replicates));
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].log_ratio_interval = intervals[i];
}

std::vector<contested_row> shared_terms(const content_contexts& all, const comparison& c, double least) {
  std::vector<contested_row> rows;
  for (std::size_t term = 0; term < all.n_terms(); ++term) {
    contested_row row;
    row.term = term;
    row.a.count = all.count(term, c, side::target);
    row.b.count = all.count(term, c, side::reference);
    if (row.a.count >= least && row.b.count >= least) rows.push_back(std::move(row));
  }
  return rows;
}

// Each against the rest, then every pair. Of two groups that is the same comparison thrice, which is made once.
std::vector<comparison> comparisons_of(const material& m, const contested_options& options) {
  keyness_options what;
  what.pairs = options.pairs;
  auto all = comparisons(m, m.groups(), what);
  if (m.groups().groups.size() == 2) all.resize(1);
  return all;
}

void require_words(const material& m, const contested_options& o) {
  if (m.options().ngrams > 1) throw data_error("--ngrams", "contested terms are single terms", "Leave it out.");
  if (m.options().terms.character_ngrams > 0)
    throw data_error("--character-ngrams", "contested terms are words", "Leave it out.");
  if (o.span.left + o.span.right == 0)
    throw data_error("--left, --right", "are both 0: the window holds nothing", "Give one of them a width.");
}

void add_rows(table& t, const material& m, const contested_options& o, const comparison& c,
              const std::vector<contested_row>& rows) {
  std::vector<double> values;
  for (const auto& row : rows) values.push_back(std::isnan(row.dealt.z) ? -infinity : row.dealt.z);
  const auto order = descending(values);
  const auto rank = ranks(values, order);
  const auto whole = [](double count) { return static_cast<std::int64_t>(count); };
  for (std::size_t i = 0; i < order.size() && (o.top == 0 || i < o.top); ++i) {
    const contested_row& row = rows[order[i]];
    t.add(m.dfm(term_choice::all).terms[row.term], c.target, c.reference, whole(row.a.count), whole(row.b.count),
          whole(row.a.contexts), whole(row.b.contexts), row.dealt.divergence - row.dealt.expected, row.dealt.expected,
          row.dealt.z, row.p_value, row.q_value, row.by_document ? "document" : "segment", row.p_attainable,
          row.a.collocates, row.b.collocates, row.log_ratio, row.log_ratio_interval.low, row.log_ratio_interval.high,
          rank[i]);
  }
}

// Benjamini & Hochberg over every row of the table, shown or not.
void add_q_values(std::vector<std::vector<contested_row>>& all) {
  std::vector<double> p;
  for (const auto& rows : all) {
    for (const auto& row : rows) p.push_back(row.p_value);
  }
  const auto q = statistics::benjamini_hochberg(p);
  std::size_t i = 0;
  for (auto& rows : all) {
    for (auto& row : rows) row.q_value = q[i++];
  }
}

}  // namespace

table contested(const material& m, const contested_options& options) {
  require_words(m, options);
  (void)m.stream();  // without word order that is all there is to say
  const auto compared = comparisons_of(m, options);
  const content_contexts contexts(m, options.span);
  const keyness_counts counts = count_for_keyness(m);
  const auto authors = authors_of(m, "author");
  std::vector<std::vector<contested_row>> all;
  const progress_rounds comparisons(compared.size());
  for (const auto& c : compared) {
    comparisons.next();
    auto& rows = all.emplace_back(shared_terms(contexts, c, std::max(options.min_shared, 1.0)));
    parallel_for(rows.size(), {"dealing contexts", "terms"}, [&](std::size_t i) { measure(m, contexts, c, rows[i]); });
    add_log_ratios(m, counts, authors, c, rows);
  }
  add_q_values(all);
  table result = contested_layout();
  for (std::size_t i = 0; i < all.size(); ++i) add_rows(result, m, options, compared[i], all[i]);
  return result;
}

}  // namespace isogloss::studies
