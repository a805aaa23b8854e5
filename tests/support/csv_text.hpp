#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "isogloss/reports/table_writer.hpp"
#include "isogloss/studies/counting.hpp"

namespace isogloss::testing {

inline std::string csv(const table& t) {
  std::string text;
  reports::write(t, reports::format::csv, [&](std::string_view bytes) { text += bytes; });
  return text;
}

/// The same of a table that make(sink) hands over in parts.
inline std::string csv_in_parts(const table& layout, const std::function<void(const studies::table_sink&)>& make) {
  std::string text;
  reports::table_writer writer(layout, reports::format::csv, [&](std::string_view bytes) { text += bytes; });
  make([&](const table& part) { writer.add(part); });
  writer.end();
  return text;
}

}  // namespace isogloss::testing
