#include "isogloss/counts/dfm.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

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

// Adds up a row's counts in a dense scratch, then hands over the cells that are not zero, in the columns' order.
class row_counter {
 public:
  explicit row_counter(std::size_t n_terms) : counts_(n_terms, 0.0) {}

  void add(std::uint32_t term, double count) {
    if (counts_[term] == 0) touched_.push_back(term);
    counts_[term] += count;
  }

  template <class Cell>
  void take(const Cell& cell) {
    std::sort(touched_.begin(), touched_.end());
    for (const auto term : touched_) {
      cell(term, counts_[term]);
      counts_[term] = 0;
    }
    touched_.clear();
  }

 private:
  std::vector<double> counts_;
  std::vector<std::uint32_t> touched_;
};

struct row_cells {
  std::vector<std::pair<std::uint32_t, double>> cells;
  double tokens = 0;
};

sparse_matrix assemble(const std::vector<row_cells>& rows, std::size_t n_columns,
                       const std::vector<std::uint32_t>& column_of) {
  sparse_matrix matrix(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(n_columns));
  if (rows.empty()) return matrix;  // Eigen's makeCompressed reads past the end of a matrix without rows
  std::vector<int> sizes;
  for (const auto& row : rows) sizes.push_back(static_cast<int>(row.cells.size()));
  matrix.reserve(sizes);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const auto& [term, count] : rows[i].cells) {
      if (column_of[term] == no_column) continue;
      matrix.insert(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(column_of[term])) = count;
    }
  }
  matrix.makeCompressed();
  return matrix;
}

Eigen::VectorXd tokens_of(const std::vector<row_cells>& rows) {
  Eigen::VectorXd tokens(static_cast<Eigen::Index>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) tokens[static_cast<Eigen::Index>(i)] = rows[i].tokens;
  return tokens;
}

}  // namespace

term_index::term_index(const string_pool& types, const tokens::term_rules* rules) {
  string_pool pool;
  of_type_.resize(types.size());
  tokens_.assign(types.size(), 0);
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (rules != nullptr && !rules->is_counted(types[i])) continue;
    const auto terms = rules == nullptr ? std::vector<std::string>{types[i]} : rules->terms(types[i]);
    tokens_[i] = static_cast<double>(std::max<std::size_t>(1, terms.size()));
    for (const auto& term : terms) {
      const std::uint32_t number = pool.add(term);
      const auto same = std::find_if(of_type_[i].begin(), of_type_[i].end(), [&](auto o) { return o.term == number; });
      if (same == of_type_[i].end()) {
        of_type_[i].push_back({number, 1});
      } else {
        ++same->times;
      }
    }
  }
  std::vector<std::uint32_t> order(pool.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return pool[a] < pool[b]; });
  std::vector<std::uint32_t> place(pool.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    terms_.push_back(pool[order[i]]);
  }
  for (auto& occurrences : of_type_) {
    for (auto& o : occurrences) o.term = place[o.term];
  }
}

dfm build_dfm(const corpus::features& f, const std::vector<std::string>& documents, const term_index& terms,
              const corpus::zone_set& zones) {
  const auto chosen = chosen_voices(f, zones);
  std::vector<row_cells> rows(f.documents.size());
  parallel_for(rows.size(), {"counting terms", "documents"}, [&](std::size_t i) {
    row_counter counter(terms.terms().size());
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
