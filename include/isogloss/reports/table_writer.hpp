#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "isogloss/base/table.hpp"

namespace isogloss::reports {

enum class format { csv, tsv, json, jsonl };

[[nodiscard]] std::optional<format> format_from(std::string_view name);

/// Takes bytes in order; throws to say that it cannot.
using byte_sink = std::function<void(std::string_view)>;

/// Writes a table: RFC 4180 CSV (UTF-8, header first, LF), the same with tabs, an array of JSON objects, or one object
/// a line. Numbers in the shortest form that reads back exactly; a number that does not exist is NA, in JSON null.
void write(const table& t, format f, const byte_sink& sink);

/// "0.1", "NA", "Inf"
[[nodiscard]] std::string to_text(double number);

}  // namespace isogloss::reports
