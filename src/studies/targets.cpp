#include "isogloss/studies/targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/rate_intervals.hpp"
#include "studies/comparisons.hpp"
#include "studies/group_intervals.hpp"
#include "studies/target_hits.hpp"

namespace isogloss::studies {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::array bases = {target_basis::clause, target_basis::sentence, target_basis::segment};
constexpr std::array voices = {stance_voice::own, stance_voice::quoted};

// What is added up.
struct sums {
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
  sums& operator+=(const sums& o) {
    mentions += o.mentions, judgements += o.judgements, positive += o.positive, negative += o.negative;
    negated += o.negated, hedged += o.hedged, scare_quoted += o.scare_quoted;
    return *this;
  }
  [[nodiscard]] double net() const { return positive - negative; }
};

// The segments of the documents, numbered on: what is resampled. Each has a token of some zone.
struct segment_rows {
  std::vector<std::size_t> document_of;
  std::vector<std::size_t> first;  // row of each document's first segment, and the end

  explicit segment_rows(const material& m) {
    for (std::size_t d = 0; d < m.n_documents(); ++d) {
      first.push_back(document_of.size());
      std::uint32_t last = 0;
      for (const auto& f : m.features().documents[d].features) last = std::max(last, f.segment);
      document_of.insert(document_of.end(), last, d);
    }
    first.push_back(document_of.size());
  }
  [[nodiscard]] Eigen::Index row(const target_hit& hit) const {
    return static_cast<Eigen::Index>(first[hit.document] + hit.segment - 1);
  }
};

// A column for each voice and target.
struct judged_segments {
  Eigen::MatrixXd net, mentions;
};

Eigen::Index column_of(const material& m, stance_voice voice, std::size_t target) {
  return static_cast<Eigen::Index>(static_cast<std::size_t>(voice) * m.targets().names.size() + target);
}

judged_segments by_segment(const material& m, std::span<const target_hit> hits, std::size_t first, std::size_t end,
                           const segment_rows& rows) {
  const auto n_columns = static_cast<Eigen::Index>(voices.size() * m.targets().names.size());
  judged_segments s{Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(end - first), n_columns), {}};
  s.mentions = s.net;
  for (const auto& hit : hits) {
    const auto row = rows.row(hit) - static_cast<Eigen::Index>(first);
    const auto column = column_of(m, hit.voice, hit.target);
    if (hit.judged) {
      s.net(row, column) += hit.judged->value * hit.count;
    } else {
      s.mentions(row, column) += hit.count;
    }
  }
  return s;
}

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

struct document_intervals {
  std::vector<statistics::interval> net, per_mention;
};

