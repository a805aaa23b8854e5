#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "isogloss/base/ids.hpp"

namespace isogloss::tokens {

/// A running word, or a joined phrase, and where it stands. Sentences and segments count from 1 in each document.
struct token {
  std::size_t begin;  ///< byte offsets into the document's UTF-8 text
  std::size_t end;
  type_id type;
  std::uint32_t sentence;
  std::uint32_t segment;
  std::uint16_t voice;  ///< index into token_stream::voices
  bool follows;  ///< nothing but white space, hyphens or apostrophes since the token before, in one sentence and voice
};

/// One document's tokens, next to each other in ordinary memory or in that of a file. Moved, never copied.
class token_list {
 public:
  token_list() = default;
  explicit token_list(std::vector<token>&& tokens) {
    auto kept = std::make_shared<std::vector<token>>(std::move(tokens));
    tokens_ = *kept;
    owner_ = std::move(kept);
  }
  /// Tokens in memory that `owner` keeps.
  token_list(std::span<token> tokens, std::shared_ptr<void> owner) : tokens_(tokens), owner_(std::move(owner)) {}
  token_list(token_list&& other) noexcept
      : tokens_(std::exchange(other.tokens_, {})), owner_(std::move(other.owner_)) {}
  token_list& operator=(token_list&& other) noexcept {
    tokens_ = std::exchange(other.tokens_, {});
    owner_ = std::move(other.owner_);
    return *this;
  }
  token_list(const token_list&) = delete;
  token_list& operator=(const token_list&) = delete;
  ~token_list() = default;

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] bool empty() const { return tokens_.empty(); }
  [[nodiscard]] token* begin() { return tokens_.data(); }
  [[nodiscard]] token* end() { return tokens_.data() + tokens_.size(); }
  [[nodiscard]] const token* begin() const { return tokens_.data(); }
  [[nodiscard]] const token* end() const { return tokens_.data() + tokens_.size(); }
  [[nodiscard]] token& operator[](std::size_t i) { return tokens_[i]; }
  [[nodiscard]] const token& operator[](std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] const token& back() const { return tokens_.back(); }

  /// Keeps the first `n` tokens.
  void cut(std::size_t n) { tokens_ = tokens_.first(n); }

 private:
  std::span<token> tokens_;
  std::shared_ptr<void> owner_;
};

}  // namespace isogloss::tokens
