#include "isogloss/statistics/diversity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/frequency_spectrum.hpp"
#include "isogloss/statistics/jackknife.hpp"
#include "isogloss/statistics/rarefaction.hpp"
#include "isogloss/studies/evenness.hpp"
#include "isogloss/studies/layouts.hpp"
#include "studies/running_diversity_intervals.hpp"

namespace isogloss::studies {
namespace {

using statistics::interval;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

constexpr double unbounded = std::numeric_limits<double>::infinity();

// What a measure is made from.
struct vocabulary {
  statistics::frequency_spectrum spectrum;
  statistics::vocabulary_size size;
  double equal_length;  // tokens of the shortest document
};

struct measure {
  std::string_view name;
  bool at_equal_length;
  double highest;  // no value is above it
  double (*value)(const vocabulary&);
};

constexpr std::array measures = {
    measure{"type_token_ratio", false, 1, [](const vocabulary& v) { return statistics::type_token_ratio(v.size); }},
    measure{"guiraud_r", false, unbounded, [](const vocabulary& v) { return statistics::guiraud_r(v.size); }},
    measure{"herdan_c", false, 1, [](const vocabulary& v) { return statistics::herdan_c(v.size); }},
    measure{"maas_a2", false, unbounded, [](const vocabulary& v) { return statistics::maas_a2(v.size); }},
    measure{"yule_k", false, unbounded, [](const vocabulary& v) { return statistics::yule_k(v.spectrum); }},
    measure{"simpson_d", false, 1, [](const vocabulary& v) { return statistics::simpson_d(v.spectrum); }},
    measure{"entropy_bits", false, unbounded, [](const vocabulary& v) { return statistics::entropy_bits(v.spectrum); }},
    measure{"hapax_share", false, 1, [](const vocabulary& v) { return statistics::hapax_share(v.spectrum); }},
    measure{"hd_d", false, 1, [](const vocabulary& v) { return statistics::hd_d(v.spectrum); }},
    measure{"expected_types", true, unbounded,
            [](const vocabulary& v) {
              return statistics::expected_types(v.spectrum, std::min(v.equal_length, v.size.tokens));
            }},
    measure{"expected_type_token_ratio", true, 1, [](const vocabulary& v) {
              const double n = std::min(v.equal_length, v.size.tokens);
              return statistics::expected_types(v.spectrum, n) / n;
            }}};

vocabulary vocabulary_of(statistics::frequency_spectrum spectrum, double equal_length) {
  const auto size = statistics::vocabulary_of(spectrum);
  return {std::move(spectrum), size, equal_length};
}

std::vector<double> row_of(const counts::sparse_matrix& m, Eigen::Index row) {
  std::vector<double> counts;
  for (counts::sparse_matrix::InnerIterator cell(m, row); cell; ++cell) counts.push_back(cell.value());
  return counts;
}

// The documents of a study without one of their segments.
class shortened_documents {
 public:
  shortened_documents(const material& m, const counts::dfm& dfm) : segments_(m.segments(term_choice::all, dfm.terms)) {
    first_.assign(m.n_documents() + 1, segments_.document_of.size());
    for (std::size_t s = segments_.document_of.size(); s-- > 0;) first_[segments_.document_of[s]] = s;
    for (std::size_t d = m.n_documents(); d-- > 0;) first_[d] = std::min(first_[d], first_[d + 1]);
  }

  // Every measure of one document without each of its segments: one row a segment.
  [[nodiscard]] Eigen::MatrixXd values(std::size_t document, double equal_length) const {
    const std::size_t n = first_[document + 1] - first_[document];
    Eigen::MatrixXd result(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(measures.size()));
    const std::vector<counted> all = counts_of(document);
    double most = 0;
    for (const auto& term : all) most = std::max(most, term.count);
    // Types by count: a segment's few terms are moved in it, and the vocabulary is not looked at again.
    std::vector<double> types(static_cast<std::size_t>(most) + 1, 0.0);
    for (const auto& term : all) types[static_cast<std::size_t>(term.count)] += 1;
    for (std::size_t i = 0; i < n; ++i) {
      const vocabulary v = vocabulary_of(without(first_[document] + i, all, types), equal_length);
      for (std::size_t k = 0; k < measures.size(); ++k)
        result(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = measures[k].value(v);
    }
    return result;
  }

 private:
  using cell = counts::sparse_matrix::InnerIterator;

  struct counted {
    Eigen::Index term;
    double count;
  };

  // What the document has, in the order of the terms.
  [[nodiscard]] std::vector<counted> counts_of(std::size_t document) const {
    std::vector<counted> terms;
    for (std::size_t s = first_[document]; s < first_[document + 1]; ++s) {
      for (cell c(segments_.counts, static_cast<Eigen::Index>(s)); c; ++c) terms.push_back({c.col(), c.value()});
    }
    std::sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) { return a.term < b.term; });
    std::size_t kept = 0;
    for (const auto& t : terms) {
      if (kept > 0 && terms[kept - 1].term == t.term) {
        terms[kept - 1].count += t.count;
      } else {
        terms[kept++] = t;
      }
    }
    terms.resize(kept);
    return terms;
  }

