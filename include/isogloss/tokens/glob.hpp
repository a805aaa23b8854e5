#pragma once

#include <string_view>

namespace isogloss::tokens {

/// Does `pattern` hold a wildcard?
[[nodiscard]] bool has_wildcard(std::string_view pattern);

/// Does `word` fit `pattern`, in which `*` stands for any characters and `?` for one character?
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view word);

}  // namespace isogloss::tokens
