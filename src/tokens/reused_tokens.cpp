#include <limits>
#include <map>

#include "isogloss/base/errors.hpp"
#include "isogloss/tokens/reuse.hpp"

namespace isogloss::tokens {
namespace {

std::vector<std::vector<bool>> reused_tokens(const token_stream& stream, const std::vector<reused_passage>& passages,
                                             const corpus::zone_set& zones) {
  std::vector<std::vector<bool>> reused;
  for (const auto& tokens : stream.documents) reused.emplace_back(tokens.size());
  for (const auto& p : passages) {
    if (p.a.document == p.b.document) continue;
    for (const auto* place : {&p.a, &p.b}) {
      const auto& tokens = stream.documents[place->document];
      for (std::size_t t = place->first_token; t < place->end_token; ++t)
        reused[place->document][t] = zones.contains(stream.voices[tokens[t].voice].kind);
    }
  }
  return reused;
}

// The voices of dropped tokens, by those that they had.
class reused_voices {
 public:
  explicit reused_voices(token_stream& stream) : stream_(stream) {}

  std::uint16_t operator()(std::uint16_t voice) {
    const auto known = of_.find(voice);
    if (known != of_.end()) return known->second;
    const corpus::voice reused{corpus::zone::reused, stream_.voices[voice].speaker};
    const auto number = corpus::voice_index(stream_.voices, reused);
    if (number >= std::numeric_limits<std::uint16_t>::max())
      throw data_error("zones.csv", "has too many speakers for --reuse drop", "Leave minor ones out.");
    return of_.emplace(voice, static_cast<std::uint16_t>(number)).first->second;
  }

 private:
  token_stream& stream_;
  std::map<std::uint16_t, std::uint16_t> of_;
};

}  // namespace

void mark_reused(token_stream& stream, const std::vector<reused_passage>& passages, const corpus::zone_set& zones) {
  const auto reused = reused_tokens(stream, passages, zones);
  reused_voices voice(stream);
  for (std::size_t d = 0; d < reused.size(); ++d) {
    auto& tokens = stream.documents[d];
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      if (t > 0 && reused[d][t] != reused[d][t - 1]) tokens[t].follows = false;
      if (reused[d][t]) tokens[t].voice = voice(tokens[t].voice);
    }
  }
}

}  // namespace isogloss::tokens
