#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <vector>

#include "isogloss/tokens/token_stream.hpp"
#include "tokens/document_tokeniser.hpp"
#include "tokens/token_store.hpp"
#include "tokens/word_pool.hpp"

namespace isogloss::tokens {

/// Puts documents, tokenised in any order, together in theirs: no thread shows in the numbers of types and voices. A
/// document's own vocabulary is kept no longer than until those before it are there.
class stream_builder {
 public:
  /// @param memory  bytes of tokens; others go to a file
  explicit stream_builder(std::size_t memory) : store_(memory) {}

  /// Calls may come from several threads.
  /// @throws output_error  the tokens cannot be kept
  void add(std::size_t document, document_tokens&& tokens);
  /// Nothing more will be asked for: what comes from now on is not kept.
  void give_up();
  /// @throws data_error  too many speakers
  [[nodiscard]] token_stream finish();

 private:
  struct part {
    token_list tokens;
    word_pool types;
    std::vector<corpus::voice> voices;
  };
  void append(part&& document);

  token_store store_;
  std::mutex mutex_;
  token_stream stream_;
  word_pool numbers_;                    // of stream_.types, which is slower to look them up in
  std::map<std::size_t, part> waiting_;  // for those before them
  bool given_up_ = false;
  bool too_many_voices_ = false;
};

}  // namespace isogloss::tokens
