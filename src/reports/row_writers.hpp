#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "isogloss/base/table.hpp"
#include "reports/number_text.hpp"
#include "reports/text_buffer.hpp"

namespace isogloss::reports {

/// Writes rows of tables with the same columns in one format.
class row_writer {
 public:
  virtual ~row_writer() = default;
  virtual void header(text_buffer& out) const = 0;
  /// The table that rows() speaks of from now on. @param rows_before  in the tables before it
  virtual void open(const table& part, std::size_t rows_before) = 0;
  /// Rows from `begin` to before `end`; several threads may write some each.
  virtual void rows(text_buffer& out, std::size_t begin, std::size_t end) const = 0;
  virtual void footer(text_buffer& out) const = 0;
};

[[nodiscard]] std::unique_ptr<row_writer> delimited_rows(const table& layout, char separator);
/// @param lines  one object a line instead of an array
[[nodiscard]] std::unique_ptr<row_writer> json_rows(const table& layout, bool lines);

}  // namespace isogloss::reports
