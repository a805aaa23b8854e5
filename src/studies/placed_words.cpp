#include "studies/placed_words.hpp"

#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/zone_detection.hpp"
#include "isogloss/text/clauses.hpp"

namespace isogloss::studies {
namespace {

std::vector<std::uint32_t> clauses_of(const placed_words& p, std::span<const tokens::token> tokens,
                                      const std::vector<std::string>& bases, std::string_view text) {
  std::vector<std::uint32_t> clause(p.words.size());
  for (std::size_t i = 1; i < clause.size(); ++i) {
    const std::size_t from = p.places[i - 1].end;
    const bool other_sentence = tokens[p.words[i].token].sentence != tokens[p.words[i - 1].token].sentence;
    const bool parted =
        other_sentence || text::parts_clauses(text.substr(from, p.places[i].begin - from), bases[p.words[i].form]);
    clause[i] = clause[i - 1] + (parted ? 1 : 0);
  }
  return clause;
}

std::vector<bool> covered(const std::vector<text::range>& places, const std::vector<text::range>& by) {
  std::vector<bool> result(places.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    while (next < by.size() && by[next].end <= places[i].begin) ++next;
    result[i] = next < by.size() && by[next].begin <= places[i].begin;
  }
  return result;
}

}  // namespace

std::vector<text::range> places_of(const std::vector<tokens::running_word>& words,
                                   std::span<const tokens::token> tokens, const string_pool& forms,
                                   std::string_view text) {
  std::vector<text::range> places;
  places.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool goes_on = i > 0 && words[i].token == words[i - 1].token;
    const std::string& form = forms[words[i].form];
    const std::size_t begin = text.find(form, goes_on ? places.back().end : tokens[words[i].token].begin);
    if (begin >= tokens[words[i].token].end) throw data_error("text", "changed while it was read", "Run again.");
    places.push_back({begin, begin + form.size()});
  }
  return places;
}

placed_words place_words(const material& m, std::size_t document, const tokens::stream_words& words,
                         const std::vector<std::string>& bases, const std::vector<bool>& counted) {
  const auto& tokens = m.stream().documents[document];
  const std::string text = corpus::read_text(m.study().documents[document]);
  placed_words p;
  p.words = words.of_document(tokens);
  p.places = places_of(p.words, tokens, words.forms, text);
  p.clause = clauses_of(p, tokens, bases, text);
  std::uint32_t n = 0;
  for (const auto& word : p.words) {
    p.ordinal.push_back(n);
    n += counted[word.form] ? 1 : 0;
  }
  p.in_scare_quotes = covered(p.places, corpus::detect_zones(text).scare_quotes);
  return p;
}

}  // namespace isogloss::studies
