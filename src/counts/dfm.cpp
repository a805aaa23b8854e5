#include "isogloss/counts/dfm.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "counts/row_counter.hpp"
#include "counts/row_sizes.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"

namespace isogloss::counts {
namespace {

constexpr std::uint32_t no_column = ~std::uint32_t{0};

std::vector<bool> chosen_voices(const corpus::features& f, const corpus::zone_set& zones) {
  std::vector<bool> chosen;
  for (const auto& v : f.voices) chosen.push_back(zones.contains(v.kind));
  return chosen;
}

struct row_cells {
  std::vector<std::pair<std::uint32_t, double>> cells;
  double tokens = 0;
};

// Writes the cells to where they stay: the columns of a row ascend.
sparse_matrix assemble(const std::vector<row_cells>& rows, std::size_t n_columns,
                       const std::vector<std::uint32_t>& column_of) {
  sparse_matrix matrix(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(n_columns));
  if (rows.empty()) return matrix;
  int* const begins = matrix.outerIndexPtr();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto kept = std::count_if(rows[i].cells.begin(), rows[i].cells.end(),
                                    [&](const auto& cell) { return column_of[cell.first] != no_column; });
    begins[i + 1] = next_begin(begins[i], static_cast<std::size_t>(kept));
  }
  matrix.resizeNonZeros(begins[rows.size()]);
  parallel_for(rows.size(), [&](std::size_t i) {
    int at = begins[i];
    for (const auto& [term, count] : rows[i].cells) {
      if (column_of[term] == no_column) continue;
      matrix.innerIndexPtr()[at] = static_cast<int>(column_of[term]);
      matrix.valuePtr()[at++] = count;
    }
  });
  return matrix;
}

Eigen::VectorXd tokens_of(const std::vector<row_cells>& rows) {
  Eigen::VectorXd tokens(static_cast<Eigen::Index>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) tokens[static_cast<Eigen::Index>(i)] = rows[i].tokens;
  return tokens;
}

}  // namespace

dfm build_dfm(const corpus::features& f, const std::vector<std::string>& documents, const term_index& terms,
              const corpus::zone_set& zones) {
  const auto chosen = chosen_voices(f, zones);
  std::vector<row_cells> rows(f.documents.size());
  std::vector<std::unique_ptr<row_counter>> counters(most_workers());
  parallel_for_workers(rows.size(), [&](std::size_t i, std::size_t worker) {
    if (!counters[worker]) counters[worker] = std::make_unique<row_counter>(terms.terms().size());
    row_counter& counter = *counters[worker];
    for (const auto& feature : f.documents[i].features) {
      if (!chosen[feature.voice]) continue;
      const auto count = static_cast<double>(feature.count);
      rows[i].tokens += terms.tokens(feature.type) * count;
      for (const auto& o : terms.of_type(feature.type)) counter.add(o.term, o.times * count);
    }
    counter.take([&](std::uint32_t term, double count) { rows[i].cells.emplace_back(term, count); });
  });

  std::vector<std::uint32_t> column_of(terms.terms().size(), no_column);
  for (const auto& row : rows) {
    for (const auto& [term, count] : row.cells) column_of[term] = 0;
  }
  dfm m;
  for (std::size_t term = 0; term < column_of.size(); ++term) {
    if (column_of[term] == no_column) continue;
    column_of[term] = static_cast<std::uint32_t>(m.terms.size());
    m.terms.push_back(terms.terms()[term]);
  }
  m.counts = assemble(rows, m.terms.size(), column_of);
  m.documents = documents;
  m.tokens = tokens_of(rows);
  return m;
}

segment_matrix build_segments(const corpus::features& f, const term_index& terms, const corpus::zone_set& zones,
                              const std::vector<std::string>& columns) {
  std::unordered_map<std::string_view, std::uint32_t> place;
  for (std::uint32_t i = 0; i < columns.size(); ++i) place.emplace(columns[i], i);
  std::vector<std::uint32_t> column_of(terms.terms().size(), no_column);
  bool ascending = true;
  std::uint32_t last = 0;
  for (std::size_t term = 0; term < column_of.size(); ++term) {
    const auto found = place.find(terms.terms()[term]);
    if (found == place.end()) continue;
    column_of[term] = found->second;
    ascending = ascending && found->second >= last;
    last = found->second;
  }

  const auto chosen = chosen_voices(f, zones);
  segment_matrix m;
  std::vector<row_cells> rows;
  row_counter counter(terms.terms().size());
  const auto finish = [&](row_cells& row) {
    counter.take([&](std::uint32_t term, double count) {
      if (column_of[term] != no_column) row.cells.emplace_back(term, count);
    });
    if (!ascending) {
      std::sort(row.cells.begin(), row.cells.end(),
                [&](const auto& a, const auto& b) { return column_of[a.first] < column_of[b.first]; });
    }
  };
  const progress_stage counting({"counting segments", "documents"}, f.documents.size());
  for (std::size_t d = 0; d < f.documents.size(); ++d) {
    bool open = false;
    std::uint32_t current = 0;
    for (const auto& feature : f.documents[d].features) {
      if (!chosen[feature.voice] || terms.tokens(feature.type) == 0) continue;
      if (!open || feature.segment != current) {
        if (open) finish(rows.back());
        rows.emplace_back();
        m.document_of.push_back(d);
        m.segment.push_back(feature.segment);
        current = feature.segment;
        open = true;
      }
      const auto count = static_cast<double>(feature.count);
      rows.back().tokens += terms.tokens(feature.type) * count;
      for (const auto& o : terms.of_type(feature.type)) counter.add(o.term, o.times * count);
    }
    if (open) finish(rows.back());
    counting.advance();
  }
  m.counts = assemble(rows, columns.size(), column_of);
  m.tokens = tokens_of(rows);
  return m;
}

}  // namespace isogloss::counts
