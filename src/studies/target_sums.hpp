#pragma once

#include <Eigen/Core>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "isogloss/statistics/bootstrap.hpp"
#include "studies/target_hits.hpp"

namespace isogloss::studies {

inline constexpr std::array stance_voices = {stance_voice::own, stance_voice::quoted};

/// What is said of one target in one voice.
struct target_sums {
  double mentions = 0, judgements = 0, positive = 0, negative = 0, negated = 0, hedged = 0, scare_quoted = 0;
  void add(const target_hit& hit) {
    if (!hit.judged) {
      mentions += hit.count;
      return;
    }
    const auto& j = *hit.judged;
    judgements += hit.count;
    (j.value > 0 ? positive : negative) += std::abs(j.value) * hit.count;
    negated += j.negated ? 1 : 0;
    hedged += j.hedged.value_or(false) ? 1 : 0;
    scare_quoted += hit.in_scare_quotes ? 1 : 0;
  }
  target_sums& operator+=(const target_sums& o) {
    mentions += o.mentions, judgements += o.judgements, positive += o.positive, negative += o.negative;
    negated += o.negated, hedged += o.hedged, scare_quoted += o.scare_quoted;
    return *this;
  }
  [[nodiscard]] double net() const { return positive - negative; }
};

/// The segments of the documents, numbered on: what is resampled. Each has a token of some zone.
struct segment_rows {
  std::vector<std::size_t> document_of;
  std::vector<std::size_t> first;  ///< row of each document's first segment, and the end

  explicit segment_rows(const material& m);
  [[nodiscard]] Eigen::Index row(const target_hit& hit) const {
    return static_cast<Eigen::Index>(first[hit.document] + hit.segment - 1);
  }
};

/// The column of a voice and a target in what follows.
[[nodiscard]] std::size_t column_of(const material& m, stance_voice voice, std::size_t target);

/// Sums by column. @param hits  of one document
[[nodiscard]] std::vector<target_sums> add_up(const material& m, std::span<const target_hit> hits);

/// n_segments x n_columns
struct judged_segments {
  Eigen::MatrixXd net, mentions;
};
/// @param hits        within the segments
/// @param first, end  rows of the segments
[[nodiscard]] judged_segments by_segment(const material& m, std::span<const target_hit> hits, std::size_t first,
                                         std::size_t end, const segment_rows& rows);

/// Intervals by column, of the segments of one document.
struct target_intervals {
  std::vector<statistics::interval> net, per_mention;
};
[[nodiscard]] target_intervals intervals_of_document(const material& m, std::size_t document,
                                                     std::span<const target_hit> hits, const segment_rows& rows);

}  // namespace isogloss::studies
