#pragma once

#include <atomic>
#include <cstddef>
#include <vector>

#include "isogloss/tokens/token_list.hpp"
#include "tokens/scratch_file.hpp"

namespace isogloss::tokens {

/// Where the tokens of documents are kept: in memory up to a size, beyond it in a file.
class token_store {
 public:
  /// @param memory  bytes
  explicit token_store(std::size_t memory) : memory_(memory) {}

  /// Calls may come from several threads. Which lists are in the file is left to chance, and shows in nothing.
  /// @throws output_error  see scratch_file
  [[nodiscard]] token_list keep(std::vector<token> tokens);

 private:
  bool has_room(std::size_t bytes);

  std::size_t memory_;
  std::atomic<std::size_t> used_ = 0;
  scratch_file file_;
};

}  // namespace isogloss::tokens
