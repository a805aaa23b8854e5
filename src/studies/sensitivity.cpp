#include "studies/sensitivity.hpp"

#include <algorithm>
#include <set>

#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/distances.hpp"

namespace isogloss::studies {
namespace {

// Of `dfm` the terms in so many per cent of the documents, from the most frequent.
std::vector<std::size_t> culled(const counts::dfm& dfm, double culling) {
  const Eigen::VectorXd documents = counts::document_frequencies(dfm.counts);
  // 60 % of five documents are three, not a rounding more.
  const double least = culling / 100 * static_cast<double>(dfm.counts.rows()) - 1e-9;
  auto columns = counts::by_frequency(dfm);
  std::erase_if(columns, [&](std::size_t c) { return documents[static_cast<Eigen::Index>(c)] < least; });
  return columns;
}

// Each choice of columns once, in the order in which the sweep comes to them.
std::vector<std::vector<std::size_t>> choices(const counts::dfm& dfm, const word_sweep& sweep) {
  std::set<std::vector<std::size_t>> known;
  std::vector<std::vector<std::size_t>> result;
  for (const double culling : sweep.culling) {
    const auto available = culled(dfm, culling);
    for (const std::size_t words : sweep.most_frequent) {
      auto columns = available;
      if (columns.size() > words) columns.resize(words);
      if (!columns.empty() && known.insert(columns).second) result.push_back(std::move(columns));
    }
  }
  return result;
}

}  // namespace

std::vector<Eigen::MatrixXd> swept_distances(const material& m, layer_kind kind, statistics::measure with,
                                             const word_sweep& sweep) {
  if (kind == layer_kind::stance || sweep.most_frequent.empty()) return {};
  counts::trim_options trim = m.options().trim;
  trim.most_frequent = 0;
  const counts::dfm dfm = counts::trim(m.dfm(terms_of(kind)), trim);
  const auto columns = choices(dfm, sweep);
  std::vector<Eigen::MatrixXd> distances(columns.size());
  parallel_for(columns.size(), {"choosing other words", "choices"}, [&](std::size_t i) {
    const layer l(m, kind, counts::select(dfm, columns[i]));
    distances[i] = statistics::as_distances(l.compare(with), with);
  });
  std::erase_if(distances, [](const auto& d) { return d.hasNaN(); });
  return distances;
}

}  // namespace isogloss::studies
