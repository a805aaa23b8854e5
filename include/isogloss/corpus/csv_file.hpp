#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isogloss::corpus {

/// One row of a CSV file, with the line it begins on (from 1; the header is line 1).
struct csv_row {
  std::size_t line;
  std::vector<std::string> cells;
};

/// A small CSV file that people edit, whole in memory: RFC 4180, UTF-8, any columns, header first.
/// CRLF, a byte order mark and blank lines are accepted. (Large files of fixed columns go through fast-cpp-csv-parser:
/// see features.hpp.)
class csv_file {
 public:
  /// @throws data_error  every malformed row at once: open quotes, text after a closing quote, missing or surplus
  /// cells;
  ///                     no header; a column name twice; not UTF-8
  explicit csv_file(const std::filesystem::path& path);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  [[nodiscard]] const std::vector<csv_row>& rows() const { return rows_; }

  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const;
  /// @throws data_error  there is no such column; names those that are there
  [[nodiscard]] std::size_t column(std::string_view name) const;
  /// "documents.csv:17", for messages
  [[nodiscard]] std::string where(const csv_row& row) const;

 private:
  std::filesystem::path path_;
  std::vector<std::string> header_;
  std::vector<csv_row> rows_;
};

/// "a, b, c", for messages.
[[nodiscard]] std::string join(const std::vector<std::string>& names, std::string_view separator = ", ");

}  // namespace isogloss::corpus
