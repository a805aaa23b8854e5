#include "studies/target_sums.hpp"

#include <algorithm>

#include "isogloss/statistics/rate_intervals.hpp"

namespace isogloss::studies {

segment_rows::segment_rows(const material& m) {
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    first.push_back(document_of.size());
    std::uint32_t last = 0;
    for (const auto& f : m.features().documents[d].features) last = std::max(last, f.segment);
    document_of.insert(document_of.end(), last, d);
  }
  first.push_back(document_of.size());
}

std::size_t column_of(const material& m, stance_voice voice, std::size_t target) {
  return static_cast<std::size_t>(voice) * m.targets().names.size() + target;
}

judged_segments by_segment(const material& m, std::span<const target_hit> hits, std::size_t first, std::size_t end,
                           const segment_rows& rows) {
  const auto n_columns = static_cast<Eigen::Index>(stance_voices.size() * m.targets().names.size());
  judged_segments s{Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(end - first), n_columns), {}};
  s.mentions = s.net;
  for (const auto& hit : hits) {
    const auto row = rows.row(hit) - static_cast<Eigen::Index>(first);
    const auto column = static_cast<Eigen::Index>(column_of(m, hit.voice, hit.target));
    if (hit.judged) {
      s.net(row, column) += hit.judged->value * hit.count;
    } else {
      s.mentions(row, column) += hit.count;
    }
  }
  return s;
}

target_intervals intervals_of_document(const material& m, std::size_t d, std::span<const target_hit> hits,
                                       const segment_rows& rows) {
  const auto s = by_segment(m, hits, rows.first[d], rows.first[d + 1], rows);
  const std::vector<std::size_t> document_of(static_cast<std::size_t>(s.net.rows()), d);
  Eigen::MatrixXf weights(m.options().replicates, s.net.rows());
  for (std::uint32_t r = 0; r < m.options().replicates; ++r) {
    const auto drawn =
        statistics::resample_segments(document_of, m.options().seed, statistics::random_study::targets, r);
    for (std::size_t i = 0; i < drawn.size(); ++i)
      weights(r, static_cast<Eigen::Index>(i)) = static_cast<float>(drawn[i]);
  }
  return {statistics::sum_intervals(s.net, weights), statistics::rate_intervals(s.net, s.mentions, weights)};
}

std::vector<target_sums> add_up(const material& m, std::span<const target_hit> hits) {
  std::vector<target_sums> result(stance_voices.size() * m.targets().names.size());
  for (const auto& hit : hits) result[column_of(m, hit.voice, hit.target)].add(hit);
  return result;
}

}  // namespace isogloss::studies
