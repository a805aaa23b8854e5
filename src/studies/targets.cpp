#include "isogloss/studies/targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "studies/comparisons.hpp"
#include "studies/group_intervals.hpp"
#include "studies/target_sums.hpp"

namespace isogloss::studies {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// The hits of each document.
std::vector<std::span<const target_hit>> by_document(const std::vector<target_hit>& all, std::size_t n_documents) {
  std::vector<std::span<const target_hit>> result;
  auto begin = all.begin();
  for (std::size_t d = 0; d < n_documents; ++d) {
    const auto end = std::find_if(begin, all.end(), [&](const target_hit& hit) { return hit.document != d; });
    result.emplace_back(begin, end);
    begin = end;
  }
  return result;
}

class writer {
 public:
  writer(const material& m, target_basis basis, const std::vector<target_hit>& hits)
      : material_(m),
        basis_(basis),
        rows_(m),
        hits_(by_document(hits, m.n_documents())),
        knows_hedges_(basis != target_basis::segment && has_hedges(m)) {
    for (const auto& of_document : hits_) sums_.push_back(add_up(m, of_document));
  }

  void write_documents(table& to) const {
    std::vector<target_intervals> intervals(material_.n_documents());
    parallel_for(intervals.size(), {"resampling judgements", "documents"},
                 [&](std::size_t d) { intervals[d] = intervals_of_document(material_, d, hits_[d], rows_); });
    for (std::size_t d = 0; d < material_.n_documents(); ++d) {
      for_each_column([&](std::size_t target, stance_voice voice, std::size_t c) {
        const target_sums& s = sums_[d][c];
        const auto& net = intervals[d].net[c];
        const auto& rate = intervals[d].per_mention[c];
        to.add(material_.study().documents[d].name, material_.group_of(d), material_.targets().names[target],
               name(voice), whole(s.mentions), whole(s.judgements), s.positive, s.negative, s.net(), net.low, net.high,
               s.net() / s.mentions, rate.low, rate.high, whole(s.negated), knows_hedges_ ? s.hedged : nan,
               whole(s.scare_quoted), name(basis_));
      });
    }
  }

  void write_groups(table& to, const std::string& author_column) const {
    std::vector<target_hit> all;
    for (const auto& of_document : hits_) all.insert(all.end(), of_document.begin(), of_document.end());
    const auto segments = by_segment(material_, all, 0, rows_.document_of.size(), rows_);
    const auto authors = authors_of(material_, author_column);
    for (std::size_t g = 0; g < material_.groups().groups.size(); ++g) {
      const auto intervals = intervals_of_group(material_, g, segments.net, segments.mentions, rows_.document_of,
                                                authors, statistics::random_study::targets);
      for_each_column([&](std::size_t target, stance_voice voice, std::size_t c) {
        const auto [s, n_documents] = sums_of_group(g, c);
        const auto& within = intervals.within[c];
        const auto& beyond = intervals.beyond[c];
        to.add(material_.groups().groups[g], material_.targets().names[target], name(voice), n_documents,
               whole(s.mentions), whole(s.judgements), s.positive, s.negative, s.net(), s.net() / s.mentions,
               within.low, within.high, beyond.low, beyond.high, intervals.unit, whole(s.negated),
               knows_hedges_ ? s.hedged : nan, whole(s.scare_quoted), name(basis_));
      });
    }
  }

  [[nodiscard]] std::vector<std::string> nowhere_named() const {
    std::vector<std::string> names;
    for (std::size_t t = 0; t < material_.targets().names.size(); ++t) {
      const bool named = std::any_of(sums_.begin(), sums_.end(), [&](const auto& of_document) {
        return of_document[t].mentions + of_document[t + material_.targets().names.size()].mentions > 0;
      });
      if (!named) names.push_back(material_.targets().names[t]);
    }
    return names;
  }

 private:
  static std::int64_t whole(double n) { return static_cast<std::int64_t>(n); }

  template <class Use>
  void for_each_column(const Use& use) const {
    for (std::size_t t = 0; t < material_.targets().names.size(); ++t) {
      for (const auto voice : stance_voices) use(t, voice, column_of(material_, voice, t));
    }
  }

  [[nodiscard]] std::pair<target_sums, std::int64_t> sums_of_group(std::size_t group, std::size_t column) const {
    target_sums total;
    std::int64_t n_documents = 0;
    for (std::size_t d = 0; d < material_.n_documents(); ++d) {
      if (material_.groups().group_of[d] != group) continue;
      total += sums_[d][column];
      n_documents += sums_[d][column].mentions > 0 ? 1 : 0;
    }
    return {total, n_documents};
  }

  const material& material_;
  target_basis basis_;
  segment_rows rows_;
  std::vector<std::span<const target_hit>> hits_;
  bool knows_hedges_;
  std::vector<std::vector<target_sums>> sums_;  // by document, column
};

void note_languages(const material& m, target_basis basis, std::vector<std::string>& notes) {
  if (basis == target_basis::segment) return;
  const auto n = std::count_if(m.study().documents.begin(), m.study().documents.end(),
                               [](const auto& d) { return !is_english(d.language); });
  if (n > 0)
    notes.push_back(fmt::format("negation is not looked for in {} documents: it is known for English only", n));
}

}  // namespace

std::string why_no_targets(const material& m) {
  if (m.targets().names.empty()) return "the study names none in targets.csv";
  if (evaluative_lexicons(m).empty()) return "no lexicon has a weight below 0, so none judges";
  return "";
}

targets_result targets(const material& m, const std::string& author_column) {
  if (const auto reason = why_no_targets(m); !reason.empty()) {
    throw data_error(m.study().name, "there are no targets to judge: " + reason,
                     "Add a targets.csv (target,pattern) and a lexicon with weights, or name them with --targets and "
                     "--lexicon.");
  }
  const auto basis = basis_for(m);
  const auto& hits = m.target_hits();
  const writer w(m, basis, hits);
  targets_result result{targets_layout(), target_groups_layout(), target_evidence(m, basis, hits), {}};
  w.write_documents(result.targets);
  if (!m.groups().empty()) w.write_groups(result.groups, author_column);
  for (const auto& target : w.nowhere_named())
    result.notes.push_back(fmt::format("target \"{}\" is named nowhere; see its patterns in {}", target,
                                       m.options().targets.filename().string()));
  note_languages(m, basis, result.notes);
  return result;
}

}  // namespace isogloss::studies
