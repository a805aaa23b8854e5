#pragma once

#include <string>
#include <vector>

#include "isogloss/base/errors.hpp"
#include "isogloss/tokens/token_stream.hpp"

namespace isogloss::tokens {

/// One document's tokens, its types and voices numbered for itself.
struct document_tokens {
  std::vector<token> tokens;
  string_pool types;
  std::vector<corpus::voice> voices;
};

/// What is wrong with a document that has no word in any zone.
[[nodiscard]] problem without_words(const corpus::document& d);

/// Reads, checks and segments one document. A zone's edge is a word's edge too; sentences run across zones.
/// @throws data_error  unreadable; bad zones; no token
[[nodiscard]] document_tokens tokenise_document(const corpus::document& d, const std::string& token_pattern);

}  // namespace isogloss::tokens
