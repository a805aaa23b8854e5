#pragma once

#include <filesystem>
#include <string>

namespace isogloss {

/// The bytes of a file.
/// @throws data_error  the file is missing, is a folder, or cannot be read
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace isogloss
