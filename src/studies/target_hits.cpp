#include "studies/target_hits.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "isogloss/base/parallel.hpp"
#include "isogloss/tokens/lexicon_finder.hpp"
#include "isogloss/tokens/targets.hpp"
#include "studies/negation.hpp"
#include "studies/placed_words.hpp"

namespace isogloss::studies {
namespace {

// A word or phrase that judges, wherever it stands.
struct judging_place {
  std::size_t first, n_words, lexicon, entry;
};

class reader {
 public:
  reader(const material& m, target_basis basis)
      : material_(m),
        basis_(basis),
        words_(m.stream()),
        targets_(m.targets(), m.options().terms),
        any_hedges_(has_hedges(m)) {
    for (std::size_t i = 0; i < words_.forms.size(); ++i) {
      bases_.push_back(m.lexicon_rules().word_base(words_.forms[i]));
      counted_.push_back(m.rules().is_counted(words_.forms[i]));
    }
    for (const auto& matcher : m.lexicon_matchers()) finders_.emplace_back(matcher, words_, m.lexicon_rules());
  }

  [[nodiscard]] std::vector<target_hit> read(std::size_t document) const {
    const auto& tokens = material_.stream().documents[document];
    const placed_words p = place_words(material_, document, words_, bases_, counted_);
    const auto names = targets_.find(words_, p.words, tokens);
    std::vector<bool> in_name(p.words.size());
    for (const auto& n : names) std::fill_n(in_name.begin() + static_cast<std::ptrdiff_t>(n.first), n.n_words, true);
    const auto [judging, hedged_clauses] = find_judgements(p, tokens, in_name);

    std::vector<target_hit> hits;
    const bool english = is_english(material_.study().documents[document].language);
    for (const auto voice : {stance_voice::own, stance_voice::quoted}) {
      const auto zones = zones_of(material_, voice);
      std::vector<tokens::target_place> heard;
      for (const auto& n : names) {
        if (zones.contains(kind_of(tokens[p.words[n.first].token]))) heard.push_back(n);
      }
      for (const auto& n : heard) hits.push_back(hit_of(document, voice, p, tokens, n, n.first, n.n_words));
      for (const auto& j : judging) {
        if (!zones.contains(kind_of(tokens[p.words[j.first].token]))) continue;
        const bool negated = english && is_negated(p, bases_, tokens, j.first);
        for (const auto& n : nearest(p, tokens, heard, j)) {
          target_hit hit = hit_of(document, voice, p, tokens, n, j.first, j.n_words);
          const double weight = material_.lexicons()[j.lexicon].entries[j.entry].weight;
          hit.judged = judgement{j.lexicon, j.entry, negated ? -weight : weight, negated, {}, distance(p, n, j)};
          if (any_hedges_) hit.judged->hedged = hedged_clauses[p.clause[j.first]];
          hits.push_back(std::move(hit));
        }
      }
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const auto& a, const auto& b) { return a.place.begin < b.place.begin; });
    return hits;
  }

 private:
  [[nodiscard]] corpus::zone kind_of(const tokens::token& t) const { return material_.stream().voices[t.voice].kind; }

  // The words that judge, outside the names; and whether each clause has a hedge.
  [[nodiscard]] std::pair<std::vector<judging_place>, std::vector<bool>> find_judgements(
      const placed_words& p, std::span<const tokens::token> tokens, const std::vector<bool>& in_name) const {
    std::vector<judging_place> judging;
    std::vector<bool> hedged(p.clause.empty() ? 0 : p.clause.back() + 1);
    for (std::size_t l = 0; l < finders_.size(); ++l) {
      const auto& lexicon = material_.lexicons()[l];
      const bool evaluates = is_evaluative(lexicon);
      if (!evaluates && std::none_of(lexicon.categories.begin(), lexicon.categories.end(), is_hedge)) continue;
      for (const auto& place : finders_[l].find(p.words, tokens)) {
        const auto& entry = lexicon.entries[place.entry];
        if (is_hedge(lexicon.categories[entry.category])) hedged[p.clause[place.first]] = true;
        const auto begin = in_name.begin() + static_cast<std::ptrdiff_t>(place.first);
        const bool is_name =
            std::any_of(begin, begin + static_cast<std::ptrdiff_t>(place.n_words), [](bool b) { return b; });
        if (evaluates && entry.weight != 0 && !is_name) judging.push_back({place.first, place.n_words, l, place.entry});
      }
    }
    return {std::move(judging), std::move(hedged)};
  }

