#include "isogloss/studies/concordances.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/tokens/targets.hpp"
#include "studies/line_choice.hpp"
#include "studies/passages.hpp"
#include "studies/term_words.hpp"

namespace isogloss::studies {
namespace {

using kind = concordance_name::kind;

std::set<std::string> terms_among(const std::vector<concordance_name>& names) {
  std::set<std::string> terms;
  for (const auto& n : names) {
    if (n.of == kind::term) terms.insert(n.name);
  }
  return terms;
}

// What finds all names at once, terms by their words and targets by their names.
class names_search {
 public:
  names_search(const material& m, const std::vector<concordance_name>& names)
      : words(m.stream()), material_(m), n_names_(names.size()), targets_(m.targets(), m.options().terms) {
    const term_words known(m, words, terms_among(names));
    std::vector<std::vector<tokens::fitting_words>> wanted(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      auto& written = patterns.emplace_back();
      if (names[i].of == kind::target) {
        written = names_of_target(names[i].name);
        name_of_target_[names[i].name] = i;
        continue;
      }
      for (const auto& pattern : known.of(names[i].name)) {
        wanted[i].push_back(known.forms_of(pattern));
        written.push_back(known.written(pattern));
      }
    }
    finder_.emplace(wanted, words.forms.size());
  }

  [[nodiscard]] places_in_document find(std::size_t document) const {
    const auto& tokens = material_.stream().documents[document];
    const auto running = words.of_document(tokens);
    auto found = finder_->find(running);
    if (!name_of_target_.empty()) add_targets(running, tokens, found);
    std::erase_if(found, [&](const auto& place) {
      const auto& voice = material_.stream().voices[tokens[running[place.first].token].voice];
      return !material_.options().zones.contains(voice.kind);
    });
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.of < b.of; });
    places_in_document result{running.size(), tokens.empty() ? 0 : tokens.back().end, {}, {}};
    result.starts.resize(n_names_ + 1);
    for (const auto& place : found) {
      result.places.push_back({static_cast<std::uint32_t>(place.first), static_cast<std::uint32_t>(place.n_words)});
      ++result.starts[place.of + 1];
    }
    for (std::size_t i = 0; i < n_names_; ++i) result.starts[i + 1] += result.starts[i];
    return result;
  }

  tokens::stream_words words;
  std::vector<std::vector<kwic_pattern>> patterns;  // of each name

 private:
  [[nodiscard]] std::vector<kwic_pattern> names_of_target(const std::string& name) const {
    std::set<std::string> known;  // kwic folds case
    std::vector<kwic_pattern> written;
    for (const auto& alias : material_.targets().aliases) {
      if (material_.targets().names[alias.target] != name) continue;
      if (known.insert(text::fold_case(alias.pattern, material_.options().terms.form)).second)
        written.push_back({alias.pattern, false});
    }
    return written;
  }

  void add_targets(const std::vector<tokens::running_word>& running, std::span<const tokens::token> tokens,
                   std::vector<tokens::patterns_finder::place>& to) const {
    const auto& list = material_.targets();
    for (const auto& place : targets_.find(words, running, tokens)) {
      const auto name = name_of_target_.find(list.names[list.aliases[place.alias].target]);
      if (name != name_of_target_.end()) to.push_back({name->second, place.first, place.n_words});
    }
  }

  const material& material_;
  std::size_t n_names_;
  tokens::target_finder targets_;
  std::map<std::string, std::size_t> name_of_target_;
  std::optional<tokens::patterns_finder> finder_;
};

std::vector<std::vector<std::size_t>> documents_by_group(const material& m) {
  const auto& groups = m.groups();
  std::vector<std::vector<std::size_t>> result(groups.empty() ? 1 : groups.groups.size());
  for (std::size_t d = 0; d < m.n_documents(); ++d) result[groups.empty() ? 0 : groups.group_of[d]].push_back(d);
  return result;
}

}  // namespace

std::string why_no_concordances(const material& m) {
  if (!m.study().has_texts()) return "the study holds counts only, and word order is not kept";
  if (m.options().terms.character_ngrams > 0) return "the terms are sequences of characters, not words";
  return {};
}

many_concordances concordances(const material& m, const std::vector<concordance_name>& names,
                               const concordances_options& options) {
  if (const std::string why = why_no_concordances(m); !why.empty())
    throw data_error(m.study().folder.string(), "has no concordance: " + why, "Give the texts, and count words.");
  const names_search search(m, names);
  std::vector<places_in_document> found(m.n_documents());
  parallel_for(found.size(), [&](std::size_t d) { found[d] = search.find(d); });
  const line_choice choice(found, documents_by_group(m), names.size(), options);

  many_concordances result;
  result.voices = m.stream().voices;
  result.lines_each = choice.lines_each();
  std::vector<passages_of_document> shown(m.n_documents());
  std::vector<std::vector<std::size_t>> lines_of(names.size());  // the document of each line
  for (std::size_t i = 0; i < names.size(); ++i) {
    choice.for_each_line(i, [&](std::size_t d, const places_in_document::place& place) {
      shown[d].places.push_back({place.first, place.first + place.n_words - 1});
      lines_of[i].push_back(d);
    });
  }
  parallel_for(shown.size(), [&](std::size_t d) { show(m, d, search.words, options.window, shown[d]); });
  std::vector<std::size_t> next(m.n_documents());
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto& c = result.of.emplace_back(concordance{names[i], search.patterns[i], {}, {}});
    for (const auto& document : found) c.counts.push_back(document.count(i));
    for (const std::size_t d : lines_of[i]) c.lines.push_back(shown[d].lines[next[d]++]);
  }
  for (auto& document : shown) result.passages.push_back(std::move(document.text));
  return result;
}

}  // namespace isogloss::studies
