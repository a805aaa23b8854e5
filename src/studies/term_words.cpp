#include "studies/term_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "isogloss/tokens/glob.hpp"

namespace isogloss::studies {
namespace {

std::string as_regex(const std::string& word) {
  std::string escaped;
  for (const char c : word) {
    if (std::string_view("\\^$.|?*+()[]{}-&#").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string as_regex(const std::vector<std::string>& alternatives) {
  std::vector<std::string> escaped;
  for (const auto& word : alternatives) escaped.push_back(as_regex(word));
  return escaped.size() == 1 ? escaped[0] : fmt::format("({})", fmt::join(escaped, "|"));
}

}  // namespace

term_words::term_words(const material& m, const tokens::stream_words& words, std::set<std::string> wanted)
    : options_{false, m.options().terms.keep_case, m.options().terms.form, m.options().segmentation.token_pattern},
      rules_(&m.rules()),
      wanted_(std::move(wanted)),
      ngrams_(m.options().ngrams > 1) {
  for (std::uint32_t form = 0; form < words.forms.size(); ++form)
    forms_[rules_->word_base(words.forms[form])].push_back(form);
  if (ngrams_) {
    add_pieces(m, words);
  } else {
    add_terms(m, words);
  }
}

void term_words::add_terms(const material& m, const tokens::stream_words& words) {
  const auto& types = m.stream().types;
  for (std::size_t t = 0; t < types.size(); ++t) {
    if (!rules_->is_counted(types[t])) continue;
    for (const auto& term : rules_->terms(types[t])) {
      if (!wanted_.contains(term)) continue;
      bases of;
      for (const auto form : words.of_type[t]) of.push_back(rules_->word_base(words.forms[form]));
      if (of.size() == 1) {
        single_words_[term].insert(of[0]);
      } else {
        phrases_[term].insert(std::move(of));
      }
    }
  }
}

// The words of n-grams are terms: stems, or words of joined phrases.
void term_words::add_pieces(const material& m, const tokens::stream_words& words) {
  std::set<std::string, std::less<>> pieces;
  for (const auto& term : wanted_) {
    for (const auto word : tokens::split_words(term)) pieces.emplace(word);
  }
  for (std::size_t i = 0; i < words.forms.size(); ++i) {
    const std::string base = m.rules().word_base(words.forms[i]);
    if (pieces.contains(base)) single_words_[base].insert(base);
    for (const auto& term : m.rules().terms(words.forms[i])) {
      if (pieces.contains(term)) single_words_[term].insert(base);
    }
  }
}

std::vector<base_pattern> term_words::of(const std::string& term) const {
  std::vector<base_pattern> patterns;
  const auto place_of = [&](const std::string& word) -> std::vector<std::string> {
    const auto found = single_words_.find(word);
    if (found == single_words_.end()) return {word};
    return {found->second.begin(), found->second.end()};
  };
  if (ngrams_) {
    base_pattern sequence;
    for (const auto word : tokens::split_words(term)) sequence.push_back(place_of(std::string(word)));
    return {sequence};
  }
  if (single_words_.contains(term)) patterns.push_back({place_of(term)});
  if (const auto found = phrases_.find(term); found != phrases_.end()) {
    for (const auto& words : found->second) {
      base_pattern sequence;
      for (const auto& word : words) sequence.push_back({word});
      patterns.push_back(std::move(sequence));
    }
  }
  if (!patterns.empty()) return patterns;
  base_pattern sequence;
  for (const auto& word : tokens::cut_pattern(term, options_)) sequence.push_back({rules_->word_base(word)});
  return {sequence};
}

kwic_pattern term_words::written(const base_pattern& pattern) const {
  bases plain;
  std::vector<std::string> regex;
  for (const auto& alternatives : pattern) {
    plain.push_back(alternatives.front());
    regex.push_back(as_regex(alternatives));
  }
  const std::string text = fmt::format("{}", fmt::join(plain, " "));
  const bool one_each = std::all_of(pattern.begin(), pattern.end(), [](const auto& a) { return a.size() == 1; });
  if (one_each && !tokens::has_wildcard(text)) {
    bases cut = tokens::cut_pattern(text, options_);
    for (auto& word : cut) word = rules_->word_base(word);
    if (cut == plain) return {text, false};
  }
  return {fmt::format("{}", fmt::join(regex, " ")), true};
}

tokens::fitting_words term_words::forms_of(const base_pattern& pattern) const {
  tokens::fitting_words words;
  for (const auto& alternatives : pattern) {
    auto& fitting = words.emplace_back();
    for (const auto& base : alternatives) {
      if (const auto found = forms_.find(base); found != forms_.end())
        fitting.insert(fitting.end(), found->second.begin(), found->second.end());
    }
    std::sort(fitting.begin(), fitting.end());
  }
  return words;
}

}  // namespace isogloss::studies
