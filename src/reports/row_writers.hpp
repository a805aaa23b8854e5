#pragma once

#include <bit>
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
  virtual void header(text_buffer& out) = 0;
  virtual void open(const table& part) = 0;  ///< the table that row() speaks of from now on
  virtual void row(text_buffer& out, std::size_t r) = 0;
  virtual void footer(text_buffer& out) = 0;
};

[[nodiscard]] std::unique_ptr<row_writer> delimited_rows(const table& layout, char separator);
/// @param lines  one object a line instead of an array
[[nodiscard]] std::unique_ptr<row_writer> json_rows(const table& layout, bool lines);

}  // namespace isogloss::reports
