#pragma once

#include <unicode/edits.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "isogloss/text/words.hpp"

namespace isogloss::text {

/// Text in NFC, and where its bytes come from: to a pattern a letter and its accent are one, however they are written.
class composed_text {
 public:
  /// @param original  valid UTF-8 of less than 2 GiB; must outlive the object
  explicit composed_text(std::string_view original);
  composed_text(const composed_text&) = delete;
  composed_text& operator=(const composed_text&) = delete;

  [[nodiscard]] std::string_view text() const { return text_; }

  /// The bytes of the original that a part of text() was made from.
  [[nodiscard]] range original(range part);

 private:
  [[nodiscard]] std::size_t original(std::size_t byte, bool to_end);

  std::string_view text_;
  std::string changed_;
  icu::Edits edits_;
  icu::Edits::Iterator at_;
};

}  // namespace isogloss::text
