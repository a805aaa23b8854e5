#include "isogloss/base/table.hpp"

#include <stdexcept>
#include <utility>

namespace isogloss {

std::string_view name(column_type type) {
  switch (type) {
    case column_type::string:
      return "string";
    case column_type::integer:
      return "integer";
    case column_type::number:
      return "number";
  }
  return "";
}

void text_column::add(std::string_view text) {
  if (shared_) throw std::logic_error("text_column::add: its texts are shared");
  // Tables are sorted, so a cell often repeats the one above.
  if (codes_.empty() || *levels_[last_] != text) {
    auto found = index_.find(text);
    if (found == index_.end()) {
      found = index_.emplace(std::string(text), static_cast<std::uint32_t>(levels_.size())).first;
      levels_.push_back(&found->first);
    }
    last_ = found->second;
  }
  codes_.push_back(last_);
}

table::table(std::string name, std::string description, std::string sorted_by, std::vector<column_description> columns)
    : name_(std::move(name)),
      description_(std::move(description)),
      sorted_by_(std::move(sorted_by)),
      columns_(std::move(columns)) {
  for (const auto& column : columns_) {
    switch (column.type) {
      case column_type::string:
        cells_.emplace_back(text_column{});
        break;
      case column_type::integer:
        cells_.emplace_back(std::vector<std::int64_t>{});
        break;
      case column_type::number:
        cells_.emplace_back(std::vector<double>{});
        break;
    }
  }
}

void table::begin_row(std::size_t n_cells) const {
  if (n_cells != columns_.size()) {
    throw std::invalid_argument("table::add: " + name_ + " takes " + std::to_string(columns_.size()) +
                                " cells a row, but got " + std::to_string(n_cells));
  }
}

void table::set_columns(std::vector<cells> columns) {
  begin_row(columns.size());
  const auto length = [](const cells& column) { return std::visit([](const auto& c) { return c.size(); }, column); };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].index() != cells_[i].index() || length(columns[i]) != length(columns[0]))
      throw std::invalid_argument("table::set_columns: column " + columns_[i].name + " of " + name_ + " does not fit");
  }
  cells_ = std::move(columns);
  rows_ = cells_.empty() ? 0 : length(cells_[0]);
}

void table::add_texts(std::span<const std::string> values) {
  begin_row(values.size());
  for (std::size_t column = 0; column < values.size(); ++column) append(column, std::string_view(values[column]));
  ++rows_;
}

void table::add_numbers(std::string_view first, std::span<const double> values) {
  begin_row(values.size() + 1);
  append(0, first);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (columns_[i + 1].type == column_type::integer) {
      append_integer(i + 1, static_cast<std::int64_t>(values[i]));
    } else {
      append(i + 1, values[i]);
    }
  }
  ++rows_;
}

void table::append(std::size_t column, std::string_view text) {
  std::get<text_column>(cells_[column]).add(text);
}

void table::append(std::size_t column, double number) {
  std::get<std::vector<double>>(cells_[column]).push_back(number);
}

void table::append_integer(std::size_t column, std::int64_t number) {
  if (auto* numbers = std::get_if<std::vector<double>>(&cells_[column])) {
    numbers->push_back(static_cast<double>(number));
  } else {
    std::get<std::vector<std::int64_t>>(cells_[column]).push_back(number);
  }
}

std::size_t table::position(std::string_view column) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].name == column) return i;
  }
  throw std::out_of_range("table " + name_ + " has no column " + std::string(column));
}

template <class Cells>
const Cells& table::typed(std::string_view column) const {
  if (const auto* found = std::get_if<Cells>(&cells_[position(column)])) return *found;
  throw std::out_of_range("table " + name_ + ": column " + std::string(column) + " has another type");
}

const text_column& table::texts(std::string_view column) const {
  return typed<text_column>(column);
}

const std::vector<double>& table::numbers(std::string_view column) const {
  return typed<std::vector<double>>(column);
}

const std::vector<std::int64_t>& table::integers(std::string_view column) const {
  return typed<std::vector<std::int64_t>>(column);
}

}  // namespace isogloss
