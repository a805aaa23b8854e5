// A zones.csv.
#include "fuzz/fuzzed.hpp"

using namespace isogloss;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  testing::allow_data_error([&] {
    for (const auto& row : corpus::read_zones(testing::file_of(testing::bytes_of(data, size), "zones.csv"))) {
      testing::require(row.span.begin < row.span.end, "a zone has bytes");
    }
  });
  return 0;
}
