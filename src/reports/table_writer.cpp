#include "isogloss/reports/table_writer.hpp"

#include <array>
#include <utility>

#include "reports/number_text.hpp"
#include "reports/row_writers.hpp"
#include "reports/text_buffer.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 18U;

std::unique_ptr<row_writer> rows_in(const table& layout, format f) {
  switch (f) {
    case format::csv:
      return delimited_rows(layout, ',');
    case format::tsv:
      return delimited_rows(layout, '\t');
    case format::json:
      return json_rows(layout, false);
    case format::jsonl:
      return json_rows(layout, true);
  }
  return nullptr;
}

}  // namespace

std::optional<format> format_from(std::string_view name) {
  if (name == "csv") return format::csv;
  if (name == "tsv") return format::tsv;
  if (name == "json") return format::json;
  if (name == "jsonl") return format::jsonl;
  return std::nullopt;
}

struct table_writer::state {
  std::unique_ptr<row_writer> rows;
  byte_sink sink;
  text_buffer out;

  void flush() {
    sink(out.text());
    out.clear();
  }
};

table_writer::table_writer(const table& layout, format f, byte_sink sink)
    : state_(std::make_unique<state>(state{rows_in(layout, f), std::move(sink), {}})) {
  state_->rows->header(state_->out);
}

table_writer::~table_writer() = default;

void table_writer::add(const table& part) {
  state_->rows->open(part);
  for (std::size_t r = 0; r < part.n_rows(); ++r) {
    state_->rows->row(state_->out, r);
    if (state_->out.size() >= block_bytes) state_->flush();
  }
}

void table_writer::end() {
  state_->rows->footer(state_->out);
  state_->flush();
}

void write(const table& t, format f, const byte_sink& sink) {
  table_writer writer(t, f, sink);
  writer.add(t);
  writer.end();
}

std::string to_text(double number) {
  std::array<char, longest_number> digits;
  return {digits.data(), write_number(digits.data(), number, "NA")};
}

}  // namespace isogloss::reports
