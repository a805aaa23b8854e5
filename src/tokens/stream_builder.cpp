#include "tokens/stream_builder.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <utility>

#include "isogloss/base/errors.hpp"

namespace isogloss::tokens {
namespace {

constexpr std::size_t most_voices = std::numeric_limits<std::uint16_t>::max();

}  // namespace

void stream_builder::add(std::size_t document, document_tokens&& tokens) {
  part made{store_.keep(std::move(tokens.tokens)), std::move(tokens.types), std::move(tokens.voices)};
  const std::lock_guard lock(mutex_);
  if (given_up_) return;
  waiting_.emplace(document, std::move(made));
  for (auto next = waiting_.begin(); next != waiting_.end() && next->first == stream_.documents.size();) {
    append(std::move(next->second));
    next = waiting_.erase(next);
  }
}

void stream_builder::append(part&& document) {
  std::vector<type_id> types(document.types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    const std::uint32_t number = numbers_.add(document.types[i]);
    if (number == stream_.types.size()) stream_.types.add(document.types[i]);
    types[i] = static_cast<type_id>(number);
  }
  std::vector<std::uint16_t> voices;
  for (const auto& v : document.voices) {
    const auto number = voice_index(stream_.voices, v);
    too_many_voices_ = too_many_voices_ || number >= most_voices;
    voices.push_back(static_cast<std::uint16_t>(number));
  }
  for (auto& t : document.tokens) {
    t.type = types[index(t.type)];
    t.voice = voices[t.voice];
  }
  stream_.documents.push_back(std::move(document.tokens));
}

void stream_builder::give_up() {
  const std::lock_guard lock(mutex_);
  given_up_ = true;
  waiting_.clear();
}

token_stream stream_builder::finish() {
  if (too_many_voices_) {
    throw data_error("zones.csv", fmt::format("has more than {} speakers", most_voices), "Leave minor ones out.");
  }
  return std::move(stream_);
}

}  // namespace isogloss::tokens
