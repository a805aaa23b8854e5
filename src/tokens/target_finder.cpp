#include <algorithm>
#include <span>

#include "isogloss/base/parallel.hpp"
#include "isogloss/tokens/glob.hpp"
#include "isogloss/tokens/targets.hpp"
#include "tokens/merge_phrases.hpp"

namespace isogloss::tokens {
namespace {

term_options with_case(term_options options) {
  options = lexicon_form(std::move(options));
  options.keep_case = true;
  return options;
}

}  // namespace

target_finder::target_finder(const target_list& list, const term_options& options)
    : list_(&list), cased_rules_(with_case(options)), folded_rules_(lexicon_form(options)) {
  for (std::size_t i = 0; i < list.aliases.size(); ++i) {
    if (list.aliases[i].keeps_case) {
      add(cased_, i, cased_rules_);
    } else {
      add(folded_, i, folded_rules_);
    }
  }
}

void target_finder::add(names& to, std::size_t alias, const term_rules& rules) {
  std::vector<std::string> words;
  for (const auto& word : list_->aliases[alias].words)
    words.push_back(has_wildcard(word) ? word : rules.word_base(word));
  to.trie.add(words);
  to.aliases.push_back(alias);
}

// The word as it stands and, where it is a possessive, without its ending.
std::vector<target_finder::reading> target_finder::readings_of(std::string_view word) const {
  std::vector<reading> readings = {{cased_rules_.word_base(word), folded_rules_.word_base(word)}};
  std::string owner = readings.front().cased;
  if (owner.size() > 2 && (owner.ends_with("'s") || owner.ends_with("'S"))) {
    owner.resize(owner.size() - 2);
    readings.push_back({cased_rules_.word_base(owner), folded_rules_.word_base(owner)});
  }
  return readings;
}

bool target_finder::may_begin(const std::vector<reading>& word) const {
  return std::any_of(word.begin(), word.end(), [&](const reading& r) {
    return cased_.trie.starts_with(r.cased) || folded_.trie.starts_with(r.folded);
  });
}

std::optional<target_place> target_finder::longest(const std::vector<const std::vector<reading>*>& run) const {
  std::optional<target_place> best;
  std::vector<std::string_view> words(run.size());
  const auto consider = [&](const names& of, std::string reading::*form, bool owners) {
    if (of.trie.empty()) return;
    for (std::size_t i = 0; i < run.size(); ++i) words[i] = owners ? run[i]->back().*form : run[i]->front().*form;
    const auto match = of.trie.longest(words);
    if (match && (!best || match->n_words > best->n_words)) best = {0, match->n_words, of.aliases[match->phrase]};
  };
  for (const bool owners : {false, true}) {
    consider(cased_, &reading::cased, owners);
    consider(folded_, &reading::folded, owners);
  }
  return best;
}

std::optional<std::size_t> target_finder::alias_of(std::string_view word) const {
  const auto readings = readings_of(word);
  const auto found = longest({&readings});
  return found ? std::optional(found->alias) : std::nullopt;
}

std::vector<target_place> target_finder::find(const stream_words& words, const std::vector<running_word>& of,
                                              std::span<const token> tokens) const {
  std::unordered_map<std::uint32_t, std::pair<std::vector<reading>, bool>> read;  // each distinct word is read once
  const auto reading_of = [&](std::uint32_t form) -> const auto& {
    const auto [found, is_new] = read.try_emplace(form);
    if (is_new) {
      found->second.first = readings_of(words.forms[form]);
      found->second.second = may_begin(found->second.first);
    }
    return found->second;
  };
  std::vector<target_place> found;
  std::vector<const std::vector<reading>*> run;
  for (std::size_t i = 0; i < of.size();) {
    std::size_t n_words = 1;
    if (reading_of(of[i].form).second) {
      run.clear();
      const std::size_t end = end_of_run(of, tokens, i);
      for (std::size_t word = i; word < end; ++word) run.push_back(&reading_of(of[word].form).first);
      if (auto place = longest(run)) {
        place->first = i;
        n_words = place->n_words;
        found.push_back(*place);
      }
    }
    i += n_words;
  }
  return found;
}

std::vector<std::vector<corpus::lexicon_phrase>> find_target_phrases(const token_stream& stream,
                                                                     const target_finder& finder) {
  std::vector<std::vector<corpus::lexicon_phrase>> result(stream.documents.size());
  const stream_words words(stream);
  const auto& list = finder.source();
  parallel_for(result.size(), {"finding names", "documents"}, [&](std::size_t d) {
    const auto& tokens = stream.documents[d];
    const auto of = words.of_document(tokens);
    for (const auto& place : finder.find(words, of, tokens)) {
      if (place.n_words == 1) continue;
      const auto& alias = list.aliases[place.alias];
      const token& first = tokens[of[place.first].token];
      result[d].push_back({first.segment, first.voice, std::string(targets_as_lexicon), list.names[alias.target],
                           alias.pattern, joined_words(words, of, place.first, place.n_words), 1});
    }
    sort_and_merge(result[d]);
  });
  return result;
}

}  // namespace isogloss::tokens
