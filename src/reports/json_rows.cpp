#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "reports/row_writers.hpp"

namespace isogloss::reports {
namespace {

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump();
}

class json_objects final : public row_writer {
 public:
  json_objects(const table& layout, bool lines) : lines_(lines) {
    for (const auto& column : layout.columns()) names_.push_back(json_text(column.name));
  }

  void header(text_buffer& out) const override {
    if (!lines_) out.append("[\n");
  }

  void open(const table& part, std::size_t rows_before) override {
    part_ = &part;
    rows_before_ = rows_before;
  }

  void rows(text_buffer& out, std::size_t begin, std::size_t end) const override {
    for (std::size_t r = begin; r < end; ++r) {
      if (!lines_ && rows_before_ + r > 0) out.append(",\n");
      out.append("{");
      for (std::size_t i = 0; i < names_.size(); ++i) {
        if (i > 0) out.append(",");
        out.append(names_[i]);
        out.append(":");
        append_cell(out, part_->column(i), r);
      }
      out.append(lines_ ? "}\n" : "}");
    }
  }

  void footer(text_buffer& out) const override {
    if (!lines_) out.append("\n]\n");
  }

 private:
  static void append_cell(text_buffer& out, const table::cells& cells, std::size_t r) {
    if (const auto* texts = std::get_if<text_column>(&cells)) {
      out.append(json_text((*texts)[r]));
      return;
    }
    out.reserve(longest_number);
    char* end = nullptr;
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&cells)) {
      end = write_integer(out.end(), (*integers)[r]);
    } else {
      const double number = std::get<std::vector<double>>(cells)[r];
      end = write_number(out.end(), std::isinf(number) ? std::numeric_limits<double>::quiet_NaN() : number, "null");
    }
    out.took(static_cast<std::size_t>(end - out.end()));
  }

  std::vector<std::string> names_;
  const table* part_ = nullptr;
  bool lines_;
  std::size_t rows_before_ = 0;
};

}  // namespace

std::unique_ptr<row_writer> json_rows(const table& layout, bool lines) {
  return std::make_unique<json_objects>(layout, lines);
}

}  // namespace isogloss::reports
