#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace isogloss {

/// The bytes of a file.
/// @throws data_error  the file is missing, is a folder, cannot be read, or became shorter while it was read
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// A file that is read in parts.
class input_file {
 public:
  /// @throws data_error  it cannot be opened, or is a folder
  explicit input_file(std::filesystem::path path);
  input_file(const input_file&) = delete;
  input_file& operator=(const input_file&) = delete;
  ~input_file();

  /// In bytes, when it was opened.
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// Reads `bytes` bytes from `offset` on, or up to size().
  /// @return  how many
  /// @throws data_error  it cannot be read, or became shorter since it was opened
  std::size_t read(std::uint64_t offset, char* to, std::size_t bytes) const;

 private:
  std::filesystem::path path_;
  std::uint64_t size_ = 0;  // known once the descriptor is
  int descriptor_;
};

}  // namespace isogloss