  [[nodiscard]] statistics::frequency_spectrum without(std::size_t segment, const std::vector<counted>& all,
                                                       std::vector<double> types) const {
    auto term = all.begin();
    for (cell c(segments_.counts, static_cast<Eigen::Index>(segment)); c; ++c) {
      term = std::lower_bound(term, all.end(), c.col(),
                              [](const auto& t, Eigen::Index wanted) { return t.term < wanted; });
      types[static_cast<std::size_t>(term->count)] -= 1;
      types[static_cast<std::size_t>(term->count - c.value())] += 1;
    }
    statistics::frequency_spectrum spectrum;
    for (std::size_t count = 1; count < types.size(); ++count) {
      if (types[count] > 0) spectrum.push_back({static_cast<double>(count), types[count]});
    }
    return spectrum;
  }

  counts::segment_matrix segments_;
  std::vector<std::size_t> first_;
};

double shortest_length(const counts::dfm& dfm) {
  double shortest = std::numeric_limits<double>::infinity();
  for (Eigen::Index d = 0; d < dfm.counts.rows(); ++d) {
    const double n = statistics::vocabulary_of(row_of(dfm.counts, d)).tokens;
    if (n > 0) shortest = std::min(shortest, n);
  }
  return shortest;
}

interval interval_of(const Eigen::MatrixXd& values, std::size_t which, double value) {
  const Eigen::VectorXd column = values.col(static_cast<Eigen::Index>(which));
  return within(statistics::jackknife_interval({column.data(), static_cast<std::size_t>(column.size())}, value),
                measures[which].highest);
}

}  // namespace

table diversity_layout() {
  using enum column_type;
  return {
      "diversity",
      "How varied each document's vocabulary is.",
      "the order of documents, measure",
      {columns::document(),
       {"measure", string, "", "larger is more varied, but for maas_a2, yule_k and simpson_d: see docs/measures.md"},
       {"value", number, "", "NA where it does not exist, or needs word order and the study has features only"},
       columns::low(""),
       columns::high(""),
       {"tokens", integer, "tokens", "the length it speaks of"},
       {"basis", string, "",
        "whole text; equal length: expected of as many tokens as the shortest document has; "
        "or running text, in windows"}}};
}

table diversity(const material& m, const diversity_options& options) {
  const counts::dfm& dfm = m.dfm(term_choice::all);
  const double equal_length = shortest_length(dfm);
  const shortened_documents shortened(m, dfm);
  const running_diversity running(m, options);
  std::vector<Eigen::MatrixXd> values(m.n_documents());
  std::vector<std::vector<running_diversity::row>> running_rows(m.n_documents());
  parallel_for(m.n_documents(), {"measuring diversity", "documents"}, [&](std::size_t d) {
    values[d] = shortened.values(d, equal_length);
    running_rows[d] = running.of_document(d);
  });

  table result = diversity_layout();
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    const std::string& name = dfm.documents[d];
    const vocabulary v =
        vocabulary_of(statistics::spectrum_of(row_of(dfm.counts, static_cast<Eigen::Index>(d))), equal_length);
    for (std::size_t i = 0; i < measures.size(); ++i) {
      // A document without tokens has no vocabulary to be varied.
      const double value = v.size.tokens > 0 ? measures[i].value(v) : nan;
      const interval ends = interval_of(values[d], i, value);
      const double tokens = measures[i].at_equal_length ? equal_length : v.size.tokens;
      result.add(name, measures[i].name, value, ends.low, ends.high, static_cast<std::int64_t>(tokens),
                 measures[i].at_equal_length ? "equal length" : "whole text");
    }
    for (const auto& row : running_rows[d]) {
      result.add(name, row.measure, row.value, row.ends.low, row.ends.high, static_cast<std::int64_t>(v.size.tokens),
                 "running text");
    }
  }
  return result;
}

}  // namespace isogloss::studies