document_intervals intervals_of_document(const material& m, std::size_t d, std::span<const target_hit> hits,
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

// Sums of each voice and target, by column_of.
std::vector<sums> add_up(const material& m, std::span<const target_hit> hits) {
  std::vector<sums> result(voices.size() * m.targets().names.size());
  for (const auto& hit : hits) result[static_cast<std::size_t>(column_of(m, hit.voice, hit.target))].add(hit);
  return result;
}

bool has_hedges(const material& m) {
  const auto is_hedge = [](const std::string& c) { return c == "hedge" || c == "hedges"; };
  return std::any_of(m.lexicons().begin(), m.lexicons().end(),
                     [&](const auto& l) { return std::any_of(l.categories.begin(), l.categories.end(), is_hedge); });
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
    std::vector<document_intervals> intervals(material_.n_documents());
    parallel_for(intervals.size(),
                 [&](std::size_t d) { intervals[d] = intervals_of_document(material_, d, hits_[d], rows_); });
    for (std::size_t d = 0; d < material_.n_documents(); ++d) {
      for_each_column([&](std::size_t target, stance_voice voice, std::size_t c) {
        const sums& s = sums_[d][c];
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
      for (const auto voice : voices) use(t, voice, static_cast<std::size_t>(column_of(material_, voice, t)));
    }
  }

  [[nodiscard]] std::pair<sums, std::int64_t> sums_of_group(std::size_t group, std::size_t column) const {
    sums total;
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
  std::vector<std::vector<sums>> sums_;  // by document, column
};

table evidence_of(const material& m, target_basis basis, const std::vector<target_hit>& hits) {
  table result = target_evidence_layout();
  const bool in_text = basis != target_basis::segment;
  const auto flag = [&](bool on) { return in_text ? static_cast<double>(on) : nan; };
  const auto number = [&](auto n) { return in_text ? static_cast<double>(n) : nan; };
  for (const auto& hit : hits) {
    const auto& alias = m.targets().aliases[hit.alias];
    const corpus::voice voice = in_text ? m.stream().voices[hit.token_voice] : corpus::voice();
    const std::string_view zone = in_text ? corpus::name(voice.kind) : "";
    const auto& j = hit.judged;
    const tokens::lexicon* lexicon = j ? &m.lexicons()[j->lexicon] : nullptr;
    const tokens::lexicon_entry* entry = j ? &lexicon->entries[j->entry] : nullptr;
    // Without word order a judgement belongs to the segment's names together.
    const std::string name_of_alias = j && !in_text ? "" : alias.pattern;
    result.add(m.study().documents[hit.document].name, m.group_of(hit.document), name(hit.voice), zone, voice.speaker,
               hit.segment, number(hit.sentence), number(hit.place.begin), number(hit.place.end),
               j ? "judgement" : "mention", m.targets().names[hit.target], name_of_alias, number(hit.name_place.begin),
               number(hit.name_place.end), j ? lexicon->name : "", j ? lexicon->categories[entry->category] : "",
               j ? entry->pattern : alias.pattern, hit.words, j ? entry->weight : nan, j ? flag(j->negated) : nan,
               j && j->hedged ? flag(*j->hedged) : nan, flag(hit.in_scare_quotes), j ? number(j->distance) : nan,
               j ? j->value : nan, static_cast<std::int64_t>(hit.count), name(basis));
  }
  return result;
}

void note_languages(const material& m, target_basis basis, std::vector<std::string>& notes) {
  if (basis == target_basis::segment) return;
  const auto n = std::count_if(m.study().documents.begin(), m.study().documents.end(),
                               [](const auto& d) { return !is_english(d.language); });
  if (n > 0)
    notes.push_back(fmt::format("negation is not looked for in {} documents: it is known for English only", n));
}

}  // namespace

std::string_view name(target_basis basis) {
  constexpr std::array<std::string_view, 3> names = {"clause", "sentence", "segment"};
  return names[static_cast<std::size_t>(basis)];
}
std::optional<target_basis> target_basis_from(std::string_view wanted) {
  const auto found = std::find_if(bases.begin(), bases.end(), [&](auto b) { return name(b) == wanted; });
  return found == bases.end() ? std::nullopt : std::optional(*found);
}
std::span<const target_basis> all_target_bases() {
  return bases;
}

std::string_view name(stance_voice voice) {
  return voice == stance_voice::own ? "own" : "quoted";
}
corpus::zone_set zones_of(const material& m, stance_voice voice) {
  return voice == stance_voice::own ? m.options().zones : corpus::zone_set("quotation", "");
}

bool is_evaluative(const tokens::lexicon& l) {
  return std::any_of(l.entries.begin(), l.entries.end(), [](const auto& entry) { return entry.weight < 0; });
}

std::vector<std::size_t> evaluative_lexicons(const material& m) {
  std::vector<std::size_t> result;
  for (std::size_t l = 0; l < m.lexicons().size(); ++l) {
    if (is_evaluative(m.lexicons()[l])) result.push_back(l);
  }
  return result;
}

target_basis basis_for(const material& m) {
  const auto wanted = m.options().judging.basis;
  if (m.study().has_texts()) return wanted.value_or(target_basis::clause);
  const auto basis = wanted.value_or(target_basis::segment);
  if (basis == target_basis::segment) return basis;
  throw data_error("--within", fmt::format("{} needs word order, and the study has features only", name(basis)),
                   "Give the texts, or --within segment.");
}

std::vector<target_hit> target_hits(const material& m, target_basis basis) {
  return basis == target_basis::segment ? hits_in_segments(m) : hits_in_text(m, basis);
}

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
  const auto hits = target_hits(m, basis);
  const writer w(m, basis, hits);
  targets_result result{targets_layout(), target_groups_layout(), evidence_of(m, basis, hits), {}};
  w.write_documents(result.targets);
  if (!m.groups().empty()) w.write_groups(result.groups, author_column);
  for (const auto& target : w.nowhere_named())
    result.notes.push_back(fmt::format("target \"{}\" is named nowhere; see its patterns in {}", target,
                                       m.options().targets.filename().string()));
  note_languages(m, basis, result.notes);
  return result;
}

}  // namespace isogloss::studies
