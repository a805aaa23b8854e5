#include "studies/running_diversity_intervals.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "isogloss/base/string_pool.hpp"
#include "isogloss/statistics/jackknife.hpp"
#include "isogloss/statistics/running_diversity.hpp"

namespace isogloss::studies {
namespace {

using statistics::interval;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// A ratio of sums over the segments of a text, such as types in windows over windows.
struct segment_ratio {
  std::vector<double> above, below;

  explicit segment_ratio(std::size_t n_segments) : above(n_segments), below(n_segments) {}
};

// The interval of scale * sum(above) / sum(below), or of the mean of two such ratios.
interval jackknifed(const std::vector<segment_ratio>& ratios, double scale, double value) {
  const std::size_t n = ratios.front().above.size();
  std::vector<double> values(n, 0.0);
  for (const auto& ratio : ratios) {
    const double above = std::accumulate(ratio.above.begin(), ratio.above.end(), 0.0);
    const double below = std::accumulate(ratio.below.begin(), ratio.below.end(), 0.0);
    for (std::size_t i = 0; i < n; ++i) {
      values[i] += scale * (above - ratio.above[i]) / (below - ratio.below[i]) / static_cast<double>(ratios.size());
    }
  }
  return statistics::jackknife_interval(values, value);
}

}  // namespace

interval within(interval ends, double highest) {
  // Comparisons with NaN are false, and std::max and std::min then give their first argument.
  return {std::max(ends.low, 0.0), std::min(ends.high, highest)};
}

running_diversity::running_diversity(const material& m, const diversity_options& options) : m_(m), options_(options) {
  if (!m.study().has_texts() || m.options().ngrams > 1 || m.options().terms.character_ngrams > 0) return;
  const auto& types = m.stream().types;
  string_pool terms;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const auto found = m.rules().is_counted(types[i]) ? m.rules().terms(types[i]) : std::vector<std::string>{};
    counted_.push_back(!found.empty());
    term_of_type_.push_back(static_cast<term_id>(found.empty() ? 0 : terms.add(found.front())));
  }
}

running_diversity::text running_diversity::text_of(std::size_t document) const {
  text result;
  std::uint32_t last = 0;
  for (const auto& token : m_.stream().documents[document]) {
    const bool chosen = m_.options().zones.contains(m_.stream().voices[token.voice].kind);
    if (!chosen || !counted_[index(token.type)]) continue;
    const bool new_segment = result.tokens.empty() || token.segment != last;
    last = token.segment;
    result.segment.push_back(result.segment.empty() ? 0 : result.segment.back() + (new_segment ? 1U : 0U));
    result.tokens.push_back(term_of_type_[index(token.type)]);
  }
  return result;
}

std::vector<running_diversity::row> running_diversity::of_document(std::size_t document) const {
  constexpr std::string_view mattr = "moving_average_type_token_ratio";
  constexpr std::string_view msttr = "mean_segmental_type_token_ratio";
  constexpr std::string_view mtld = "mtld";
  const interval none{nan, nan};
  if (counted_.empty()) return {{mattr, nan, none}, {msttr, nan, none}, {mtld, nan, none}};
  const text t = text_of(document);
  if (t.tokens.empty()) return {{mattr, nan, none}, {msttr, nan, none}, {mtld, nan, none}};

  const std::size_t n_segments = t.segment.back() + 1;
  const auto window = static_cast<double>(options_.window);
  // A window, a segment of MSTTR and a factor each belong to the segment of the text in which they begin or close.
  segment_ratio windows(n_segments), blocks(n_segments);
  const auto types = statistics::window_types(t.tokens, options_.window);
  for (std::size_t i = 0; i < types.size(); ++i) {
    windows.above[t.segment[i]] += types[i];
    windows.below[t.segment[i]] += 1;
    if (i % options_.window != 0) continue;
    blocks.above[t.segment[i]] += types[i];
    blocks.below[t.segment[i]] += 1;
  }
  std::vector<segment_ratio> factors(2, segment_ratio(n_segments));
  for (const auto way : {statistics::direction::forward, statistics::direction::backward}) {
    auto& ratio = factors[way == statistics::direction::forward ? 0 : 1];
    for (const std::size_t segment : t.segment) ratio.above[segment] += 1;
    for (const auto& factor : statistics::mtld_factors(t.tokens, way))
      ratio.below[t.segment[factor.token]] += factor.part;
  }
  const double matr = statistics::moving_average_type_token_ratio(t.tokens, options_.window);
  const double mstr = statistics::mean_segmental_type_token_ratio(t.tokens, options_.window);
  const double mtl = statistics::mtld(t.tokens);
  return {{mattr, matr, within(jackknifed({windows}, 1 / window, matr), 1)},
          {msttr, mstr, within(jackknifed({blocks}, 1 / window, mstr), 1)},
          {mtld, mtl, within(jackknifed(factors, 1, mtl), std::numeric_limits<double>::infinity())}};
}

}  // namespace isogloss::studies
