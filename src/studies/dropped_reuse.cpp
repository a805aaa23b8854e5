#include "studies/dropped_reuse.hpp"

#include <vector>

namespace isogloss::studies {

std::size_t running_words(const tokens::token_stream& stream, const tokens::term_rules& rules,
                          const corpus::zone_set& zones) {
  std::vector<bool> counted;
  for (std::size_t i = 0; i < stream.types.size(); ++i) counted.push_back(rules.is_counted(stream.types[i]));
  std::size_t n = 0;
  for (const auto& document : stream.documents) {
    for (const auto& t : document) n += counted[index(t.type)] && zones.contains(stream.voices[t.voice].kind) ? 1U : 0U;
  }
  return n;
}

void remove_reused(corpus::features& f) {
  for (auto& d : f.documents) {
    const auto reused = [&](const auto& x) { return f.voices[x.voice].kind == corpus::zone::reused; };
    std::erase_if(d.features, reused);
    std::erase_if(d.phrases, reused);
    std::erase_if(d.sentences, [](const auto& s) { return s.kind == corpus::zone::reused; });
  }
}

}  // namespace isogloss::studies
