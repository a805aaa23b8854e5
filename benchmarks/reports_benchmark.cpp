// Tables to CSV: bytes written a second. Input: columns of seeded random cells, terms by Zipf's law.
#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <vector>

#include "isogloss/base/philox.hpp"
#include "isogloss/reports/table_writer.hpp"

namespace isogloss::reports {
namespace {

constexpr std::size_t n_rows = 200000;

enum class cells { texts, quoted_texts, integers, whole_numbers, shares, frequencies };

std::string term(double random) {
  return "term" + std::to_string(static_cast<int>(std::exp(random * std::log(50000.0))));
}

table make_table(cells what) {
  philox random(1);
  std::vector<column_description> columns;
  const auto add = [&](const char* name, column_type type) { columns.push_back({name, type, "", ""}); };
  if (what == cells::frequencies) add("document", column_type::string);
  if (what <= cells::quoted_texts || what == cells::frequencies) add("term", column_type::string);
  if (what == cells::integers || what == cells::frequencies) add("count", column_type::integer);
  if (what >= cells::whole_numbers) add("share", column_type::number);
  if (what == cells::frequencies) add("rank", column_type::integer);
  table t("rows", "Rows.", "", columns);
  for (std::size_t i = 0; i < n_rows; ++i) {
    const double u = random.uniform();
    const auto count = static_cast<std::int64_t>(1 / (u + 1e-4));
    if (what == cells::texts) t.add(term(u));
    if (what == cells::quoted_texts) t.add("\"" + term(u) + "\", said");
    if (what == cells::integers) t.add(count);
    if (what == cells::whole_numbers) t.add(static_cast<double>(count));
    if (what == cells::shares) t.add(static_cast<double>(count) / 9041);
    if (what == cells::frequencies) t.add("d00001", term(u), count, static_cast<double>(count) / 9041, i + 1);
  }
  return t;
}

void BM_WriteTable(benchmark::State& state, cells what, format f) {
  const table t = make_table(what);
  std::size_t bytes = 0;
  for (auto _ : state) {
    bytes = 0;
    write(t, f, [&](std::string_view block) {
      benchmark::DoNotOptimize(block.data());
      bytes += block.size();
    });
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(n_rows));
}
BENCHMARK_CAPTURE(BM_WriteTable, csv_texts, cells::texts, format::csv);
BENCHMARK_CAPTURE(BM_WriteTable, csv_quoted_texts, cells::quoted_texts, format::csv);
BENCHMARK_CAPTURE(BM_WriteTable, csv_integers, cells::integers, format::csv);
BENCHMARK_CAPTURE(BM_WriteTable, csv_whole_numbers, cells::whole_numbers, format::csv);
BENCHMARK_CAPTURE(BM_WriteTable, csv_shares, cells::shares, format::csv);
BENCHMARK_CAPTURE(BM_WriteTable, csv_frequencies, cells::frequencies, format::csv);
BENCHMARK_CAPTURE(BM_WriteTable, jsonl_frequencies, cells::frequencies, format::jsonl);

}  // namespace
}  // namespace isogloss::reports
