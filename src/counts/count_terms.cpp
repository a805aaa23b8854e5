#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "counts/row_counter.hpp"
#include "counts/row_sizes.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/counts/dfm.hpp"

namespace isogloss::counts {
namespace {

// The words of all vocabularies, each once, and their numbers there.
struct united {
  std::vector<std::string_view> words;
  std::vector<std::vector<std::uint32_t>> number;  // by vocabulary and word
};

united unite(const std::vector<std::vector<std::string>>& vocabularies) {
  united result;
  std::size_t most = 0;
  for (const auto& words : vocabularies) most = std::max(most, words.size());
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  numbers.reserve(2 * most);
  for (const auto& words : vocabularies) {
    auto& number = result.number.emplace_back();
    number.reserve(words.size());
    for (const auto& word : words) {
      const auto next = static_cast<std::uint32_t>(result.words.size());
      const auto [found, is_new] = numbers.emplace(word, next);
      if (is_new) result.words.push_back(word);
      number.push_back(found->second);
    }
  }
  return result;
}

// The largest count says that the next cell is of the same term.
struct row {
  std::vector<tokens::word_count> cells;  // terms, ascending
  double tokens = 0;
};

// The rows of the documents; the parts are emptied on the way.
class row_maker {
 public:
  row_maker(tokens::word_counts& words, const united& vocabulary, const term_index& terms, std::size_t n_documents)
      : words_(words), vocabulary_(vocabulary), terms_(terms), first_part_(n_documents + 1, words.parts.size()) {
    for (std::size_t i = words.parts.size(); i-- > 0;) first_part_[words.parts[i].document] = i;
    for (std::size_t d = n_documents; d-- > 0;) first_part_[d] = std::min(first_part_[d], first_part_[d + 1]);
  }

  row make(std::size_t document, row_counter& counter) {
    row result;
    for (std::size_t i = first_part_[document]; i < first_part_[document + 1]; ++i) {
      auto& part = words_.parts[i];
      const auto& number = vocabulary_.number[part.vocabulary];
      for (const auto& [word, count] : part.counts) {
        const auto type = static_cast<type_id>(number[word]);
        result.tokens += terms_.tokens(type) * count;
        for (const auto& o : terms_.of_type(type)) counter.add(o.term, static_cast<double>(o.times) * count);
      }
      std::vector<tokens::word_count>().swap(part.counts);
    }
    counter.take([&](std::uint32_t term, double count) {
      constexpr double most = 0xFFFFFFFFU;
      for (; count >= most; count -= most) result.cells.push_back({term, 0xFFFFFFFFU});
      result.cells.push_back({term, static_cast<std::uint32_t>(count)});
    });
    return result;
  }

 private:
  tokens::word_counts& words_;
  const united& vocabulary_;
  const term_index& terms_;
  std::vector<std::size_t> first_part_;
};

}  // namespace

dfm count_terms(tokens::word_counts words, const std::vector<std::string>& documents, const tokens::term_rules& rules) {
  const united vocabulary = unite(words.vocabularies);
  const term_index terms(vocabulary.words, &rules);
  row_maker maker(words, vocabulary, terms, documents.size());
  std::vector<row> rows(documents.size());
  std::vector<std::unique_ptr<row_counter>> counters(most_workers());
  parallel_for_workers(rows.size(), [&](std::size_t i, std::size_t worker) {
    if (!counters[worker]) counters[worker] = std::make_unique<row_counter>(terms.terms().size());
    rows[i] = maker.make(i, *counters[worker]);
  });

  // A word of zones that are not chosen has no column.
  std::vector<std::uint32_t> column(terms.terms().size(), 0);
  for (const auto& r : rows) {
    for (const auto& cell : r.cells) column[cell.word] = 1;
  }
  dfm m;
  for (std::size_t term = 0; term < column.size(); ++term) {
    if (column[term] == 0) continue;
    column[term] = static_cast<std::uint32_t>(m.terms.size());
    m.terms.push_back(terms.terms()[term]);
  }
  m.documents = documents;
  m.counts.resize(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(m.terms.size()));
  m.tokens.resize(m.counts.rows());
  int* const begins = m.counts.outerIndexPtr();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    m.tokens[static_cast<Eigen::Index>(i)] = rows[i].tokens;
    const auto& cells = rows[i].cells;
    const auto repeated = std::count_if(cells.begin(), cells.end(), [](const auto& c) { return c.count == ~0U; });
    begins[i + 1] = next_begin(begins[i], cells.size() - static_cast<std::size_t>(repeated));
  }
  m.counts.resizeNonZeros(begins[rows.size()]);
  parallel_for(rows.size(), [&](std::size_t i) {
    int at = begins[i];
    double carried = 0;
    for (const auto& cell : rows[i].cells) {
      carried += cell.count;
      if (cell.count == ~0U) continue;
      m.counts.innerIndexPtr()[at] = static_cast<int>(column[cell.word]);
      m.counts.valuePtr()[at++] = std::exchange(carried, 0);
    }
    std::vector<tokens::word_count>().swap(rows[i].cells);
  });
  return m;
}

}  // namespace isogloss::counts
