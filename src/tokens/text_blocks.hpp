#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "isogloss/base/files.hpp"

namespace isogloss::tokens {

/// Reads a part of a text file in blocks between which no word stands.
///
/// The parts [0, a), [a, b), ... of a file have all its words, each once: a part begins and ends with the first place
/// from its bounds on where a text may be cut.
class text_blocks {
 public:
  /// How many bytes behind a block may be read.
  static constexpr std::size_t padding = 64;

  /// @throws data_error  the file cannot be read
  text_blocks(const std::filesystem::path& path, std::uint64_t begin, std::uint64_t end);

  /// The next block, until the next call; empty when there is none.
  /// @throws data_error  the file cannot be read, or became shorter
  std::string_view next();

 private:
  void fill();
  [[nodiscard]] std::string_view filled() const { return {buffer_.data(), filled_}; }
  [[nodiscard]] bool first_cut(std::uint64_t from, std::size_t& at) const;
  [[nodiscard]] bool last_cut(std::size_t after, std::size_t& at) const;

  input_file file_;
  std::uint64_t begin_, end_;
  std::uint64_t base_;      // of the buffer in the file
  std::size_t filled_ = 0;  // bytes of the buffer
  std::size_t used_ = 0;    // of them handed out
  bool whole_ = false;      // the file's end is in the buffer
  bool begun_ = false;
  bool done_ = false;
  std::vector<char> buffer_;
};

}  // namespace isogloss::tokens
