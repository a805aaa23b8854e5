#include "reports/table_cells.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace isogloss::reports {

std::size_t table_cells::position(std::string_view column) const {
  const auto columns = table_->columns();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == column) return i;
  }
  throw std::out_of_range(table_->name() + " has no column " + std::string(column));
}

const std::string& table_cells::text(std::size_t row, std::string_view column) const {
  return table_->texts(column)[row];
}

double table_cells::number(std::size_t row, std::string_view column) const {
  const auto& cells = table_->column(position(column));
  if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&cells))
    return static_cast<double>((*integers)[row]);
  return std::get<std::vector<double>>(cells)[row];
}

json table_cells::value(std::size_t row, std::size_t column) const {
  const auto& cells = table_->column(column);
  if (const auto* texts = std::get_if<text_column>(&cells)) return (*texts)[row];
  if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&cells)) return (*integers)[row];
  const double number = std::get<std::vector<double>>(cells)[row];
  return std::isfinite(number) ? json(number) : json(nullptr);
}

json table_cells::value(std::size_t row, std::string_view column) const {
  return value(row, position(column));
}

json table_cells::record(std::size_t row, const std::vector<std::string>& columns) const {
  json result = json::object();
  for (const auto& column : columns) result[column] = value(row, column);
  return result;
}

std::vector<std::size_t> table_cells::rows_where(const std::function<bool(std::size_t)>& holds) const {
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < n_rows(); ++r) {
    if (holds(r)) rows.push_back(r);
  }
  return rows;
}

const table* find_table(const std::vector<const table*>& tables, std::string_view name) {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const table* t) { return t->name() == name; });
  return found == tables.end() || (*found)->n_rows() == 0 ? nullptr : *found;
}

std::vector<std::string> distinct(const std::vector<std::string>& values) {
  std::set<std::string> seen;
  std::vector<std::string> result;
  for (const auto& value : values) {
    if (seen.insert(value).second) result.push_back(value);
  }
  return result;
}

std::vector<std::string> layers_of(const table_cells& cells) {
  // Of many documents there are millions of rows: none is copied that tells nothing new.
  std::vector<std::string> layers;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    const std::string& layer = cells.text(r, "layer");
    if (std::find(layers.begin(), layers.end(), layer) == layers.end()) layers.push_back(layer);
  }
  return layers;
}

}  // namespace isogloss::reports