  // Running words from the one to the other; 1: they are neighbours.
  [[nodiscard]] static std::size_t distance(const placed_words& p, const tokens::target_place& n,
                                            const judging_place& j) {
    return n.first < j.first ? p.ordinal[j.first] - p.ordinal[n.first + n.n_words - 1]
                             : p.ordinal[n.first] - p.ordinal[j.first + j.n_words - 1];
  }

  [[nodiscard]] bool within_reach(const placed_words& p, std::span<const tokens::token> tokens,
                                  const tokens::target_place& n, const judging_place& j) const {
    const auto sentence = [&](std::size_t word) { return tokens[p.words[word].token].sentence; };
    if (sentence(n.first) != sentence(j.first)) return false;
    return basis_ == target_basis::sentence || p.clause[n.first] == p.clause[j.first];
  }

  // Of each target the name nearest to the word, if one is within reach.
  [[nodiscard]] std::vector<tokens::target_place> nearest(const placed_words& p, std::span<const tokens::token> tokens,
                                                          const std::vector<tokens::target_place>& names,
                                                          const judging_place& j) const {
    std::map<std::size_t, tokens::target_place> best;
    const auto consider = [&](const tokens::target_place& n) {
      if (!within_reach(p, tokens, n, j)) return false;
      if (distance(p, n, j) > material_.options().judging.window) return false;  // those beyond are further still
      const auto [found, is_new] = best.emplace(material_.targets().aliases[n.alias].target, n);
      if (!is_new && distance(p, n, j) < distance(p, found->second, j)) found->second = n;
      return true;
    };
    const auto after = std::upper_bound(names.begin(), names.end(), j.first,
                                        [](std::size_t word, const auto& n) { return word < n.first; });
    for (auto n = after; n != names.begin() && consider(*std::prev(n));) --n;
    for (auto n = after; n != names.end() && consider(*n);) ++n;
    std::vector<tokens::target_place> result;
    for (const auto& [target, n] : best) result.push_back(n);
    return result;
  }

  [[nodiscard]] target_hit hit_of(std::size_t document, stance_voice voice, const placed_words& p,
                                  std::span<const tokens::token> tokens, const tokens::target_place& n,
                                  std::size_t first, std::size_t n_words) const {
    const auto& token = tokens[p.words[n.first].token];
    target_hit hit{document, voice, token.segment, material_.targets().aliases[n.alias].target, n.alias};
    hit.token_voice = tokens[p.words[first].token].voice;
    hit.sentence = token.sentence;
    hit.name_place = {p.places[n.first].begin, p.places[n.first + n.n_words - 1].end};
    hit.place = {p.places[first].begin, p.places[first + n_words - 1].end};
    hit.words = tokens::joined_words(words_, p.words, first, n_words);
    hit.in_scare_quotes = p.in_scare_quotes[first] || p.in_scare_quotes[n.first];
    return hit;
  }

  const material& material_;
  target_basis basis_;
  tokens::stream_words words_;
  tokens::target_finder targets_;
  std::vector<tokens::lexicon_finder> finders_;
  std::vector<std::string> bases_;
  std::vector<bool> counted_;
  bool any_hedges_;
};

}  // namespace

bool is_english(const std::string& language) {
  return language.empty() || language == "en" || language.starts_with("en-") || language.starts_with("en_");
}

std::vector<target_hit> hits_in_text(const material& m, target_basis basis) {
  const reader r(m, basis);
  std::vector<std::vector<target_hit>> by_document(m.n_documents());
  parallel_for(m.n_documents(), {"finding judgements", "documents"},
               [&](std::size_t d) { by_document[d] = r.read(d); });
  std::vector<target_hit> all;
  for (auto& hits : by_document) std::move(hits.begin(), hits.end(), std::back_inserter(all));
  return all;
}

}  // namespace isogloss::studies
