#include "isogloss/corpus/csv_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/files.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::corpus {
namespace {

// Splits RFC 4180 text into rows of cells; errors are collected, with their lines.
class parser {
 public:
  parser(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  std::vector<csv_row> rows() {
    std::vector<csv_row> result;
    while (at_ < text_.size()) {
      row_line_ = line_;
      csv_row row{line_, {}};
      do row.cells.push_back(cell());
      while (more_cells_);
      const bool blank = row.cells.size() == 1 && row.cells[0].empty();
      if (!blank) result.push_back(std::move(row));
    }
    return result;
  }

  std::vector<problem> problems;
  std::set<std::size_t> broken;  // lines on which such rows begin

 private:
  // Reads one cell and what ends it: a comma, the end of the line or of the text.
  std::string cell() {
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    std::string result = quoted ? quoted_cell() : plain_cell();
    more_cells_ = at_ < text_.size() && text_[at_] == ',';
    if (at_ < text_.size() && text_[at_++] == '\n') ++line_;
    return result;
  }

  std::string plain_cell() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') ++at_;
    std::string_view cell = text_.substr(begin, at_ - begin);
    if (cell.ends_with('\r') && (at_ == text_.size() || text_[at_] == '\n')) cell.remove_suffix(1);
    return std::string(cell);
  }

  std::string quoted_cell() {
    const std::size_t first_line = line_;
    std::string result;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      result += text_[at_];
    }
    if (at_ >= text_.size()) {
      fail(first_line, "a quote is opened and never closed", "Close it, or write a quote inside a cell as two.");
      return result;
    }
    ++at_;
    if (const std::string rest = plain_cell(); !rest.empty()) {
      fail(line_, fmt::format("\"{}\" stands after a closing quote", rest), "Write a quote inside a cell as two.");
    }
    return result;
  }

  void fail(std::size_t line, std::string what, std::string remedy) {
    problems.push_back({fmt::format("{}:{}", file_, line), std::move(what), std::move(remedy)});
    broken.insert(row_line_);
  }

  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  bool more_cells_ = false;
};

std::string other_separator(const std::vector<std::string>& header) {
  if (header.size() != 1) return {};
  for (const auto& [separator, name] : {std::pair{';', "semicolons"}, std::pair{'\t', "tabs"}}) {
    if (header[0].find(separator) != std::string::npos) return name;
  }
  return {};
}

}  // namespace

csv_file::csv_file(const std::filesystem::path& path) : path_(path) {
  const std::string text = text::decode(read_file(path), "utf-8", path);
  parser reader(std::string_view(text).substr(text::byte_order_mark_size(text)), path.string());
  rows_ = reader.rows();
  std::vector<problem> problems = std::move(reader.problems);
  if (rows_.empty()) throw data_error(path.string(), "is empty", "Its first line names the columns.");
  header_ = std::move(rows_.front().cells);
  rows_.erase(rows_.begin());

  if (const std::string separator = other_separator(header_); !separator.empty()) {
    throw data_error(path.string() + ":1", "has one column; it seems to be separated by " + separator,
                     "Save it with commas.");
  }
  std::set<std::string> seen;
  for (const auto& name : header_) {
    if (!seen.insert(name).second) {
      problems.push_back({path.string() + ":1", fmt::format("column \"{}\" stands twice", name), "Rename one."});
    }
  }
  for (const auto& row : rows_) {
    if (row.cells.size() == header_.size() || reader.broken.contains(row.line)) continue;
    problems.push_back({where(row),
                        fmt::format("has {} cells, but the header has {}", row.cells.size(), header_.size()),
                        "Put a cell that holds a comma in quotes; write a cell for every column."});
  }
  throw_if_any(std::move(problems));
}

std::optional<std::size_t> csv_file::find_column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::size_t csv_file::column(std::string_view name) const {
  if (const auto found = find_column(name)) return *found;
  throw data_error(path_.string() + ":1", fmt::format("has no column \"{}\"", name),
                   fmt::format("It has: {}.", join(header_)));
}

std::string csv_file::where(const csv_row& row) const {
  return fmt::format("{}:{}", path_.string(), row.line);
}

std::string join(const std::vector<std::string>& names, std::string_view separator) {
  return fmt::format("{}", fmt::join(names, separator));
}

}  // namespace isogloss::corpus
