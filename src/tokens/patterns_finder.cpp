#include <algorithm>

#include "isogloss/tokens/pattern.hpp"

namespace isogloss::tokens {
namespace {

fitting_words words_of(const pattern& p, const stream_words& words, const term_rules& rules) {
  fitting_words result(p.n_words());
  for (std::size_t place = 0; place < result.size(); ++place) {
    const auto fits = p.fitting(place, words.forms, rules);
    for (std::uint32_t form = 0; form < fits.size(); ++form) {
      if (fits[form]) result[place].push_back(form);
    }
  }
  return result;
}

}  // namespace

patterns_finder::patterns_finder(const std::vector<std::vector<fitting_words>>& wanted, std::size_t n_forms)
    : n_wanted_(wanted.size()), beginning_with_(n_forms) {
  for (std::size_t of = 0; of < wanted.size(); ++of) {
    const std::size_t before = candidates_.size();
    for (const auto& words : wanted[of]) {
      if (!words.empty()) candidates_.push_back({of, words});
    }
    std::stable_sort(candidates_.begin() + static_cast<std::ptrdiff_t>(before), candidates_.end(),
                     [](const candidate& a, const candidate& b) { return a.words.size() > b.words.size(); });
  }
  for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
    for (const auto form : candidates_[c].words.front()) beginning_with_[form].push_back(c);
  }
}

bool patterns_finder::begins_at(const candidate& c, const std::vector<running_word>& words, std::size_t at) {
  if (at + c.words.size() > words.size()) return false;
  for (std::size_t i = 1; i < c.words.size(); ++i) {
    const running_word& word = words[at + i];
    if (!word.follows || !std::binary_search(c.words[i].begin(), c.words[i].end(), word.form)) return false;
  }
  return true;
}

std::vector<patterns_finder::place> patterns_finder::find(const std::vector<running_word>& words) const {
  std::vector<place> found;
  std::vector<std::size_t> free_from(n_wanted_);  // where each thing's last place ends
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const auto number : beginning_with_[words[at].form]) {
      const candidate& c = candidates_[number];
      if (at < free_from[c.of] || !begins_at(c, words, at)) continue;
      found.push_back({c.of, at, c.words.size()});
      free_from[c.of] = at + c.words.size();
    }
  }
  return found;
}

pattern_finder::pattern_finder(const pattern& p, const stream_words& words, const term_rules& rules)
    : finder_({{words_of(p, words, rules)}}, words.forms.size()) {}

std::vector<std::size_t> pattern_finder::find(const std::vector<running_word>& words) const {
  std::vector<std::size_t> found;
  for (const auto& place : finder_.find(words)) found.push_back(place.first);
  return found;
}

}  // namespace isogloss::tokens
