#include <algorithm>
#include <map>
#include <tuple>

#include "isogloss/base/parallel.hpp"
#include "isogloss/counts/lexicon_counts.hpp"
#include "isogloss/tokens/targets.hpp"
#include "studies/target_hits.hpp"

namespace isogloss::studies {
namespace {

using place = std::pair<stance_voice, std::uint32_t>;  // voice, segment

// The names that single words are, worked out once a type.
struct meanings {
  std::vector<std::vector<std::size_t>> aliases;  // of each type: one for each of its words that is a name

  meanings(const material& m, const tokens::target_finder& finder) : aliases(m.features().types.size()) {
    for (std::size_t i = 0; i < aliases.size(); ++i) {
      for (const auto word : tokens::split_words(m.features().types[i])) {
        if (const auto alias = finder.alias_of(word)) aliases[i].push_back(*alias);
      }
    }
  }
};

// The voices that each voice of the features speaks in.
std::vector<std::vector<stance_voice>> voices_of(const material& m) {
  std::vector<std::vector<stance_voice>> result;
  for (const auto& v : m.features().voices) {
    auto& of_voice = result.emplace_back();
    for (const auto voice : {stance_voice::own, stance_voice::quoted}) {
      if (zones_of(m, voice).contains(v.kind)) of_voice.push_back(voice);
    }
  }
  return result;
}

class counter {
 public:
  explicit counter(const material& m)
      : material_(m),
        finder_(m.targets(), m.options().terms),
        meanings_(m, finder_),
        voices_(voices_of(m)),
        evaluative_(evaluative_lexicons(m)) {
    const auto& list = m.targets();
    for (std::size_t i = 0; i < list.aliases.size(); ++i)
      phrases_.emplace(std::pair(list.names[list.aliases[i].target], list.aliases[i].pattern), i);
    for (const std::size_t l : evaluative_) {
      for (const auto& hit : counts::count_lexicon(m.features(), m.lexicon_matchers()[l], m.lexicon_rules()))
        judging_[hit.document].push_back({l, hit});
    }
  }

  [[nodiscard]] std::vector<target_hit> count(std::size_t document) const {
    const auto names = count_names(document);
    const auto words = count_judgements(document);
    std::vector<target_hit> hits;
    for (auto name = names.begin(); name != names.end();) {
      const auto& [where, first_alias] = name->first;
      const std::size_t target = material_.targets().aliases[first_alias].target;
      for (; name != names.end() && name->first.first == where &&
             material_.targets().aliases[name->first.second].target == target;
           ++name) {
        target_hit hit{document, where.first, where.second, target, name->first.second};
        hit.count = name->second;
        hits.push_back(std::move(hit));
      }
      const auto begin = words.lower_bound({where, 0, 0});
      for (auto word = begin; word != words.end() && std::get<0>(word->first) == where; ++word) {
        target_hit hit{document, where.first, where.second, target, first_alias};
        const auto [at, lexicon, entry] = word->first;
        hit.judged = judgement{lexicon, entry, material_.lexicons()[lexicon].entries[entry].weight};
        hit.count = word->second;
        hits.push_back(std::move(hit));
      }
    }
    return hits;
  }

 private:
  struct judging_count {
    std::size_t lexicon;
    counts::lexicon_hit hit;
  };

  // By place, then in the order of targets.csv's targets: aliases of one target next to each other.
  struct by_target {
    const tokens::target_list* list;
    bool operator()(const std::pair<place, std::size_t>& a, const std::pair<place, std::size_t>& b) const {
      return std::tuple(a.first, list->aliases[a.second].target, a.second) <
             std::tuple(b.first, list->aliases[b.second].target, b.second);
    }
  };
  using name_counts = std::map<std::pair<place, std::size_t>, double, by_target>;
  using word_counts = std::map<std::tuple<place, std::size_t, std::size_t>, double>;

