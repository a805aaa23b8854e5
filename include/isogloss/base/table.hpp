#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace isogloss {

enum class column_type { string, integer, number };

/// "string", "integer" or "number", as Frictionless table schemas name them.
[[nodiscard]] std::string_view name(column_type type);

/// What a column means; CSV headings, help texts, data packages and documentation are all written from it.
struct column_description {
  std::string name;
  column_type type;
  std::string unit;         ///< "tokens", "bits", "per thousand tokens", ...; empty where there is none
  std::string description;  ///< half a line
};

/// Text cells, each distinct text kept once.
class text_column {
 public:
  text_column() = default;
  /// Cells by their places in texts that several columns share. Nothing can be added.
  text_column(std::shared_ptr<const std::vector<std::string>> levels, std::vector<std::uint32_t> codes)
      : shared_(std::move(levels)), codes_(std::move(codes)) {}
  text_column(text_column&&) = default;
  text_column& operator=(text_column&&) = default;
  text_column(const text_column&) = delete;  // levels_ points into index_
  text_column& operator=(const text_column&) = delete;
  ~text_column() = default;

  void add(std::string_view text);
  [[nodiscard]] std::size_t size() const { return codes_.size(); }
  [[nodiscard]] const std::string& operator[](std::size_t row) const { return level(codes_[row]); }

  /// The distinct texts, by number; with shared ones, more than the cells have.
  [[nodiscard]] const std::string& level(std::uint32_t code) const {
    return shared_ ? (*shared_)[code] : *levels_[code];
  }
  [[nodiscard]] std::size_t n_levels() const { return shared_ ? shared_->size() : levels_.size(); }
  [[nodiscard]] std::uint32_t code(std::size_t row) const { return codes_[row]; }
  /// The shared texts; nullptr where there are none.
  [[nodiscard]] const std::vector<std::string>* shared_levels() const { return shared_.get(); }

 private:
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, hash, std::equal_to<>> index_;
  std::vector<const std::string*> levels_;
  std::shared_ptr<const std::vector<std::string>> shared_;
  std::vector<std::uint32_t> codes_;
  std::uint32_t last_ = 0;
};

/// A result: named, described columns of equal length. NaN is a number that does not exist.
class table {
 public:
  using cells = std::variant<text_column, std::vector<std::int64_t>, std::vector<double>>;

  /// @param name         the file's name without ending, e.g. "frequencies"
  /// @param description  one sentence
  /// @param sorted_by    the documented order of the rows, e.g. "document, rank"
  table(std::string name, std::string description, std::string sorted_by, std::vector<column_description> columns);

  /// Appends one row; the arguments' types fit the columns' (an integer may stand for a number).
  template <class... Cells>
  void add(const Cells&... values) {
    begin_row(sizeof...(values));
    std::size_t column = 0;
    (append(column++, values), ...);
    ++rows_;
  }

  /// Puts whole columns in place of the rows there are: as many as there are descriptions, of their types and of one
  /// length.
  void set_columns(std::vector<cells> columns);

  /// Appends a row of a table whose columns are all text.
  void add_texts(std::span<const std::string> values);
  /// Appends a row of a table whose first column is text and whose others are numbers.
  void add_numbers(std::string_view first, std::span<const double> values);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& description() const { return description_; }
  [[nodiscard]] const std::string& sorted_by() const { return sorted_by_; }
  [[nodiscard]] std::span<const column_description> columns() const { return columns_; }
  [[nodiscard]] std::size_t n_rows() const { return rows_; }
  [[nodiscard]] const cells& column(std::size_t index) const { return cells_[index]; }

  /// The cells of a column by name; @throws std::out_of_range there is none, or it has another type.
  [[nodiscard]] const text_column& texts(std::string_view column) const;
  [[nodiscard]] const std::vector<double>& numbers(std::string_view column) const;
  [[nodiscard]] const std::vector<std::int64_t>& integers(std::string_view column) const;

 private:
  void begin_row(std::size_t n_cells) const;
  void append(std::size_t column, std::string_view text);
  void append(std::size_t column, const std::string& text) { append(column, std::string_view(text)); }
  void append(std::size_t column, const char* text) { append(column, std::string_view(text)); }
  void append(std::size_t column, double number);
  void append_integer(std::size_t column, std::int64_t number);
  template <class Integer>
  requires std::is_integral_v<Integer>
  void append(std::size_t column, Integer number) { append_integer(column, static_cast<std::int64_t>(number)); }
  [[nodiscard]] std::size_t position(std::string_view column) const;
  template <class Cells>
  [[nodiscard]] const Cells& typed(std::string_view column) const;

  std::string name_, description_, sorted_by_;
  std::vector<column_description> columns_;
  std::vector<cells> cells_;
  std::size_t rows_ = 0;
};

}  // namespace isogloss
