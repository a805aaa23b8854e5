#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace isogloss::reports {

/// Data as the page's scripts read it (web/data.js): JSON that may stand in a <script> element, or, where that would be
/// longer than `plain_up_to` bytes, base64 of JSON that zlib has packed, about a fifth as long.
[[nodiscard]] std::string page_data(const nlohmann::ordered_json& value, std::size_t plain_up_to = 1'000'000);

}  // namespace isogloss::reports
