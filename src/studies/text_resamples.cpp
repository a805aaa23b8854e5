#include "studies/text_resamples.hpp"

#include <algorithm>

#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/distances.hpp"

namespace isogloss::studies {

std::vector<double> weights_of(const material& m, const layer& l, std::uint32_t replicate) {
  return statistics::resample_segments(l.document_of(), m.options().seed, statistics::random_study::clusters,
                                       replicate);
}

text_resamples resample_texts(const material& m, const layer& l, statistics::measure with) {
  const auto segments = l.segments_of_documents();
  const bool fixed = std::all_of(segments.begin(), segments.end(), [](std::size_t n) { return n < 2; });
  std::vector<Eigen::MatrixXd> all(fixed ? 0 : m.options().replicates);
  parallel_for(all.size(), {"resampling distances", "resamples"}, [&](std::size_t i) {
    const auto weights = weights_of(m, l, static_cast<std::uint32_t>(i));
    all[i] = statistics::as_distances(l.compare_resampled(with, weights), with);
  });
  text_resamples kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].hasNaN()) continue;
    kept.replicates.push_back(static_cast<std::uint32_t>(i));
    kept.distances.push_back(std::move(all[i]));
  }
  return kept;
}

std::vector<std::vector<statistics::merge>> trees_of(std::span<const Eigen::MatrixXd> distances,
                                                     statistics::linkage method) {
  std::vector<std::vector<statistics::merge>> trees(distances.size());
  parallel_for(trees.size(), {"building trees", "trees"},
               [&](std::size_t i) { trees[i] = statistics::hierarchical_clustering(distances[i], method); });
  return trees;
}

}  // namespace isogloss::studies
