#include "isogloss/reports/table_writer.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "isogloss/base/parallel.hpp"
#include "reports/number_text.hpp"
#include "reports/row_writers.hpp"
#include "reports/text_buffer.hpp"

namespace isogloss::reports {
namespace {

// So many rows are one thread's, and so many such blocks are written before they go on.
constexpr std::size_t rows_of_block = std::size_t{1} << 13U;
constexpr std::size_t blocks_at_a_time = 16;

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
  std::vector<text_buffer> blocks;
  std::size_t n_rows = 0;

  template <class Function>
  void write(const Function& some) {
    text_buffer out;
    some(out);
    if (out.size() > 0) sink(out.text());
  }
};

table_writer::table_writer(const table& layout, format f, byte_sink sink)
    : state_(std::make_unique<state>(state{rows_in(layout, f), std::move(sink), {}, 0})) {
  state_->write([&](text_buffer& out) { state_->rows->header(out); });
}

table_writer::~table_writer() = default;

void table_writer::add(const table& part) {
  state_->rows->open(part, state_->n_rows);
  state_->n_rows += part.n_rows();
  for (std::size_t first = 0; first < part.n_rows(); first += blocks_at_a_time * rows_of_block) {
    const std::size_t left = part.n_rows() - first;
    const std::size_t n = std::min(blocks_at_a_time, (left + rows_of_block - 1) / rows_of_block);
    if (state_->blocks.size() < n) state_->blocks.resize(n);
    parallel_for(n, [&](std::size_t i) {
      const std::size_t begin = first + i * rows_of_block;
      state_->blocks[i].clear();
      state_->rows->rows(state_->blocks[i], begin, std::min(begin + rows_of_block, part.n_rows()));
    });
    for (std::size_t i = 0; i < n; ++i) state_->sink(state_->blocks[i].text());
  }
}

void table_writer::end() {
  state_->write([&](text_buffer& out) { state_->rows->footer(out); });
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
