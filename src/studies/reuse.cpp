#include "isogloss/studies/reuse.hpp"

#include <algorithm>

#include "isogloss/base/parallel.hpp"
#include "isogloss/text/graphemes.hpp"

namespace isogloss::studies {
namespace {

using tokens::passage_place;
using tokens::reused_passage;

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

// The passages' text, a's and b's in turn.
std::vector<std::string> texts_of(const material& m, const std::vector<reused_passage>& passages) {
  std::vector<std::vector<std::size_t>> in_document(m.n_documents());
  for (std::size_t i = 0; i < passages.size(); ++i) {
    in_document[passages[i].a.document].push_back(2 * i);
    in_document[passages[i].b.document].push_back(2 * i + 1);
  }
  std::vector<std::string> result(2 * passages.size());
  parallel_for(in_document.size(), {"reading passages", "documents"}, [&](std::size_t d) {
    if (in_document[d].empty()) return;
    const std::string text = corpus::read_text(m.study().documents[d]);
    for (const std::size_t i : in_document[d]) {
      const passage_place& place = i % 2 == 0 ? passages[i / 2].a : passages[i / 2].b;
      const auto range = text::whole_graphemes(text, {place.begin, place.end});
      result[i] = text.substr(range.begin, range.end - range.begin);
    }
  });
  return result;
}

// Words from `first` on that stand in places, each once; places by their first word.
std::size_t covered_words(std::vector<passage_place> places) {
  std::sort(places.begin(), places.end(), [](const auto& x, const auto& y) { return x.first_word < y.first_word; });
  std::size_t n = 0, end = 0;
  for (const auto& p : places) {
    n += p.end_word - std::min(p.end_word, std::max(end, p.first_word));
    end = std::max(end, p.end_word);
  }
  return n;
}

}  // namespace

table reuse_layout(bool show_text) {
  using enum column_type;
  std::vector<column_description> columns = {
      {"document_a", string, "", "the document that comes first in the study"},
      {"document_b", string, "", "the other; the same with --within-documents"},
      {"begin_a", integer, "bytes", "where the passage begins in a's UTF-8 text"},
      {"end_a", integer, "bytes", "where it ends: the byte after the last"},
      {"begin_b", integer, "bytes", "where it begins in b's text"},
      {"end_b", integer, "bytes", "where it ends"},
      {"words_a", integer, "words", "its length in a; numbers and stop words count"},
      {"words_b", integer, "words", "its length in b"},
      {"matched", integer, "words", "of them equal and in the same order: case, normal form and variants aside"},
      {"identity", number, "share",
       "matched, of the alignment's length: those and the longer side of each stretch that differs"},
      {"zone_a", string, "", "the zone of most of its words in a; body is the author's own voice"},
      {"zone_b", string, "", "the same in b"},
      {"speaker_a", string, "", "who is quoted, in a quotation"},
      {"speaker_b", string, "", "the same in b"},
      {"segment_a", integer, "", "the segment of its first word in a, from 1"},
      {"segment_b", integer, "", "the same in b"},
      {"passage", integer, "",
       "rows with one number are one passage: in some document they overlap by half of the shorter or more"}};
  if (show_text) {
    columns.push_back({"text_a", string, "", "the passage as a writes it"});
    columns.push_back({"text_b", string, "", "the passage as b writes it"});
  }
  return {"reuse", "Passages that documents share, with small edits.",
          "documents a and b in the study's order, begin_a, begin_b", std::move(columns)};
}

table reuse(const material& m, bool show_text) {
  table result = reuse_layout(show_text);
  const auto& passages = m.reuse().passages;
  const auto texts = show_text ? texts_of(m, passages) : std::vector<std::string>();
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const auto& [a, b, matched, columns, number] = passages[i];
    const auto& voice_a = m.stream().voices[a.voice];
    const auto& voice_b = m.stream().voices[b.voice];
    const auto add = [&](const auto&... more) {
      result.add(m.study().documents[a.document].name, m.study().documents[b.document].name, a.begin, a.end, b.begin,
                 b.end, a.words(), b.words(), matched, share(matched, columns), corpus::name(voice_a.kind),
                 corpus::name(voice_b.kind), voice_a.speaker, voice_b.speaker, a.segment, b.segment, number, more...);
    };
    if (show_text) {
      add(texts[2 * i], texts[2 * i + 1]);
    } else {
      add();
    }
  }
  return result;
}

table reuse_documents_layout() {
  using enum column_type;
  return {"reuse_documents",
          "How much every two documents share; those that share nothing have no row.",
          "documents a and b in the study's order",
          {{"document_a", string, "", "the document that comes first in the study"},
           {"document_b", string, "", "the other"},
           {"passages", integer, "", "that they share: rows of reuse.csv"},
           {"words_a", integer, "words", "of a, in those passages; each counts once"},
           {"words_b", integer, "words", "of b"},
           {"share_a", number, "share", "words_a, of all words of a in the zones looked through"},
           {"share_b", number, "share", "words_b, of all words of b"},
           {"containment", number, "share", "the larger of the two; near 1 one document stands in the other"}}};
}

table reuse_documents(const material& m) {
  table result = reuse_documents_layout();
  const auto& [passages, words] = m.reuse();
  for (auto begin = passages.begin(); begin != passages.end();) {
    const std::size_t a = begin->a.document, b = begin->b.document;
    const auto end = std::find_if(begin, passages.end(),
                                  [&](const reused_passage& p) { return p.a.document != a || p.b.document != b; });
    if (a != b) {
      std::vector<passage_place> in_a, in_b;
      for (auto p = begin; p != end; ++p) {
        in_a.push_back(p->a);
        in_b.push_back(p->b);
      }
      const std::size_t words_a = covered_words(std::move(in_a)), words_b = covered_words(std::move(in_b));
      const double share_a = share(words_a, words[a]), share_b = share(words_b, words[b]);
      result.add(m.study().documents[a].name, m.study().documents[b].name, end - begin, words_a, words_b, share_a,
                 share_b, std::max(share_a, share_b));
    }
    begin = end;
  }
  return result;
}

}  // namespace isogloss::studies
