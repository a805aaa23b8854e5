#pragma once

#include <string>
#include <vector>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/tokens/token_stream.hpp"
#include "tokens/word_pool.hpp"

namespace isogloss::tokens {

/// One document's tokens, its types and voices numbered for itself.
struct document_tokens {
  std::vector<token> tokens;
  word_pool types;
  std::vector<corpus::voice> voices;
};

/// What is wrong with a document that has no word in any zone.
[[nodiscard]] problem without_words(const corpus::document& d);
/// Tells a stage how far reading one file is.
struct file_progress {
  const progress_stage& stage;
  std::uint64_t size;  ///< of the file, bytes
  std::uint64_t told = 0;

  /// Bytes up to `place` of the text, which markup and other encodings make another size, are done.
  void reach(std::uint64_t place) {
    constexpr std::uint64_t block = 1 << 18;
    if (place < told + block || place > size) return;
    stage.advance(place - told);
    told = place;
  }
  void finish() const { stage.advance(size - told); }
};

/// Reads, checks and segments one document. A zone's edge is a word's edge too; sentences run across zones.
/// @throws data_error  unreadable; bad zones; no token
[[nodiscard]] document_tokens tokenise_document(const corpus::document& d, const std::string& token_pattern,
                                                file_progress progress);

}  // namespace isogloss::tokens
