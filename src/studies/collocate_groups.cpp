#include <algorithm>
#include <cmath>

#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/effect_sizes.hpp"
#include "isogloss/statistics/log_likelihood.hpp"
#include "isogloss/statistics/multiple_testing.hpp"
#include "isogloss/statistics/quasi_poisson.hpp"
#include "isogloss/statistics/relabelling.hpp"
#include "studies/node_windows.hpp"
#include "studies/ranks.hpp"

namespace isogloss::studies {
namespace {

// Two groups and their documents that have the node; room is what the windows of a document could hold.
struct group_pair {
  std::size_t a, b;
  std::vector<std::size_t> documents, labels;
  std::vector<double> room;
  double nodes_a = 0, nodes_b = 0;
  double p_attainable = 1;
};

struct comparison_row {
  const collocate_counts* counts;
  statistics::contingency words;  // of the windows
  double log_likelihood;
  double p_value;
  double q_value = 0;
};

group_pair pair_of(const corpus::grouping& groups, const std::vector<windows_of_document>& windows, double window,
                   std::size_t a, std::size_t b) {
  group_pair pair{a, b, {}, {}, {}, 0, 0, 1};
  std::vector<std::size_t> sizes(2);
  for (std::size_t d = 0; d < windows.size(); ++d) {
    const std::size_t group = groups.group_of[d];
    if ((group != a && group != b) || windows[d].nodes == 0) continue;
    pair.documents.push_back(d);
    pair.labels.push_back(group == a ? 0 : 1);
    pair.room.push_back(windows[d].nodes * window);
    (group == a ? pair.nodes_a : pair.nodes_b) += windows[d].nodes;
    ++sizes[pair.labels.back()];
  }
  pair.p_attainable = sizes[0] == 0 || sizes[1] == 0 ? not_a_number : statistics::p_attainable(sizes);
  return pair;
}

comparison_row compare(const group_pair& pair, const collocate_counts& c, double window) {
  std::vector<double> counts;
  statistics::contingency words{0, 0, pair.nodes_a * window, pair.nodes_b * window};
  for (std::size_t i = 0; i < pair.documents.size(); ++i) {
    counts.push_back(c.documents[pair.documents[i]]);
    (pair.labels[i] == 0 ? words.target_count : words.reference_count) += counts.back();
  }
  return {&c, words, statistics::log_likelihood(words),
          statistics::quasi_poisson(counts, pair.room, pair.labels).p_value};
}

std::vector<comparison_row> rows_of(const material& m, const collocates_options& o, const group_pair& pair,
                                    const std::vector<collocate_counts>& collocates) {
  std::vector<comparison_row> rows;
  for (const auto& c : collocates) {
    double count = 0;
    double range = 0;
    for (const std::size_t d : pair.documents) {
      count += c.documents[d];
      range += c.documents[d] > 0 ? 1 : 0;
    }
    if (count == 0 || count < o.min_observed || range < static_cast<double>(m.options().trim.min_documents)) continue;
    rows.push_back(compare(pair, c, window_size(o)));
  }
  return rows;
}

void add_rows(table& t, const material& m, const collocates_options& o, const group_pair& pair,
              const std::vector<comparison_row>& rows) {
  std::vector<double> values;
  for (const auto& row : rows) values.push_back(std::isnan(row.log_likelihood) ? -infinity : row.log_likelihood);
  const auto order = descending(values);
  const auto rank = ranks(values, order);
  const auto whole = [](double count) { return static_cast<std::int64_t>(count); };
  const auto& groups = m.groups().groups;
  for (std::size_t i = 0; i < order.size() && (o.top == 0 || i < o.top); ++i) {
    const comparison_row& row = rows[order[i]];
    const auto& w = row.words;
    t.add(o.pattern, groups[pair.a], groups[pair.b], m.dfm(term_choice::all).terms[row.counts->term],
          whole(w.target_count), whole(w.reference_count), whole(pair.nodes_a), whole(pair.nodes_b),
          1000 * w.target_count / w.target_tokens, 1000 * w.reference_count / w.reference_tokens,
          statistics::log_ratio(w), row.log_likelihood, row.p_value, row.q_value, pair.p_attainable, "document",
          rank[i]);
  }
}

}  // namespace

table collocate_groups_layout() {
  using enum column_type;
  return {"collocate_groups",
          "Which terms stand near a node more in one group than in another (--compare-groups).",
          "group_a and group_b (every pair), rank, collocate",
          {{"node", string, "", "what was looked for"},
           {"group_a", string, "", "a group"},
           {"group_b", string, "", "the group it is compared with"},
           {"collocate", string, "", "a term in the windows of the node"},
           {"observed_count_a", integer, "tokens", "occurrences in the windows of group_a"},
           {"observed_count_b", integer, "tokens", "occurrences in the windows of group_b"},
           {"node_count_a", integer, "occurrences", "of the node in group_a"},
           {"node_count_b", integer, "occurrences", "of the node in group_b"},
           {"per_thousand_a", number, "per thousand window words",
            "1000 * observed_count_a / (node_count_a * (left + right)); NA without the node"},
           {"per_thousand_b", number, "per thousand window words", "the same of group_b"},
           {"log_ratio", number, "log2", "size: of the two rates, 0.5 added to both counts; above 0: more in group_a"},
           {"log_likelihood", number, "nats",
            "G2 of the windows' words, each taken for an independent draw: a description, no test"},
           {"p_value", number, "",
            "beyond these texts: quasi-Poisson F test over the documents with the node; NA under three"},
           {"q_value", number, "", "Benjamini-Hochberg over all rows of the table, also those that --top leaves out"},
           {"p_attainable", number, "",
            "1 / distinct relabellings of those documents: an exact test could give no smaller p"},
           {"unit", string, "", "what the test takes for independent"},
           {"rank", integer, "", "1 is the largest log_likelihood; equal values share a rank"}}};
}

table collocate_groups(const material& m, const collocates_options& options) {
  corpus::require_groups(m.groups());
  const auto windows = count_windows(m, options);
  const auto collocates = by_collocate(windows);
  std::vector<group_pair> pairs;
  std::vector<std::vector<comparison_row>> rows;
  std::vector<double> p;
  for (std::size_t a = 0; a < m.groups().groups.size(); ++a) {
    for (std::size_t b = a + 1; b < m.groups().groups.size(); ++b) {
      pairs.push_back(pair_of(m.groups(), windows, window_size(options), a, b));
      rows.push_back(rows_of(m, options, pairs.back(), collocates));
      for (const auto& row : rows.back()) p.push_back(row.p_value);
    }
  }
  const auto q = statistics::benjamini_hochberg(p);
  table result = collocate_groups_layout();
  std::size_t next = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (auto& row : rows[i]) row.q_value = q[next++];
    add_rows(result, m, options, pairs[i], rows[i]);
  }
  return result;
}

}  // namespace isogloss::studies
