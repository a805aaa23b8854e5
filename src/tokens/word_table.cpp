#include "tokens/word_table.hpp"

namespace isogloss::tokens {
namespace {

template <std::size_t Parts>
std::string text_of(const std::array<std::uint64_t, Parts>& key) {
  std::string text(8 * Parts, '\0');
  std::memcpy(text.data(), key.data(), text.size());
  text.resize(text.find_last_not_of('\0') + 1);
  return text;
}

}  // namespace

void word_table::add_longer(std::string_view word) {
  if (word.size() <= 32 && word.front() != '\0') {
    std::array<std::uint64_t, 4> key{};
    std::memcpy(key.data(), word.data(), word.size());
    size_ += medium_.add(key, short_words<4>::hash(key), size_) ? 1U : 0U;
    return;
  }
  auto found = long_.find(word);
  if (found == long_.end()) found = long_.emplace(std::string(word), counted{size_++, 0}).first;
  if (found->second.count++ == 0) touched_.push_back(&found->second);
}

void word_table::take(std::vector<word_count>& counts) {
  counts.reserve(counts.size() + short_.n_touched() + medium_.n_touched() + touched_.size());
  short_.take(counts);
  medium_.take(counts);
  for (counted* const c : touched_) {
    append(counts, c->number, c->count);
    c->count = 0;
  }
  touched_.clear();
}

std::vector<std::string> word_table::words() const {
  std::vector<std::string> words(size_);
  short_.for_each([&](const auto& key, std::uint32_t number) { words[number] = text_of(key); });
  medium_.for_each([&](const auto& key, std::uint32_t number) { words[number] = text_of(key); });
  for (const auto& [word, c] : long_) words[c.number] = word;
  return words;
}

}  // namespace isogloss::tokens
