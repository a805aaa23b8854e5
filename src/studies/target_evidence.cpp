#include <limits>

#include "studies/target_hits.hpp"

namespace isogloss::studies {

table target_evidence(const material& m, target_basis basis, const std::vector<target_hit>& hits) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
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

}  // namespace isogloss::studies
