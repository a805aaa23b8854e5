#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace isogloss {

/// Distinct strings, numbered in the order they first came.
class string_pool {
 public:
  string_pool() = default;
  string_pool(string_pool&&) = default;
  string_pool& operator=(string_pool&&) = default;
  string_pool(const string_pool&) = delete;  // index_ points into strings_
  string_pool& operator=(const string_pool&) = delete;
  ~string_pool() = default;

  /// The number of `text`, given now if it is new.
  std::uint32_t add(std::string_view text) {
    const auto found = index_.find(text);
    if (found != index_.end()) return found->second;
    strings_.emplace_back(text);
    const auto number = static_cast<std::uint32_t>(strings_.size() - 1);
    index_.emplace(strings_.back(), number);
    return number;
  }

  [[nodiscard]] const std::string& operator[](std::size_t number) const { return strings_[number]; }
  [[nodiscard]] std::size_t size() const { return strings_.size(); }

 private:
  std::deque<std::string> strings_;  // a deque's strings stay where they are
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

}  // namespace isogloss
