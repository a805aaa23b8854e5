#pragma once

#include <cstddef>

#include "cli/arguments.hpp"

namespace isogloss::cli {

/// What --memory says, in bytes: a number with K, M, G or T, or without for bytes; half of the machine's memory where
/// it is not given.
/// @throws data_error  no size, 0, or more than can be counted
[[nodiscard]] std::size_t memory(const arguments& a);

}  // namespace isogloss::cli
