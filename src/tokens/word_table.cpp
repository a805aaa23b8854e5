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

void word_table::add(std::string_view word) {
  constexpr std::size_t longest = 32;
  if (word.size() > longest || word.find('\0') != std::string_view::npos) return add_long(word);
  std::array<char, longest + padding> padded{};
  std::memcpy(padded.data(), word.data(), word.size());
  const text::word_span whole{0, static_cast<std::uint32_t>(word.size())};
  add_some(padded.data(), {&whole, 1});
}

void word_table::add_still_longer(std::string_view word) {
  if (word.size() > 32) return add_long(word);
  short_words<4>::key key{};
  std::memcpy(key.data(), word.data(), word.size());
  const std::uint64_t place = short_words<4>::hash(key);
  medium_.add({&key, 1}, &place, size_);
}

void word_table::add_long(std::string_view word) {
  auto found = long_.find(word);
  if (found == long_.end()) found = long_.emplace(std::string(word), entry{size_++, 0}).first;
  if (found->second.count++ == 0) touched_.push_back(&found->second);
}

std::vector<std::string> word_table::words() const {
  std::vector<std::string> words(size_);
  const auto name = [&](const auto& key, std::uint32_t number) { words[number] = text_of(key); };
  tiny_.for_each(name);
  short_.for_each(name);
  medium_.for_each(name);
  for (const auto& [word, e] : long_) words[e.number] = word;
  return words;
}

}  // namespace isogloss::tokens
