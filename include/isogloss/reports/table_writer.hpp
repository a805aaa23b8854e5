#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "isogloss/base/table.hpp"

namespace isogloss::reports {

enum class format { csv, tsv, json, jsonl };

[[nodiscard]] std::optional<format> format_from(std::string_view name);

/// Takes bytes in order; throws to say that it cannot.
using byte_sink = std::function<void(std::string_view)>;

/// Writes a table, whole or in parts: RFC 4180 CSV (UTF-8, header first, LF), the same with tabs, an array of JSON
/// objects, or one object a line. Numbers in the shortest form that reads back exactly; a number that does not exist is
/// NA, in JSON null.
class table_writer {
 public:
  /// @param layout  the columns; its rows are not written
  table_writer(const table& layout, format f, byte_sink sink);
  ~table_writer();
  table_writer(const table_writer&) = delete;
  table_writer& operator=(const table_writer&) = delete;

  /// Writes the rows of a table with the same columns.
  void add(const table& part);
  /// Writes what is left. Nothing is added after it.
  void end();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

void write(const table& t, format f, const byte_sink& sink);

/// "0.1", "NA", "Inf"
[[nodiscard]] std::string to_text(double number);

}  // namespace isogloss::reports
