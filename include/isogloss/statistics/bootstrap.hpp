#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace isogloss::statistics {

/// Two ends of an interval; NaN where it does not exist.
struct interval {
  double low;
  double high;
};

/// Which random stream a study draws from, so that no two share numbers: see philox.
enum class random_study : std::uint32_t {
  stance = 1,
  similarity = 2,
  clusters = 3,
  k_means = 4,
  permanova = 5,
  keyness = 6,
  contested = 7,
  lexicon = 8,
  attribution = 10,
  imposters = 11,
  targets = 20,
  ordination = 21
};

/// Multinomial weights of the segments of every document: how often a resample of each document's segments, as many as
/// it has, draws each of them. A document's draws depend on (seed, study, replicate, document) alone.
///
/// @param document_of  the document of each segment, ascending
/// @return             one weight a segment; they sum to the number of segments in each document
[[nodiscard]] std::vector<double> resample_segments(std::span<const std::size_t> document_of, std::uint64_t seed,
                                                    random_study study, std::uint32_t replicate);

/// The p-quantile of ascending values, linear between them (Hyndman & Fan 1996, type 7; R's default).
/// @return NaN for no values
[[nodiscard]] double quantile(std::span<const double> sorted, double p);

/// Percentile interval at 95 %: the 0.025 and 0.975 quantiles of the replicates.
/// @return NaN twice where fewer than 40 replicates have a number (a quantile of 0.025 needs them) or over 5 % have
/// none
[[nodiscard]] interval percentile_interval(std::vector<double> replicates);

/// The percentile interval moved so that the replicates' mean falls on `value`.
///
/// For distances and similarities: a resampled text repeats some of its segments and misses others, so it is noisier
/// than the text, and every resampled distance is larger on average. That shift says nothing of the documents; the
/// spread does.
[[nodiscard]] interval centred_interval(std::vector<double> replicates, double value);

}  // namespace isogloss::statistics
