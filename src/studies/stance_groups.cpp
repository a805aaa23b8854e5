#include <array>

#include "isogloss/studies/layouts.hpp"
#include "isogloss/studies/stance.hpp"
#include "studies/comparisons.hpp"
#include "studies/group_intervals.hpp"
#include "studies/target_hits.hpp"

namespace isogloss::studies {
namespace {

// Hits and tokens of a group in one voice.
struct group_totals {
  Eigen::VectorXd hits;
  double tokens = 0;
  std::int64_t documents = 0;
};

group_totals total(const material& m, const stance_segments& s, std::size_t group) {
  group_totals t{Eigen::VectorXd::Zero(s.hits.cols()), 0, 0};
  for (std::size_t i = 0; i < s.document_of.size(); ++i) {
    if (m.groups().group_of[s.document_of[i]] != group) continue;
    const auto row = static_cast<Eigen::Index>(i);
    t.hits += s.hits.row(row).transpose();
    t.tokens += s.tokens[row];
    if (i == 0 || s.document_of[i] != s.document_of[i - 1]) ++t.documents;
  }
  return t;
}

}  // namespace

table stance_groups_layout() {
  using enum column_type;
  const char* unit = "per thousand tokens";
  return {"stance_groups",
          "How often each group speaks in the words of each category, in its own voice and in quotations.",
          "the order of groups, lexicon, category, voice",
          {{"group", string, "", "the group"},
           {"lexicon", string, "", "the lexicon"},
           {"category", string, "", "its category"},
           {"voice", string, "", "own: the chosen zones; quoted: quotations"},
           {"documents", integer, "documents", "documents of the group in which that voice speaks"},
           {"hits", integer, "", "words and phrases of the category"},
           {"tokens", integer, "tokens", "running words of that voice"},
           {"per_thousand", number, unit, "1000 * hits / tokens; NA where the voice says nothing"},
           {"low", number, unit, "interval at 95 % in these texts: segments resampled"},
           {"high", number, unit, "its upper end; NA where there is none"},
           {"low_beyond", number, unit,
            "interval for other documents of the group: authors, documents and segments resampled"},
           {"high_beyond", number, unit, "its upper end; NA where the group has one document"},
           {"unit", string, "", "the highest level that low_beyond and high_beyond resample"}}};
}

table stance_groups(const material& m, const std::string& author_column) {
  table result = stance_groups_layout();
  const auto authors = authors_of(m, author_column);
  constexpr std::array voices = {stance_voice::own, stance_voice::quoted};
  std::vector<stance_segments> segments;
  for (const auto voice : voices) segments.push_back(count_stance(m, zones_of(m, voice)));
  for (std::size_t g = 0; g < m.groups().groups.size(); ++g) {
    std::vector<group_totals> totals;
    std::vector<group_intervals> intervals;
    for (const auto& s : segments) {
      totals.push_back(total(m, s, g));
      const Eigen::MatrixXd thousands = (s.tokens / 1000).replicate(1, s.hits.cols());
      intervals.push_back(
          intervals_of_group(m, g, s.hits, thousands, s.document_of, authors, statistics::random_study::stance));
    }
    for (std::size_t c = 0; c < segments[0].categories.size(); ++c) {
      const auto& category = segments[0].categories[c];
      const auto& lexicon = m.lexicons()[category.lexicon];
      for (std::size_t v = 0; v < voices.size(); ++v) {
        const double hits = totals[v].hits[static_cast<Eigen::Index>(c)];
        const auto& within = intervals[v].within[c];
        const auto& beyond = intervals[v].beyond[c];
        result.add(m.groups().groups[g], lexicon.name, lexicon.categories[category.category], name(voices[v]),
                   totals[v].documents, static_cast<std::int64_t>(hits), static_cast<std::int64_t>(totals[v].tokens),
                   1000 * hits / totals[v].tokens, within.low, within.high, beyond.low, beyond.high, intervals[v].unit);
      }
    }
  }
  return result;
}

}  // namespace isogloss::studies
