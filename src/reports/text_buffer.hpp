#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>
#include <vector>

namespace isogloss::reports {

/// Bytes on their way out, without a check of the end for every one.
class text_buffer {
 public:
  /// Makes room for `bytes` more, which put() and take() then write without asking.
  void reserve(std::size_t bytes) {
    if (size_ + bytes > bytes_.size()) grow(bytes);
  }
  void put(char c) { bytes_[size_++] = c; }
  void put(std::string_view text) {
    std::memcpy(bytes_.data() + size_, text.data(), text.size());
    size_ += text.size();
  }
  void append(std::string_view text) {
    reserve(text.size());
    put(text);
  }
  /// Where the next byte goes, and how many were written there.
  [[nodiscard]] char* end() { return bytes_.data() + size_; }
  void took(std::size_t bytes) { size_ += bytes; }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), size_}; }
  void clear() { size_ = 0; }

 private:
  // Out of line, so that reserve() is short where it stands.
  [[gnu::noinline]] void grow(std::size_t bytes) { bytes_.resize(2 * (size_ + bytes)); }

  std::vector<char> bytes_;
  std::size_t size_ = 0;
};

}  // namespace isogloss::reports
