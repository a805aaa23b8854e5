#include "isogloss/studies/collocates.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/association.hpp"
#include "isogloss/statistics/dispersion.hpp"
#include "studies/node_windows.hpp"
#include "studies/ranks.hpp"

namespace isogloss::studies {
namespace {

struct collocate_row {
  const collocate_counts* counts;
  statistics::cooccurrence pair;
  double document_range, deviation_of_proportions;
};

using measure_of_row = double (*)(const collocate_row&);

struct sort_column {
  std::string_view name;
  measure_of_row value;
};

template <double (*measure)(const statistics::cooccurrence&)>
double of_pair(const collocate_row& row) {
  return measure(row.pair);
}

constexpr std::array sort_columns = {
    sort_column{"log_dice", of_pair<statistics::log_dice>},
    sort_column{"log_likelihood", of_pair<statistics::log_likelihood>},
    sort_column{"t_score", of_pair<statistics::t_score>},
    sort_column{"z_score", of_pair<statistics::z_score>},
    sort_column{"mutual_information", of_pair<statistics::mutual_information>},
    sort_column{"mi3", of_pair<statistics::mi3>},
    sort_column{"npmi", of_pair<statistics::npmi>},
    sort_column{"delta_p_collocate_given_node", of_pair<statistics::delta_p_collocate_given_node>},
    sort_column{"delta_p_node_given_collocate", of_pair<statistics::delta_p_node_given_collocate>},
    sort_column{"document_range", [](const collocate_row& r) { return r.document_range; }},
    sort_column{"observed_count", [](const collocate_row& r) { return r.pair.observed_count; }}};

constexpr auto sort_names = [] {
  std::array<std::string_view, sort_columns.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = sort_columns[i].name;
  return names;
}();

measure_of_row sort_measure(const std::string& column) {
  for (const auto& c : sort_columns) {
    if (c.name == column) return c.value;
  }
  throw data_error("--sort-by", fmt::format("\"{}\" is not a column to sort by", column),
                   fmt::format("There are: {}.", fmt::join(sort_names, ", ")));
}

// The pair's occurrences over the documents that have running words, set against their windows' room.
double spread(const collocate_counts& c, const Eigen::VectorXd& tokens, double window) {
  std::vector<double> counts, sizes;
  for (std::size_t d = 0; d < c.documents.size(); ++d) {
    const double size = tokens[static_cast<Eigen::Index>(d)];
    if (size == 0) continue;
    counts.push_back(c.documents[d]);
    sizes.push_back(size * window);  // a token may count in every window around it
  }
  return statistics::deviation_of_proportions(counts, sizes);
}

std::vector<collocate_row> measure(const material& m, const collocates_options& o,
                                   const std::vector<windows_of_document>& windows,
                                   const std::vector<collocate_counts>& collocates) {
  const counts::dfm& dfm = m.dfm(term_choice::all);
  const Eigen::VectorXd term_counts = Eigen::RowVectorXd::Ones(dfm.counts.rows()) * dfm.counts;
  double nodes = 0;
  for (const auto& d : windows) nodes += d.nodes;
  std::vector<collocate_row> rows;
  for (const auto& c : collocates) {
    const double f2 = term_counts[static_cast<Eigen::Index>(c.term)];
    const auto range = static_cast<double>(
        std::count_if(c.documents.begin(), c.documents.end(), [](double count) { return count > 0; }));
    const auto& trim = m.options().trim;
    if (c.count() < o.min_observed || f2 < trim.min_count || range < static_cast<double>(trim.min_documents)) continue;
    rows.push_back(
        {&c, {c.count(), nodes, f2, dfm.tokens.sum(), window_size(o)}, range, spread(c, dfm.tokens, window_size(o))});
  }
  return rows;
}

void add_row(table& t, const collocates_options& o, const std::string& term, const collocate_row& row,
             std::int64_t rank) {
  const auto& p = row.pair;
  const auto whole = [](double count) { return static_cast<std::int64_t>(count); };
  t.add(o.pattern, term, whole(p.observed_count), statistics::expected_count(p), whole(p.node_count),
        whole(p.collocate_count), whole(row.counts->left), whole(row.counts->right), statistics::log_likelihood(p),
        statistics::t_score(p), statistics::z_score(p), statistics::mutual_information(p), statistics::mi3(p),
        statistics::npmi(p), statistics::log_dice(p), statistics::delta_p_collocate_given_node(p),
        statistics::delta_p_node_given_collocate(p), whole(row.document_range), row.deviation_of_proportions, rank);
}

}  // namespace

std::span<const std::string_view> collocates_sort_columns() {
  return sort_names;
}

table collocates_layout() {
  using enum column_type;
  return {
      "collocates",
      "Which terms stand near a node, and how strongly the two attract each other.",
      "rank, collocate",
      {{"node", string, "", "what was looked for"},
       {"collocate", string, "", "a term in its windows"},
       {"observed_count", integer, "tokens", "occurrences in the windows; a token counts once for each node around it"},
       {"expected_count", number, "tokens",
        "by chance: node_count * collocate_count * (left + right) / running words; full windows, so a little high"},
       {"node_count", integer, "occurrences", "of the node in the chosen zones"},
       {"collocate_count", integer, "tokens", "of the collocate in the chosen zones"},
       {"left_count", integer, "tokens", "of observed_count, before the node"},
       {"right_count", integer, "tokens", "of observed_count, after it"},
       {"log_likelihood", number, "nats",
        "G2 of the four cells; evidence, not size; unsigned; NA where a cell is negative, as windows overlap"},
       {"t_score", number, "t", "(O - E) / sqrt(O); favours frequent collocates"},
       {"z_score", number, "z", "(O - E) / sqrt(E); favours rare ones"},
       {"mutual_information", number, "bits", "log2(O / E); size; favours rare ones strongly"},
       {"mi3", number, "bits", "log2(O^3 / E)"},
       {"npmi", number, "", "mutual information by its largest, -1 to 1"},
       {"log_dice", number, "log2", "14 + log2(2 O / (node_count + collocate_count)); whatever the size of the corpus"},
       {"delta_p_collocate_given_node", number, "", "how much likelier the collocate is in a window than elsewhere"},
       {"delta_p_node_given_collocate", number, "", "how much likelier a window is at the collocate than elsewhere"},
       {"document_range", integer, "documents", "in which the two meet"},
       {"deviation_of_proportions", number, "",
        "of observed_count over the documents; larger is less even (Gries's DP)"},
       {"rank", integer, "", "1 is the largest by --sort-by; equal values share a rank"}}};
}

table collocates(const material& m, const collocates_options& options) {
  const auto sort_value = sort_measure(options.sort_by);
  const auto windows = count_windows(m, options);
  const auto collocates = by_collocate(windows);
  const auto rows = measure(m, options, windows, collocates);
  std::vector<double> values;
  for (const auto& row : rows) {
    const double value = sort_value(row);
    values.push_back(std::isnan(value) ? -infinity : value);
  }
  const auto order = descending(values);
  const auto rank = ranks(values, order);
  table result = collocates_layout();
  const auto& terms = m.dfm(term_choice::all).terms;
  for (std::size_t i = 0; i < order.size() && (options.top == 0 || i < options.top); ++i) {
    add_row(result, options, terms[rows[order[i]].counts->term], rows[order[i]], rank[i]);
  }
  return result;
}

}  // namespace isogloss::studies
