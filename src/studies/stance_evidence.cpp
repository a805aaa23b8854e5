#include <algorithm>
#include <limits>

#include "isogloss/base/parallel.hpp"
#include "isogloss/counts/lexicon_counts.hpp"
#include "isogloss/studies/layouts.hpp"
#include "isogloss/studies/stance.hpp"
#include "isogloss/tokens/lexicon_finder.hpp"
#include "studies/placed_words.hpp"
#include "studies/target_hits.hpp"

namespace isogloss::studies {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// An entry of a lexicon found in a document; without word order so many of them in a voice of a segment.
struct hit {
  std::uint32_t segment, voice;
  std::size_t lexicon, entry;
  double count = 1;
  double sentence = nan, begin = nan, end = nan;
  std::string words = {};
};

std::vector<std::vector<hit>> in_segments(const material& m) {
  std::vector<std::vector<hit>> result(m.n_documents());
  for (std::size_t l = 0; l < m.lexicons().size(); ++l) {
    for (const auto& h : counts::count_lexicon(m.features(), m.lexicon_matchers()[l], m.lexicon_rules()))
      result[h.document].push_back({h.segment, h.voice, l, h.entry, h.count});
  }
  for (auto& hits : result) {
    std::stable_sort(hits.begin(), hits.end(), [](const hit& a, const hit& b) {
      return std::tie(a.segment, a.voice) < std::tie(b.segment, b.voice);
    });
  }
  return result;
}

std::vector<std::vector<hit>> in_texts(const material& m) {
  const tokens::stream_words words(m.stream());
  std::vector<tokens::lexicon_finder> finders;
  for (const auto& matcher : m.lexicon_matchers()) finders.emplace_back(matcher, words, m.lexicon_rules());
  std::vector<std::vector<hit>> result(m.n_documents());
  parallel_for(m.n_documents(), {"finding hits", "documents"}, [&](std::size_t d) {
    const auto& tokens = m.stream().documents[d];
    const auto of = words.of_document(tokens);
    const auto places = places_of(of, tokens, words.forms, corpus::read_text(m.study().documents[d]));
    for (std::size_t l = 0; l < finders.size(); ++l) {
      for (const auto& p : finders[l].find(of, tokens)) {
        const auto& first = tokens[of[p.first].token];
        result[d].push_back({first.segment, first.voice, l, p.entry, 1, static_cast<double>(first.sentence),
                             static_cast<double>(places[p.first].begin),
                             static_cast<double>(places[p.first + p.n_words - 1].end),
                             tokens::joined_words(words, of, p.first, p.n_words)});
      }
    }
    std::stable_sort(result[d].begin(), result[d].end(), [](const hit& a, const hit& b) { return a.begin < b.begin; });
  });
  return result;
}

}  // namespace

table stance_evidence_layout() {
  using enum column_type;
  return {"stance_evidence",
          "Every word and phrase that a lexicon finds: the hits of stance.csv are the sums of this table's counts.",
          "document; then begin, lexicon (features: segment)",
          {columns::document(),
           {"voice", string, "", "own: the chosen zones; quoted: quotations"},
           {"zone", string, "", "whose words they are"},
           {"speaker", string, "", "who is quoted, in a quotation"},
           {"segment", integer, "", "its segment, from 1 in each document"},
           {"sentence", number, "", "its sentence, from 1 in each document; NA in features"},
           {"begin", number, "bytes", "where it begins in the document's UTF-8 text; NA in features"},
           {"end", number, "bytes", "the byte after it; NA in features"},
           {"lexicon", string, "", "the lexicon"},
           {"category", string, "", "its category"},
           {"pattern", string, "", "the entry that fits"},
           {"words", string, "", "as written; empty in features"},
           {"weight", number, "weight", "the entry's weight"},
           {"count", integer, "", "1; in features, how often in the segment"}}};
}

table stance_evidence(const material& m) {
  table result = stance_evidence_layout();
  const auto hits = m.study().has_texts() ? in_texts(m) : in_segments(m);
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    for (const auto& h : hits[d]) {
      const auto& v = m.study().has_texts() ? m.stream().voices[h.voice] : m.features().voices[h.voice];
      const auto& lexicon = m.lexicons()[h.lexicon];
      const auto& entry = lexicon.entries[h.entry];
      for (const auto voice : {stance_voice::own, stance_voice::quoted}) {
        if (!zones_of(m, voice).contains(v.kind)) continue;
        result.add(m.study().documents[d].name, name(voice), corpus::name(v.kind), v.speaker, h.segment, h.sentence,
                   h.begin, h.end, lexicon.name, lexicon.categories[entry.category], entry.pattern, h.words,
                   entry.weight, static_cast<std::int64_t>(h.count));
      }
    }
  }
  return result;
}

}  // namespace isogloss::studies
