#pragma once

#include <filesystem>
#include <string>

#include "reports/channel.hpp"

namespace isogloss::reports {

/// The name under which this process writes what is to stand at `path` when it is whole.
[[nodiscard]] std::filesystem::path partial_of(const std::filesystem::path& path);

/// Holds what is being written, a file or a folder, so that no other process takes it for a leftover.
[[nodiscard]] descriptor hold(const std::filesystem::path& partial);

/// Removes what killed processes left of writing `path`: partial_of(path) of processes that are no more.
void remove_leftovers(const std::filesystem::path& path);

}  // namespace isogloss::reports
