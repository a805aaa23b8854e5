// A table of relative frequencies as stylo writes it.
#include "isogloss/corpus/frequency_table.hpp"

#include <cmath>

#include "fuzz/fuzzed.hpp"

using namespace isogloss;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  testing::allow_data_error([&] {
    const auto file = testing::file_of(testing::bytes_of(data, size), "table.txt");
    static_cast<void>(corpus::is_frequency_table(file));
    const auto read = corpus::read_frequency_table(file);
    testing::require(read.per_cent.size() == read.documents.size() * read.terms.size(), "every cell is there");
    for (const double cell : read.per_cent) testing::require(std::isfinite(cell) && cell >= 0, "a cell is a share");
  });
  return 0;
}
