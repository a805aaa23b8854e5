// A CSV file that people edit: what was read and is written again is read as the same.
#include "isogloss/corpus/csv_file.hpp"

#include "fuzz/fuzzed.hpp"

using namespace isogloss;

namespace {

void write_row(const std::vector<std::string>& cells, std::string& csv) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    csv += i > 0 ? ",\"" : "\"";
    for (const char c : cells[i]) csv += c == '"' ? "\"\"" : std::string(1, c);
    csv += '"';
  }
  csv += '\n';
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  testing::allow_data_error([&] {
    const corpus::csv_file file(testing::file_of(testing::bytes_of(data, size), "table.csv"));
    std::string again;
    write_row(file.header(), again);
    for (const auto& row : file.rows()) {
      testing::require(row.cells.size() == file.header().size(), "a row has the cells of the header");
      write_row(row.cells, again);
    }
    const corpus::csv_file copy(testing::file_of(again, "copy.csv"));
    testing::require(copy.header() == file.header(), "the header is the same");
    testing::require(copy.rows().size() == file.rows().size(), "there are as many rows");
    for (std::size_t i = 0; i < copy.rows().size(); ++i) {
      testing::require(copy.rows()[i].cells == file.rows()[i].cells, "the cells are the same");
    }
  });
  return 0;
}
