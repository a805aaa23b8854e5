#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/base/table.hpp"

namespace isogloss::reports {

using json = nlohmann::ordered_json;

/// The cells of a table by row and column name.
/// @throws std::out_of_range  from every member: there is no such column
class table_cells {
 public:
  explicit table_cells(const table& t) : table_(&t) {}

  [[nodiscard]] std::size_t n_rows() const { return table_->n_rows(); }
  [[nodiscard]] const table& of() const { return *table_; }
  [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
  /// NaN where the number does not exist.
  [[nodiscard]] double number(std::size_t row, std::string_view column) const;
  /// Text, number, or null for a number that does not exist or is infinite.
  [[nodiscard]] json value(std::size_t row, std::string_view column) const;
  [[nodiscard]] json value(std::size_t row, std::size_t column) const;
  /// An object of some columns.
  [[nodiscard]] json record(std::size_t row, const std::vector<std::string>& columns) const;
  [[nodiscard]] std::vector<std::size_t> rows_where(const std::function<bool(std::size_t)>& holds) const;

 private:
  [[nodiscard]] std::size_t position(std::string_view column) const;
  const table* table_;
};

/// Nothing where there is no such table, or one without rows.
[[nodiscard]] const table* find_table(const std::vector<const table*>& tables, std::string_view name);

/// The distinct values, in the order they first occur.
[[nodiscard]] std::vector<std::string> distinct(const std::vector<std::string>& values);

/// The distinct values of the column "layer".
[[nodiscard]] std::vector<std::string> layers_of(const table_cells& cells);

}  // namespace isogloss::reports