  [[nodiscard]] name_counts count_names(std::size_t document) const {
    name_counts counts(by_target{&material_.targets()});
    const auto add = [&](std::uint32_t voice, std::uint32_t segment, std::size_t alias, double count) {
      for (const auto v : voices_[voice]) counts[{place(v, segment), alias}] += count;
    };
    const auto& d = material_.features().documents[document];
    for (const auto& f : d.features) {
      for (const std::size_t alias : meanings_.aliases[index(f.type)])
        add(f.voice, f.segment, alias, static_cast<double>(f.count));
    }
    for (const auto& phrase : d.phrases) {
      if (phrase.lexicon != tokens::targets_as_lexicon) continue;
      const auto alias = phrases_.find({phrase.category, phrase.pattern});
      if (alias == phrases_.end()) continue;
      const auto count = static_cast<double>(phrase.count);
      add(phrase.voice, phrase.segment, alias->second, count);
      for (const auto word : tokens::split_words(phrase.words)) {
        if (const auto single = finder_.alias_of(word)) add(phrase.voice, phrase.segment, *single, -count);
      }
    }
    std::erase_if(counts, [](const auto& cell) { return cell.second <= 0; });
    return counts;
  }

  [[nodiscard]] word_counts count_judgements(std::size_t document) const {
    word_counts counts;
    if (const auto found = judging_.find(document); found != judging_.end()) {
      for (const auto& [lexicon, hit] : found->second) {
        if (material_.lexicons()[lexicon].entries[hit.entry].weight == 0) continue;
        for (const auto v : voices_[hit.voice]) counts[{place(v, hit.segment), lexicon, hit.entry}] += hit.count;
      }
    }
    take_off_names(document, counts);
    std::erase_if(counts, [](const auto& cell) { return cell.second <= 0; });
    return counts;
  }

  // Words within a name judge nothing.
  void take_off_names(std::size_t document, word_counts& counts) const {
    const auto take_off = [&](std::uint32_t voice, std::uint32_t segment, std::string_view word, std::uint64_t n) {
      for (const std::size_t lexicon : evaluative_) {
        for (const std::size_t entry :
             material_.lexicon_matchers()[lexicon].entries_of(material_.lexicon_rules().word_base(word))) {
          for (const auto v : voices_[voice]) {
            const auto cell = counts.find({place(v, segment), lexicon, entry});
            if (cell != counts.end()) cell->second -= static_cast<double>(n);
          }
        }
      }
    };
    const auto& d = material_.features().documents[document];
    for (const auto& f : d.features) {
      if (meanings_.aliases[index(f.type)].empty()) continue;
      for (const auto word : tokens::split_words(material_.features().types[index(f.type)])) {
        if (finder_.alias_of(word)) take_off(f.voice, f.segment, word, f.count);
      }
    }
    for (const auto& phrase : d.phrases) {
      if (phrase.lexicon != tokens::targets_as_lexicon) continue;
      for (const auto word : tokens::split_words(phrase.words)) {
        if (!finder_.alias_of(word)) take_off(phrase.voice, phrase.segment, word, phrase.count);
      }
    }
  }

  const material& material_;
  tokens::target_finder finder_;
  meanings meanings_;
  std::vector<std::vector<stance_voice>> voices_;
  std::vector<std::size_t> evaluative_;                                 // indexes of lexicons
  std::map<std::pair<std::string, std::string>, std::size_t> phrases_;  // target, pattern: alias
  std::map<std::size_t, std::vector<judging_count>> judging_;           // by document
};

}  // namespace

std::vector<target_hit> hits_in_segments(const material& m) {
  const counter c(m);
  std::vector<std::vector<target_hit>> by_document(m.n_documents());
  parallel_for(m.n_documents(), {"finding judgements", "documents"},
               [&](std::size_t d) { by_document[d] = c.count(d); });
  std::vector<target_hit> all;
  for (auto& hits : by_document) std::move(hits.begin(), hits.end(), std::back_inserter(all));
  return all;
}

}  // namespace isogloss::studies
