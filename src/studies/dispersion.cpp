#include <limits>
#include <string>
#include <vector>

#include "isogloss/statistics/dispersion_table.hpp"
#include "isogloss/statistics/reduced_frequency.hpp"
#include "isogloss/studies/evenness.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

// Where each term stands in the row of all counted tokens of the chosen zones, document after document.
struct positions {
  std::vector<std::vector<std::size_t>> of_term;
  std::size_t n_tokens = 0;
};

// Word order is needed, and a type is one term: neither holds for features, n-grams of words or of characters.
bool has_order(const material& m) {
  return m.study().has_texts() && m.options().ngrams == 1 && m.options().terms.character_ngrams == 0;
}

positions find_positions(const material& m, const counts::dfm& dfm) {
  std::unordered_map<std::string_view, std::size_t> column;
  for (std::size_t i = 0; i < dfm.terms.size(); ++i) column.emplace(dfm.terms[i], i);
  const auto& stream = m.stream();
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> column_of_type(stream.types.size(), none);
  std::vector<bool> counted(stream.types.size());
  for (std::size_t i = 0; i < stream.types.size(); ++i) {
    counted[i] = m.rules().is_counted(stream.types[i]);
    if (!counted[i]) continue;
    for (const auto& term : m.rules().terms(stream.types[i])) {
      const auto found = column.find(term);
      if (found != column.end()) column_of_type[i] = found->second;
    }
  }
  positions result;
  result.of_term.resize(dfm.terms.size());
  for (const auto& document : stream.documents) {
    for (const auto& token : document) {
      if (!counted[index(token.type)] || !m.options().zones.contains(stream.voices[token.voice].kind)) continue;
      const std::size_t term = column_of_type[index(token.type)];
      if (term != none) result.of_term[term].push_back(result.n_tokens);
      ++result.n_tokens;
    }
  }
  return result;
}

}  // namespace

table dispersion_layout() {
  using enum column_type;
  return {"dispersion",
          "How evenly each term is spread over the segments (or the documents) of the chosen zones.",
          "count descending, term",
          {columns::term(),
           columns::count(),
           {"document_range", integer, "documents", "documents that hold the term"},
           {"part_range", integer, "parts", "segments (or documents, --over) that hold it"},
           {"parts", integer, "parts", "how many there are"},
           {"deviation_of_proportions", number, "", "Gries's DP: 0 even; larger: less even"},
           {"deviation_of_proportions_normalised", number, "", "DP / (1 - smallest part's share), 0 to 1"},
           {"juilland_d", number, "", "Juilland's D, population sd, parts of unequal size: 1 even; smaller: less even"},
           {"carroll_d2", number, "", "Carroll's D2: 1 even; 0: all in one part"},
           {"rosengren_s", number, "", "Rosengren's S: 1 even; smaller: less even"},
           {"standard_deviation", number, "tokens", "of the counts over the parts, population"},
           {"variation_coefficient", number, "", "standard_deviation / mean"},
           {"kullback_leibler_bits", number, "bits",
            "of the term's shares from the parts' sizes: 0 even; larger: less even"},
           {"average_reduced_frequency", number, "tokens",
            "ARF: count if even, 1 if all in one place; needs word order, NA from features"}}};
}

table dispersion(const material& m, const dispersion_options& options) {
  const counts::dfm dfm = m.trimmed(term_choice::all);
  const bool by_segment = options.over == dispersion_parts::segment;
  Eigen::SparseMatrix<double> parts = dfm.counts;
  Eigen::VectorXd sizes = dfm.tokens;
  if (by_segment) {
    const auto segments = m.segments(term_choice::all, dfm.terms);
    parts = segments.counts;
    sizes = segments.tokens;
  }
  // Documents without tokens are no parts.
  std::vector<double> part_sizes;
  std::vector<int> place(static_cast<std::size_t>(sizes.size()), -1);
  for (Eigen::Index i = 0; i < sizes.size(); ++i) {
    if (sizes[i] == 0) continue;
    place[static_cast<std::size_t>(i)] = static_cast<int>(part_sizes.size());
    part_sizes.push_back(sizes[i]);
  }
  std::vector<Eigen::Triplet<double>> cells;
  for (Eigen::Index column = 0; column < parts.cols(); ++column) {
    for (Eigen::SparseMatrix<double>::InnerIterator cell(parts, column); cell; ++cell) {
      cells.emplace_back(place[static_cast<std::size_t>(cell.row())], static_cast<int>(column), cell.value());
    }
  }
  parts.resize(static_cast<Eigen::Index>(part_sizes.size()), parts.cols());
  parts.setFromTriplets(cells.begin(), cells.end());

  const auto measures = statistics::dispersion_table(parts, part_sizes);
  const Eigen::VectorXd documents = counts::document_frequencies(dfm.counts);
  const positions where = has_order(m) ? find_positions(m, dfm) : positions{};
  table result = dispersion_layout();
  std::size_t n = 0;
  for (const std::size_t term : counts::by_frequency(dfm)) {
    if (options.top > 0 && n++ >= options.top) break;
    const auto& row = measures[term];
    const double arf = where.n_tokens > 0 ? statistics::average_reduced_frequency(where.of_term[term], where.n_tokens)
                                          : std::numeric_limits<double>::quiet_NaN();
    result.add(dfm.terms[term], static_cast<std::int64_t>(row.count),
               static_cast<std::int64_t>(documents[static_cast<Eigen::Index>(term)]),
               static_cast<std::int64_t>(row.document_range), part_sizes.size(), row.deviation_of_proportions,
               row.deviation_of_proportions_normalised, row.juilland_d, row.carroll_d2, row.rosengren_s,
               row.standard_deviation, row.variation_coefficient, row.kullback_leibler_bits, arf);
  }
  return result;
}

}  // namespace isogloss::studies
