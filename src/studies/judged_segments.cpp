#include "studies/judged_segments.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "studies/target_hits.hpp"

namespace isogloss::studies {
namespace {

// The targets that at least half of the documents name, each with its first column.
std::map<std::size_t, Eigen::Index> columns_of(const material& m, const std::vector<target_hit>& hits,
                                               Eigen::Index first) {
  std::vector<std::set<std::size_t>> documents(m.targets().names.size());
  for (const auto& hit : hits) {
    if (hit.voice == stance_voice::own && !hit.judged) documents[hit.target].insert(hit.document);
  }
  std::map<std::size_t, Eigen::Index> columns;
  for (std::size_t t = 0; t < documents.size(); ++t) {
    if (2 * documents[t].size() < m.n_documents()) continue;
    columns.emplace(t, first);
    first += 2;
  }
  return columns;
}

}  // namespace

Eigen::MatrixXd with_judgements(const material& m, const stance_segments& s, std::vector<std::string>& names) {
  if (!why_no_targets(m).empty()) return s.hits;
  const auto& hits = m.target_hits();
  const auto columns = columns_of(m, hits, s.hits.cols());
  for (const auto& [target, column] : columns) {
    names.push_back("targets: " + m.targets().names[target] + ", praised");
    names.push_back("targets: " + m.targets().names[target] + ", blamed");
  }
  std::map<std::pair<std::size_t, std::uint32_t>, Eigen::Index> rows;
  for (std::size_t i = 0; i < s.document_of.size(); ++i)
    rows.emplace(std::pair(s.document_of[i], s.segment_of[i]), static_cast<Eigen::Index>(i));

  Eigen::MatrixXd result = Eigen::MatrixXd::Zero(s.hits.rows(), s.hits.cols() + 2 * std::ssize(columns));
  result.leftCols(s.hits.cols()) = s.hits;
  for (const auto& hit : hits) {
    if (hit.voice != stance_voice::own || !hit.judged) continue;
    const auto column = columns.find(hit.target);
    const auto row = rows.find({hit.document, hit.segment});
    if (column == columns.end() || row == rows.end()) continue;
    const double value = hit.judged->value;
    result(row->second, column->second + (value < 0 ? 1 : 0)) += std::abs(value) * hit.count;
  }
  return result;
}

}  // namespace isogloss::studies
